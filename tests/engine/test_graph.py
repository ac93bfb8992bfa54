"""The components one after the other: the outcome is that of Rasa's own runner."""
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from engine.graph import InOrder


class Adding(GraphComponent):
    """Adds up what it gets."""

    @classmethod
    def create(cls, **_):
        return cls()

    def add(self, first, second):
        """The sum."""
        return first + second


def node(**needs):
    return SchemaNode(needs=needs, uses=Adding, constructor_name="create", fn="add", config={})


def test_the_outcome_is_that_of_rasas_own_runner(tmp_path):
    schema = GraphSchema({"last": node(first="middle", second="begin"), "middle": node(first="begin", second="begin"),
                          "not_needed": node(first="begin", second="nowhere")})
    both = [runner(schema, LocalModelStorage(tmp_path), ExecutionContext(schema)) for runner in (InOrder, DaskGraphRunner)]
    outcomes = [runner.run(inputs={"begin": 2}, targets=["last"]) for runner in both * 2]
    assert outcomes == [{"last": 6}] * 4
