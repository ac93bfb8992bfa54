"""HTTP as uvicorn speaks it, except that what is not HTTP gets the same kind of answer as everything else."""
import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from api.headers import ALWAYS
from api.problems import MEDIA_TYPE, ProblemError, answer


class Http(H11Protocol):
    """Answers what cannot be read with a problem and every header, and hangs up."""

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002
        """Refuse; the words of the library stay out of it."""
        body = bytes(answer(ProblemError(400, "De aanvraag is geen leesbare HTTP.")).body)
        headers = {**ALWAYS, "Cache-Control": "no-store", "Content-Type": MEDIA_TYPE, "Connection": "close",
                   "Content-Length": str(len(body))}
        events = (h11.Response(status_code=400, headers=list(headers.items()), reason=b"Bad Request"),
                  h11.Data(data=body), h11.EndOfMessage())
        self.transport.write(b"".join(self.conn.send(event) or b"" for event in events))
        self.transport.close()
