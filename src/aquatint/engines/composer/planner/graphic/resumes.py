"""Reading résumés: a name, what the person is, contacts, and sections whose entries may have dates."""

from __future__ import annotations

import re

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.lists import speaks_of_manner
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.graphic.sections import read_under, sections_of
from aquatint.engines.composer.scene import Entry, Sheet, Text

_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"[\s,(]*(?P<date>{_YEAR}(?:\s?(?:[-–—]|to)\s?(?:{_YEAR}|now|present|today))?)\)?\s*$", re.IGNORECASE
)
_ITEM = re.compile(r"\s*[,;\n]\s*(?:and\s+)?|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!Mrs)(?<!Prof)\.\s+|\s*[•·|]\s*")
_LEAD = re.compile(r"^\s*(?::|for\b|of\b)\s*")
_FOR = re.compile(r"\bfor\s+(?=[A-Z])")
_CONTACT = re.compile(r"[@+/]|\d|\w\.\w")


def read_resume(brief: Brief) -> Content:
    """The head becomes texts and contacts; the sections follow."""
    sections = sections_of(brief.rest)
    content = read_under(brief, sections, _entry, _items)
    assert content.sheet is not None
    stop = sections[0].name.start - brief.end if sections else None
    head = brief.rest.cut(0, stop)
    lead = _LEAD.match(head.text) or _FOR.search(head.text)
    parts = head.cut(lead.end()).split(_ITEM) if lead is not None else []
    parts = [part for part in parts if part.text[:1] not in '"“«' and not speaks_of_manner(part.text)]
    contacts = [part for part in parts[1:] if _CONTACT.search(part.text)]
    named = [part for part in parts if part not in contacts]
    quoted = re.search(r"[\"“«]", brief.prompt) is not None
    for index, part in enumerate(named):
        content.texts.append(Text(role="subtitle" if index or quoted else "title", content=part.text[:400]))
    # Contacts stand first, under no head.
    shifted = [entry for entry in content.sheet.entries if entry.role == "section" or entry.parent >= 0]
    for entry in shifted:
        entry.parent += len(contacts) if entry.parent >= 0 else 0
    content.sheet = Sheet(entries=[*(Entry(label=part.text[:400]) for part in contacts), *shifted][:80])
    content.claims += parts
    content.empty = not (content.sheet.entries or content.texts or quoted)
    return content


def _items(piece: Piece) -> list[Piece]:
    """The entries of a section; what stands before a date without one of its own belongs to it."""
    parts = piece.split(_ITEM)
    if not any(_DATE.search(part.text) for part in parts):
        return parts
    items: list[Piece] = []
    start: int | None = None
    for part in parts:
        start = part.start if start is None else start
        if _DATE.search(part.text):
            items.append(piece.cut(start - piece.start, part.end - piece.start))
            start = None
    if start is not None:
        items += [part for part in parts if part.start >= start]
    return items


def _entry(piece: Piece, parent: int) -> Entry:
    """ "BA Design, Madrid 2014": a label, a detail, a date."""
    found = _DATE.search(piece.text)
    words = piece.cut(0, found.start()).strip() if found is not None and found.start() else piece
    label, _, detail = words.text.partition(", ")
    return Entry(
        label=sentence_case(label)[:400],
        detail=detail.strip()[:400],
        mark=found["date"] if found is not None and words is not piece else "",
        parent=parent,
    )
