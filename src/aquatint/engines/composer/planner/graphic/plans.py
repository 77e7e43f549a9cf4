"""Plans in time and forecasts: Gantt charts ("design Jan-Mar, build Feb-May") and days with their weather."""

from __future__ import annotations

import re
from typing import NamedTuple

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.lists import list_region, speaks_of_manner
from aquatint.engines.composer.planner.graphic.numbers import DAYS, MONTHS
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.scene import Entry, Sheet

_SPLIT = re.compile(r"\s*[,;\n]\s*(?:and\s+)?|\s+and\s+")
_NAMED = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in (*MONTHS, *DAYS))
_UNIT = (
    rf"(?:(?P<{{0}}unit>weeks?|days?|months?|sprints?|w|q|year|years)\s*)?(?P<{{0}}at>{_NAMED}|\d{{{{1,4}}}})\.?"
)
_SPAN = re.compile(
    r"\s*[:(–-]*\s*\b(?:from\s+|in\s+)?" + _UNIT.format("a") + r"(?:\s*(?:-|–|—|to|until|till|through)\s*"
    + _UNIT.format("b") + r")?\s*\)?\s*$",
    re.IGNORECASE,
)  # fmt: skip
_OPENS = re.compile(
    r":(?!\d)\s*|\b(?:with|showing|including)\s+(?:the\s+)?(?:tasks?\s+|phases?\s+|steps?\s+)?", re.IGNORECASE
)
MOST = 24
"""Units of time on one page."""


class Span(NamedTuple):
    """A task and its first and last unit of time."""

    label: Piece
    mark: str
    first: int
    last: int
    unit: str
    """ "month", "day" or what counts them: "week"."""


def read_plan(brief: Brief) -> Content:
    """The tasks of a Gantt chart: each with its span as shares of the whole time, and the names of its units."""
    opened = brief.rest.search(_OPENS)
    region = brief.rest.cut(opened.end()) if opened is not None else brief.rest
    spans = [span for part in region.split(_SPLIT) if (span := _span(part)) is not None]
    units = {span.unit for span in spans}
    first, last = min((s.first for s in spans), default=0), max((s.last for s in spans), default=0)
    if len(spans) < 2 or len(units) > 1 or last - first >= MOST:
        return Content(brief.kind, sheet=Sheet(), empty=True)
    length = last - first + 1
    entries = [
        Entry(
            label=sentence_case(span.label.text)[:400],
            mark=span.mark,
            at=((span.first - first) / length, (span.last + 1 - first) / length),
        )
        for span in spans
    ]
    names = [_name(unit, spans[0].unit) for unit in range(first, last + 1)]
    claims = [Piece(brief.prompt[s.label.start :], s.label.start).cut(0, _reach(brief, s)) for s in spans]
    return Content(brief.kind, sheet=Sheet(entries=entries, rows=[names]), claims=claims, start=claims[0].start)


def _reach(brief: Brief, span: Span) -> int:
    """How far a task and its span reach in the prompt, from the task's first letter."""
    after = brief.prompt.find(span.mark, span.label.end)
    return after + len(span.mark) - span.label.start


def _span(part: Piece) -> Span | None:
    found = part.search(_SPAN)
    label = part.cut(0, found.start()).strip(" \t:–-(") if found is not None else part
    if found is None or not label.text or speaks_of_manner(part.text):
        return None
    first, kind = _place(found["aat"])
    last, other = _place(found["bat"]) if found["bat"] else (first, kind)
    if kind != other:
        return None
    unit = (found["aunit"] or "").lower().rstrip("s") or kind
    if last < first:
        last += {"month": 12, "day": 7}.get(kind, 0)
    if last < first:
        return None
    mark = part.text[found.start() :].strip(" \t:()").removeprefix("from ").removeprefix("in ")
    return Span(label, mark[:400], first, last, {"w": "week"}.get(unit, unit))


def _place(text: str) -> tuple[int, str]:
    """The number of a unit and what it is."""
    lowered = text.lower()
    for kind, names in (("month", MONTHS), ("day", DAYS)):
        for index, name in enumerate(names):
            if lowered[:3] == name[:3].lower() and not text.isdigit():
                return index, kind
    return int(text), "number"


def _name(place: int, unit: str) -> str:
    """What the head of a column says."""
    if unit == "month":
        return MONTHS[place % 12][:3].capitalize()
    if unit == "day":
        return DAYS[place % 7][:3].capitalize()
    return str(place) if unit == "number" or len(unit) > 6 else f"{unit[0].upper()}{place}"


_WEATHER = {
    "sun behind cloud": ("partly", "partially", "mostly", "mixed"),
    "storm cloud": ("storm", "stormy", "thunder", "thunderstorm", "thunderstorms", "lightning"),
    "snow cloud": ("snow", "snowy", "sleet"),
    "rain cloud": ("rain", "rainy", "showers", "drizzle", "wet", "shower"),
    "tornado": ("windy", "wind", "gale"),
    "dust cloud": ("fog", "foggy", "mist", "haze"),
    "cloud": ("cloudy", "clouds", "overcast", "grey", "gray", "cloud"),
    "sun": ("sun", "sunny", "clear", "hot", "warm", "sunshine", "bright"),
}
"""The things that stand for a weather, and its words; the stronger ones first."""
_DEGREES = re.compile(r"[-–−]?\d{1,3}\s?(?:°\s?[CF]?|º\s?[CF]?|degrees?(?:\s+\w+)?|[CF]\b)?")
_DAY_NAME = re.compile(
    rf"^(?:(?:{_NAMED})\b\.?|today|tonight|tomorrow|\d{{1,2}}(?::00)?\s?(?:am|pm))\s*[:–-]?\s*", re.IGNORECASE
)


def read_forecast(brief: Brief) -> Content:
    """Days with their weather: "Monday 18 C, Tuesday sunny 20 C"."""
    region = list_region(brief)
    parts = region.split(re.compile(r"\s*[,;\n]\s*(?:and\s+)?")) if region is not None else []
    entries, claims = [], []
    for part in parts:
        day = part.search(_DAY_NAME)
        if day is None or not (part.search(_DEGREES) or _sky(part.text)):
            continue
        label, rest = part.cut(0, day.end()).strip(" \t:–-"), part.cut(day.end()).strip()
        entries.append(
            Entry(label=sentence_case(label.text), detail=sentence_case(rest.text), art=_sky(rest.text))
        )
        claims.append(part)
    if len(entries) < 2:
        return Content("lineup", sheet=Sheet(), empty=True)
    content = Content("lineup", sheet=Sheet(entries=entries), claims=claims, start=claims[0].start)
    named = re.sub(r"\s+(?:card|widget|infographic|report card)$", "", brief.word, flags=re.IGNORECASE)
    content.heading = Piece(named, brief.at)
    content.claims.append(content.heading)
    return content


def _sky(text: str) -> str:
    """The drawing of the weather that some words tell, or ""."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return next((nouns()[name].art for name, said in _WEATHER.items() if words & set(said)), "")
