"""What a text says about its author and not about the picture: "My daughter loves unicorns! Please draw..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.tags import Tag

_ENDS = frozenset(".!?\n")


def _sentences(tags: Sequence[Tag]) -> Iterator[tuple[int, int]]:
    """First tag and the one after the last of every sentence."""
    start = 0
    for index, each in enumerate(tags):
        if each.kind == "mark" and each.folded[:1] in _ENDS:
            yield start, index
            start = index + 1
    yield start, len(tags)


def _words(tags: Sequence[Tag]) -> set[str]:
    return {word for each in tags for word in each.folded.split()}


def note_context(tags: Sequence[Tag], ledger: Ledger) -> None:
    """Pass over sentences in the first person that stand before one that asks for a picture."""
    data = table("words/requests")
    asked = False
    for start, end in reversed(list(_sentences(tags))):
        words = _words(tags[start:end])
        if not _words(tags[start : start + 4]).isdisjoint(data["verbs"]["names"]):
            asked = True
        elif asked and words & set(data["speakers"]["names"]):
            for index in range(start, end):
                ledger.note(index, tags[index].word, "silent")
