"""Draw, edit or answer: the rules in their order."""

from __future__ import annotations

from aquatint.director.contract import Moves, Order, Paint, Say, Turn


class RulesDirector:
    """See the package's text."""

    async def direct(self, turn: Turn) -> Moves:
        """The moves of one turn."""
        text = " ".join(said.text for said in turn.said if said.role == "user").strip()
        yield Paint((Order(action="generate", prompt=text),))
        yield Say("Here is the picture.")
