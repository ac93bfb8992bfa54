"""What was delivered before."""
from api.away import KeeperAwayError
from api.keeping.keeper import Keeper

SECONDS_KEPT = 3600


class Seen:
    """The marks of the deliveries of the last hour."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper

    async def is_new(self, mark: str) -> bool:
        """Whether this mark comes for the first time; from now on it does not.

        When nobody can tell it counts as new: who sent it then hears that the assistant is away.
        """
        try:
            return await self.keeper.is_new(mark, SECONDS_KEPT)
        except KeeperAwayError:
            return True
