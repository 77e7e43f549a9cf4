"""What became of each word. Every content word ends as drawn, approximated or undrawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from aquatint.engines.composer.scene import Reading

Fate = Literal["drawn", "approximated", "undrawn", "silent"]
"""``silent`` words ask for nothing: articles, prepositions, politeness."""

WORD_LIMIT = 200
"""Most words reported per fate."""


class Ledger:
    """Fates of tags, by their index in the text. The first verdict on a tag stands unless it is overruled."""

    def __init__(self) -> None:
        self._fates: dict[int, tuple[Fate, str]] = {}

    def note(self, index: int, word: str, fate: Fate, *, overrule: bool = False) -> None:
        """Record what became of the tag at ``index``, called ``word`` in the text."""
        if overrule or index not in self._fates:
            self._fates[index] = (fate, word)

    def fate(self, index: int) -> Fate | None:
        """The verdict on the tag, if there is one."""
        return self._fates[index][0] if index in self._fates else None

    def lift(self, index: int, fate: Fate) -> None:
        """A word that was thought lost, or nearly so, is shown after all: the better fate stands."""
        before, word = self._fates.get(index, ("silent", ""))
        if before == "undrawn" or (before == "approximated" and fate == "drawn"):
            self._fates[index] = (fate, word)

    def withdraw(self, indices: Iterable[int]) -> None:
        """Nothing came of the words at these places after all: none of them is shown."""
        for index in indices:
            fate, word = self._fates.get(index, ("silent", ""))
            if fate in ("drawn", "approximated"):
                self._fates[index] = ("undrawn", word)

    def known(self, index: int) -> bool:
        """Whether the tag has a verdict."""
        return index in self._fates

    def reading(self) -> Reading:
        """All verdicts in order of the text, each word once: the worst fate of a repeated word is told."""
        found: dict[str, Fate] = {}
        severity = {"silent": 0, "drawn": 1, "approximated": 2, "undrawn": 3}
        for _, (fate, word) in sorted(self._fates.items()):
            if severity[fate] > severity[found.get(word, "silent")]:
                found[word] = fate
        lists = {fate: [w for w, f in found.items() if f == fate][:WORD_LIMIT] for fate in severity}
        return Reading(drawn=lists["drawn"], approximated=lists["approximated"], undrawn=lists["undrawn"])
