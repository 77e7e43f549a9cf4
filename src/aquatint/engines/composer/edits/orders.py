"""Everyday wordings as orders: "everything gets 10% dearer" is "raise all prices by 10%".

The wordings are data (``orders.toml``). Only clauses that one of them fits as a whole are put otherwise; others
stay as they were written.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, NamedTuple

from aquatint.engines.composer.edits.grammar import verbs
from aquatint.engines.composer.edits.information.reading import table as information
from aquatint.engines.composer.edits.information.rows import rows_of
from aquatint.engines.composer.edits.signs import CLOCK, DATA
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Scene

READ = 2_000
"""Characters of an instruction within which wordings are looked for."""
CARDS = frozenset({"business card", "resume", "certificate", "ticket", "name tag", "label", "card"})
_MARKS = "\"'“”‘’„`"
_QUOTED = r"(\"[^\"]+\"|“[^”]+”|'[^']+'(?!\w)|‘[^’]+’)"
_SHEETS = (
    "chart", "graph", "diagram", "poster", "menu", "list", "checklist", "infographic", "timeline", "map", "logo",
    "card", "book", "cover", "flyer", "table", "comic", "picture", "page", "invitation", "agenda", "schedule",
)  # fmt: skip
_LISTS = (
    "shopping list",
    "list",
    "menu",
    "checklist",
    "agenda",
    "schedule",
    "timeline",
    "chart",
    "graph",
    "table",
)
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DATE = (
    rf"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)day,? )?(?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? "
    rf"(?:{_MONTHS})[a-z]*|(?:{_MONTHS})[a-z]* \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_HOUR = r"\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock)?"
_AMOUNT = r"(?:[$€£]? ?\d+(?:[.,]\d+)? ?(?:%|percent|per cent|cents?|euros?|dollars?|pounds?)?)"
_STOP = re.compile(r"[;!?\n]+|\.(?=\s|$)|,\s+(?:and\s+)?(?:then\s+)?|\s+and\s+(?:then\s+)?")
_OPENING = re.compile(
    r"^(?:(?:please|pls|now|then|also|and|but|so|ok|okay|just|(?:can|could|would|will) (?:you|we)|let's|lets|"
    r"actually|instead|how about|maybe|i want you to)[,\s]+)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:,?\s+(?:please|pls|thanks|thank you))+$", re.IGNORECASE)


class Wording(NamedTuple):
    """One row of the data file."""

    kinds: frozenset[str]
    said: re.Pattern[str]
    order: str


def in_orders(instruction: str, scene: Scene) -> str:
    """The instruction with clauses that everyday wordings fit written as orders; passages in quotes stay.

    For pictures that the composer did not make, the scene is an empty one.
    """
    kinds = kinds_of(scene)
    rows = [row for row in _wordings() if row.kinds & kinds]
    if not rows or len(instruction) > READ:
        return instruction
    return "".join(part if (told := _order(part, rows, scene)) is None else told for part in _parts(instruction))


def kinds_of(scene: Scene) -> frozenset[str]:
    """What wordings fit a picture: "graphic", "lettered", "rows", "chart", its own kind..."""
    found = {"any"} | ({"worded"} if scene.texts else set())
    if scene.kind == "scene":
        return frozenset(found)
    found |= {"graphic", scene.kind}
    if scene.kind in CARDS:
        found.add("card")
    if len(scene.items) == 1:
        found.add("single")
    if rows_of(scene):
        found |= {"rows", "lettered"}
    if scene.chart is not None:
        found.add("chart")
    if any(CLOCK.fullmatch(row.mark) for row in rows_of(scene)):
        found.add("timed")
    if scene.texts:
        found.add("lettered")
    if "card" in found and _job(scene):
        found.add("job")
    return frozenset(found)


def _parts(instruction: str) -> Iterator[str]:
    """The instruction cut between clauses, marks and all; a new clause opens with a verb."""
    quotes = [(token.start, token.end) for token in tokenise(instruction) if token.kind == "quote"]
    start = 0
    for stop in _STOP.finditer(instruction):
        if any(first <= stop.start() < last for first, last in quotes):
            continue
        tied = stop[0].lstrip()[:1] in (",", "a")
        if tied and not _opens(instruction[stop.end() :]):
            continue
        yield instruction[start : stop.start()]
        yield stop[0]
        start = stop.end()
    yield instruction[start:]


def _opens(text: str) -> bool:
    """Whether a text opens with a verb."""
    said = _OPENING.sub("", text).casefold().split()
    return any(" ".join(said[:length]) in verbs() for length in (1, 2, 3))


def _order(part: str, rows: Iterable[Wording], scene: Scene) -> str | None:
    """A clause as an order; None where no wording fits it."""
    opening = _OPENING.match(part.lstrip())
    clause = part.strip()[opening.end() if opening else 0 :]
    clause = _CLOSING.sub("", clause.rstrip(" .!?"))
    if not clause:
        return None
    for row in rows:
        match = row.said.fullmatch(clause)
        if match is not None:
            return _told(row.order, match, scene)
    return None


def _told(order: str, match: re.Match[str], scene: Scene) -> str:
    def part(slot: re.Match[str]) -> str:
        name, _, form = slot[1].partition(":")
        if name == "title":
            return _title(scene)
        if name == "person":
            return "name" if any(text.role == "name" for text in scene.texts) else "title"
        if name == "job":
            return _job(scene)
        if name == "thing":
            return f"the {scene.items[0].word}"
        group = match[int(name)] or ""
        if form == "text":
            return f'"{group.strip().strip(_MARKS)}"'
        return _amount(group) if form == "amount" else group

    return re.sub(r"\{([^}]+)\}", part, order)


def _amount(said: str) -> str:
    """ "50 cents" as 0.50, "10 percent" as 10%, "1 euro" as 1."""
    number = re.search(r"\d+(?:[.,]\d+)?", said)
    assert number is not None
    digits = number[0].replace(",", ".")
    if "cent" in said and "per" not in said:
        return f"{float(digits) / 100:.2f}"
    return f"{digits}%" if "%" in said or "per" in said else digits


def _title(scene: Scene) -> str:
    """The word for the text that a picture is called by."""
    roles = {text.role for text in scene.texts}
    named = "name" in roles or (not roles and scene.kind in ("logo", "emblem", "sign"))
    return "name" if named and "title" not in roles else "title"


def _job(scene: Scene) -> str:
    """What a card says its bearer is: its first line that is no address."""
    lines = [entry.label for entry in scene.sheet.entries] if scene.sheet is not None else []
    return next((line for line in lines if not any(sign.search(line) for sign in DATA.values())), "")


@functools.cache
def _wordings() -> tuple[Wording, ...]:
    data = tomllib.loads(files(__package__).joinpath("orders.toml").read_text(encoding="utf-8"))
    slots = _slots()
    return tuple(
        Wording(
            frozenset(row["of"]),
            re.compile(re.sub(r"\{([a-z]+)\}", lambda slot: slots[slot[1]], row["said"]), re.IGNORECASE),
            row["order"],
        )
        for row in data["rows"]
    )


def _slots() -> dict[str, str]:
    """Patterns for what the wordings name."""
    colours: dict[str, Any] = table("words/colours")["colours"]
    return {
        "forms": _one_of(information()["forms"]),
        "units": _one_of(information()["units"]),
        "sorted": _one_of(information()["orders"]),
        "colours": _one_of(colours),
        "fonts": _one_of(_fonts()),
        "lists": _one_of(_LISTS),
        "sheet": rf"(?:the|this|that|my|our) (?:\w+ )?(?:{_one_of(_SHEETS)})",
        "quoted": _QUOTED,
        "text": rf"({_QUOTED[1:-1]}|[^\"“].*?)",
        "tail": rf"(?: in (?:{_one_of(colours)})| at the (?:top|bottom))?",
        "date": _DATE,
        "hour": _HOUR,
        "amount": _AMOUNT,
    }


def _fonts() -> set[str]:
    """All words that stand for a mood of type: "modern", "serif"."""
    sheet = files("aquatint.engines.composer").joinpath("type", "faces.toml").read_text(encoding="utf-8")
    moods: dict[str, Any] = tomllib.loads(sheet)["moods"]
    return {*moods, *(word for mood in moods.values() for word in mood["words"])}


def _one_of(entries: Iterable[Any]) -> str:
    return "|".join(re.escape(str(entry)) for entry in sorted(map(str, entries), key=len, reverse=True))
