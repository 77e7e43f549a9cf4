"""What everybody knows and a page may explain: processes in steps, cycles, tips, and sets in their order.

The rows are in ``words/processes.toml`` and ``words/sets.toml``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from aquatint.engines.composer.lexicon.inflect import gerund, plurals, third_person
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.graphic.art import emblem_of
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.tokens import Token

LONGEST = 8
"""Words in the longest phrase that is looked up."""
REACH = 5
"""Words after a verb among which its thing is looked for."""
OPENING = 5
"""Words at the beginning of a text among which that stands which it is about."""
THING = "*"
"""In place of a noun: the thing that the prompt speaks of."""
_ENDS = frozenset({"in", "with", "for", "from", "at", "as", "using", "without", "infographic", "poster", "by"})
"""Words before which the thing of a verb ends."""


class Known(NamedTuple):
    """A row that a text speaks of, and where: places of tokens, the last one not included."""

    name: str
    row: dict[str, Any]
    start: int
    end: int
    thing: str = ""
    """What the process is done with, in the words of the text."""
    rough: bool = False
    """Whether the row suits any thing of its verb."""

    @property
    def form(self) -> str:
        """ "steps", "cycle", "tips" or "set"."""
        return "set" if "items" in self.row else str(self.row.get("form", "steps"))


def tokens_of(tags: Sequence[Tag]) -> list[Token]:
    """All words and marks of a text in their order."""
    return sorted((token for each in tags for token in each.tokens), key=lambda token: token.start)


@functools.cache
def _phrases() -> dict[str, tuple[str, str]]:
    """Table and row by every phrase that names one."""
    found: dict[str, tuple[str, str]] = {}
    for name in ("processes", "sets"):
        for key, row in table(f"words/{name}").items():
            own = () if "verbs" in row else (key,)
            for phrase in (*own, *row.get("also", ())):
                found.setdefault(phrase, (name, key))
    return found


@functools.cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """The rows of each form of a verb."""
    found: dict[str, list[str]] = {}
    for key, row in table("words/processes").items():
        for verb in row.get("verbs", ()):
            for form in (verb, gerund(verb), third_person(verb)):
                found.setdefault(form, []).append(key)
    return {form: tuple(keys) for form, keys in found.items()}


@functools.cache
def _things(key: str) -> frozenset[str]:
    things = table("words/processes")[key].get("things", ())
    return frozenset(form for thing in things for form in (thing, *plurals(thing)))


def find_known(tokens: Sequence[Token]) -> Known | None:
    """The row that the words speak of: by a phrase, or by a verb and its thing; the longest phrase wins."""
    rows = list(named_rows(tokens))
    longest = max(rows, key=lambda known: known.end - known.start, default=None)
    # "The solar system with all eight planets in order" is about the solar system.
    return next((known for known in rows if longest and known.name == longest.name), next(_by_verbs(tokens), None))


def named_rows(tokens: Sequence[Token]) -> Iterator[Known]:
    """The rows that phrases of the words name, in their order."""
    phrases = _phrases()
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + LONGEST), start, -1):
            place = phrases.get(" ".join(token.folded for token in tokens[start:end]))
            if place is not None:
                yield Known(place[1], table(f"words/{place[0]}")[place[1]], start, end)
                break


def _by_verbs(tokens: Sequence[Token]) -> Iterator[Known]:
    for at, token in enumerate(tokens):
        for key in _verbs().get(token.folded, ()):
            things = _things(key)
            for start in range(at + 1, min(len(tokens), at + 1 + REACH)):
                if tokens[start].kind == "mark" or tokens[start].folded in _ENDS:
                    break
                sizes = range(min(4, len(tokens) - start), 0, -1)
                size = next((n for n in sizes if _words(tokens, start, n) in things), 0)
                if size:
                    thing = _words(tokens, start, size)
                    yield Known(key, table("words/processes")[key], at, start + size, thing)
                    break


def _words(tokens: Sequence[Token], start: int, count: int) -> str:
    return " ".join(token.folded for token in tokens[start : start + count])


def find_rough(tokens: Sequence[Token], at: int) -> Known | None:
    """What is done with any thing, roughly, where a verb stands at ``at``: "knit" of "how to knit a scarf"."""
    if at >= len(tokens):
        return None
    keys = [key for key in _verbs().get(tokens[at].folded, ()) if not _things(key)]
    if not keys:
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].kind in ("word", "number") and tokens[end].folded not in _ENDS:
        end += 1
    return Known(keys[0], table("words/processes")[keys[0]], at, end, _words(tokens, at + 1, end - at - 1), True)


class Part(NamedTuple):
    """One step, tip or thing of a row."""

    label: str
    detail: str
    art: str


def parts_of(known: Known, wanted: int | None = None) -> list[Part]:
    """The steps or things of a row; where fewer are wanted, the row says which may be left out."""
    rows = list(known.row["items"] if "items" in known.row else known.row["steps"])
    left_out: set[int] = set()
    for place in known.row.get("spare", ()):
        if wanted is not None and len(rows) - len(left_out) > max(2, wanted):
            left_out.add(place - 1)
    return [_part(row, known.thing) for index, row in enumerate(rows) if index not in left_out]


def _part(row: Sequence[str], thing: str) -> Part:
    label, art, detail = (*row, "", "")[:3]
    return Part(label, detail, art_of(art, thing))


def art_of(name: str, thing: str = "") -> str:
    """The drawing that a row names, by a noun or outright; "" where there is none."""
    if name == THING:
        return emblem_of(thing)
    if ":" in name or not name:
        return name
    return nouns()[name].art if name in nouns() else ""
