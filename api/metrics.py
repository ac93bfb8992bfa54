"""Measurements for who runs the assistant: how much, how fast and about what, never who or which conversation."""
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Histogram, start_http_server
from prometheus_client import Counter as Counted
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.known import Known
from api.logs import method_in, route_in
from api.v1.models import Beurt

SHOWN_BY = 5
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 10.0)
NAME = "magikdit_{}"


class InFives(Collector):
    """A count that is shown in steps of five, so that nobody can see what one person asked."""

    def __init__(self, name: str, meaning: str, labels: tuple[str, ...]) -> None:
        self.name, self.meaning, self.labels = NAME.format(name), meaning, labels
        self.counts: Counter[tuple[str, ...]] = Counter()

    def add(self, *values: str) -> None:
        """Count one more with these labels."""
        self.counts[values] += 1

    def collect(self) -> Iterable[Metric]:
        """The counts, rounded down; what is under five is not shown."""
        family = CounterMetricFamily(self.name, self.meaning, labels=self.labels)
        for values, count in self.counts.copy().items():
            if count >= SHOWN_BY:
                family.add_metric(values, count - count % SHOWN_BY)
        yield family


class Meters:
    """Everything that is measured in one app."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counted(NAME.format("aanvragen"), "Aanvragen per route en antwoord.",
                                ("methode", "route", "status"), registry=self.registry)
        self.seconds = Histogram(NAME.format("aanvraag_seconden"), "Hoe lang een aanvraag duurt.", ("route",),
                                 registry=self.registry, buckets=SECONDS)
        self.turns = Counted(NAME.format("beurten"), "Beurten per soort; niet_begrepen zijn de misverstanden.",
                             ("soort",), registry=self.registry)
        self.dilemmas = InFives("dilemmas", "Begonnen vragen per dilemma, in stappen van vijf.", ("code", "dilemma"))
        self.outcomes = InFives("adviezen", "Adviezen per oordeel, in stappen van vijf.",
                                ("code", "dilemma", "oordeel"))
        for shown in (self.dilemmas, self.outcomes):
            self.registry.register(shown)

    def turn(self, conversation: Known, beurt: Beurt) -> None:
        """Count a turn of the assistant, and a dilemma when the conversation comes to it."""
        code, dilemma = conversation.code or "", beurt.dilemma or ""
        self.turns.labels(beurt.soort).inc()
        if dilemma not in ("", conversation.dilemma):
            self.dilemmas.add(code, dilemma)
        if beurt.advies is not None:
            self.outcomes.add(code, dilemma, beurt.advies.oordeel)


class Measured:
    """Measures each request by the template of its route."""

    def __init__(self, app: ASGIApp, meters: Meters) -> None:
        self.app, self.meters = app, meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note how long it took and how it ended."""
        began = time.perf_counter()

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.note(scope, message["status"], time.perf_counter() - began)
            await send(message)
        await self.app(scope, receive, noted if scope["type"] == "http" else send)

    def note(self, scope: Scope, status: int, seconds: float) -> None:
        """Count one request."""
        self.meters.requests.labels(method_in(scope), route_in(scope), str(status)).inc()
        self.meters.seconds.labels(route_in(scope)).observe(seconds)


@contextmanager
def shown(meters: Meters, host: str, port: int | None) -> Iterator[None]:
    """Show the measurements on an address of their own, for as long as this lasts."""
    if port is None:
        yield
        return
    server, _ = start_http_server(port, host, registry=meters.registry)
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
