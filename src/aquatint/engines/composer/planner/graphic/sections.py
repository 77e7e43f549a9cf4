"""Text in sections: "Starters: soup $5, salad $6; Mains: pasta $12"; pros and cons; ingredients and steps."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.planner.graphic.art import emblem_of
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.lists import entry_of, items_of, list_region
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.scene import Entry, Sheet

_COMMA = re.compile(r"\s*,(?!\d{3}\b)\s*(?:and\s+)?")
_HEAD = re.compile(
    r"(?:^|[;.\n,]\s*(?:and\s+)?|:\s+|\s+and\s+(?=pros|cons|both))(?P<name>[^\W\d][^:;.,\n]{0,40}?)\s*:\s+(?!//)"
)
_VERSUS = re.compile(
    r"^(?P<a>.{1,60}?)\s+(?:vs\.?|versus)\s+(?P<b>.{1,60}?)(?=\s*[:;,.\n]|\s+with\b|\s+in\b|$)", re.DOTALL
)
_LEADING_TOPIC = re.compile(
    r"^\s*(?:(?:showing|of|for)\s+)?(?:(?:the\s+)?(?:overlap|relationship|intersection|similarit\w+|differences?)(?:\s+and\s+differences)?\s+(?:between|of)|of|for|about|comparing|between|on|showing|the|a|an)\s+",
    re.IGNORECASE,
)
Reader = Callable[[Piece, int], Entry]


class Section(NamedTuple):
    """A name and what stands under it."""

    name: Piece
    body: Piece


def sections_of(piece: Piece) -> list[Section]:
    """The sections of a text; empty when it names none."""
    heads = [found for found in _HEAD.finditer(piece.text) if len(found["name"].split()) <= 6]
    stops = [*(found.start() for found in heads[1:]), len(piece.text)][: len(heads)]
    return [
        Section(piece.cut(found.start("name"), found.end("name")), piece.cut(found.end(), stop).strip())
        for found, stop in zip(heads, stops, strict=True)
    ]


def read_under(
    brief: Brief, sections: list[Section], reader: Reader, splitter: Callable[[Piece], list[Piece]]
) -> Content:
    entries: list[Entry] = []
    claims: list[Piece] = []
    for section in sections:
        if len(entries) >= 70:
            break
        head = len(entries)
        entries.append(
            Entry(label=sentence_case(section.name.text)[:400], role="section", art=emblem_of(section.name.text))
        )
        claims.append(section.name)
        for part in splitter(section.body)[: 79 - head]:
            entries.append(reader(part, head))
            claims.append(part)
    start = claims[0].start if claims else -1
    return Content(brief.kind, sheet=Sheet(entries=entries[:80]), claims=claims, start=start, empty=not entries)


def _plain(piece: Piece, parent: int) -> Entry:
    return entry_of(piece, parent=parent)


def _whole(brief: Brief) -> list[Section]:
    """Sections after the kind's word. A single one that has no others beside it is the head of a plain list."""
    found = sections_of(brief.rest)
    region = list_region(brief)
    if len(found) > 1 and re.search(r"[.\n]\s*$", brief.rest.text[: found[0].name.start - brief.rest.start]):
        # 'Menu "Bella Napoli". Starters: soup $5. Mains: ...': the first section begins a sentence.
        return found
    if region is not None and len(sections_of(region)) > 1:
        return sections_of(region)
    return found if len(found) > 1 else []


def read_sections(brief: Brief) -> Content:
    """Sections with their points; a plain list when there are none."""
    found = _whole(brief)
    if found:
        return read_under(brief, found, _plain, items_of)
    region = list_region(brief)
    parts = items_of(region) if region is not None else []
    if brief.kind == "recipe" and len(parts) > 1:
        # "3 eggs, 200 g flour; mix, bake": what is needed and what is done, one by one.
        parts = [each for part in parts for each in part.split(_COMMA)]
    entries = [entry_of(part) for part in parts]
    start = region.start if region is not None and parts else -1
    return Content(brief.kind, sheet=Sheet(entries=entries), claims=parts, start=start, empty=not entries)


def read_comparison(brief: Brief) -> Content:
    """Two sides with their points: named sections, or "X vs Y" alone."""
    found = _whole(brief)
    if found:
        return read_under(brief, found, _plain, items_of)
    topic = brief.rest
    if (lead := _LEADING_TOPIC.match(topic.text)) is not None:
        topic = topic.cut(lead.end())
    versus = topic.search(_VERSUS)
    if versus is None and (versus := brief.before.search(_VERSUS)) is not None:
        topic = brief.before
    if versus is None:
        return read_sections(brief)
    sides = [topic.cut(*versus.span(name)).strip() for name in ("a", "b")]
    sides = [side.cut(lead.end()) if (lead := _LEADING_TOPIC.match(side.text)) else side for side in sides]
    entries = [
        Entry(label=sentence_case(side.text)[:400], role="section", art=emblem_of(side.text)) for side in sides
    ]
    return Content(brief.kind, sheet=Sheet(entries=entries), claims=sides, start=sides[0].start)


_SHARED = re.compile(r"^(?:both|shared|common|in common|overlap|together|middle|intersection)\b", re.IGNORECASE)


def read_sets(brief: Brief) -> Content:
    """The sets of a Venn diagram, what is only in each, and what they share."""
    content = read_comparison(brief)
    assert content.sheet is not None
    for entry in content.sheet.entries:
        if entry.role == "section" and _SHARED.match(entry.label):
            entry.role = "shared"
    if not any(entry.role == "section" for entry in content.sheet.entries):
        for entry in content.sheet.entries:
            entry.role = "section"
    if content.empty:
        return _sets_by_and(brief)
    return content


_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")


def _sets_by_and(brief: Brief) -> Content:
    """ "Venn diagram of cats and dogs"."""
    topic = brief.rest
    if (lead := _LEADING_TOPIC.match(topic.text)) is None:
        return Content(brief.kind, sheet=Sheet(), empty=True)
    stop = re.search(r"[.:;\n]|\s+(?:with|in)\s+", topic.text)
    parts = topic.cut(lead.end(), stop.start() if stop else None).split(_AND)[:3]
    if len(parts) < 2:
        return Content(brief.kind, sheet=Sheet(), empty=True)
    entries = [Entry(label=sentence_case(p.text)[:400], role="section", art=emblem_of(p.text)) for p in parts]
    return Content(brief.kind, sheet=Sheet(entries=entries), claims=parts, start=parts[0].start)
