"""Entries with dates or times: events of a timeline, points of an agenda; the month of a calendar."""

from __future__ import annotations

import re

from aquatint.engines.composer.lexicon.casing import sentence_case, title_case
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.lists import entry_of, items_of, list_region, speaks_of_manner
from aquatint.engines.composer.planner.graphic.numbers import DAYS, MONTHS
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.scene import Entry, Sheet, Text, TextRole

_MONTH = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in MONTHS) + r")\.?"
_DAY = "(?:" + "|".join(f"{d[:3]}(?:{d[3:]})?" for d in DAYS) + r")\.?"
_CLOCK = r"\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|AM|PM)|\d{1,2}[:.]\d{2}(?:\s?h)?|noon|midnight"
_YEAR = r"(?:c\.\s?|ca\.\s?|around\s)?\d{1,5}\s?(?:BCE?|AD|CE)|\d{4}s?"
_ONE = (
    rf"(?:{_DAY},?\s+)?{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
    rf"|(?:{_DAY},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{4}}"
    rf"|Q[1-4](?:\s+\d{{4}})?|(?:Day|Week|Month|Year|Hour|Phase|Stage|Sprint|Quarter)\s+\d{{1,3}}"
    rf"|{_CLOCK}|{_YEAR}|{_DAY}(?=[\s:,-])|{_MONTH}(?=[\s:,-])"
)
DATE = re.compile(
    rf"(?<![\w$€£])(?:{_ONE})(?:\s?(?:-|–|—|to)\s?(?:{_ONE}|\d{{2}}(?!\d)|present|today|now))?(?![\w%])"
)
_SPLIT = re.compile(r"\s*[;\n]\s*(?:and\s+)?|\s*,\s*(?:and\s+)?|\s+and\s+(?=(?:in\s+)?\d{4}\b)|\s*(?:->|→)\s*")
_TIES = " \t\r\n,;.:–—-()="
_MONTH_YEAR = re.compile(rf"\b({_MONTH})(?:\s+(?:of\s+)?(\d{{4}}))?(?!\w)", re.IGNORECASE)
MASK = "\x01"


def _masked(piece: Piece) -> Piece:
    """The same text, with the commas inside dates hidden from splitting."""
    text = DATE.sub(lambda found: found[0].replace(",", MASK), piece.text)
    return Piece(text, piece.start)


def _dated(piece: Piece) -> Entry | None:
    """An entry whose date stands at its beginning or its end, or in brackets."""
    best: tuple[int, Entry] | None = None
    for found in DATE.finditer(piece.text):
        before, after = piece.cut(0, found.start()).strip(_TIES), piece.cut(found.end()).strip(_TIES)
        tied = re.search(r"(?:^|\s)(?:in|at|on|from|by|since|of)$", before.text) is not None
        if before.text and after.text and not tied:
            continue
        # "1000 employees by 2020" happened in 2020.
        rank = 2 if tied else 1
        if best is None or rank > best[0]:
            best = (rank, _dated_entry(found[0].strip(), before, after))
    return best[1] if best is not None else None


def _dated_entry(mark: str, before: Piece, after: Piece) -> Entry:
    tie = re.search(r"(?:^|\s+)(?:in|at|on|from|by|since|of)$", before.text)
    before = before.cut(0, tie.start()).strip() if tie is not None else before
    words = after if after.text else before
    entry = entry_of(words) if words.text else Entry(label="")
    entry.mark = mark[:400]
    return entry


def read_dated(brief: Brief) -> Content:
    """The dated entries after the kind's word; a plain list when nothing in it has a date."""
    region = list_region(brief) or brief.rest
    parts = [piece._replace(text=piece.text.replace(MASK, ",")) for piece in _masked(region).split(_SPLIT)]
    if len(parts) < 3:
        parts = _between_dates(region) or parts
    entries: list[Entry] = []
    claims: list[Piece] = []
    for part in parts:
        if len(entries) >= 60:
            break
        entry = _dated(part)
        if entry is not None and (entry.label or entry.mark):
            entries.append(entry)
            claims.append(part)
        elif entries and not speaks_of_manner(part.text):
            _add_detail(entries[-1], part)
            claims.append(part)
        elif entries:
            break
    entries = entries[:60]
    if len(entries) == 1 and not entries[0].label:
        # "From 1900 to 2000" are the two ends of a line.
        ends = re.split(r"\s?(?:-|–|—|\bto\b)\s?", entries[0].mark)
        entries = [Entry(label="", mark=end) for end in ends if end]
    if not entries:
        plain = list_region(brief)
        claims = items_of(plain) if plain is not None else []
        entries = [entry_of(part) for part in claims]
    start = claims[0].start if claims else -1
    return Content(brief.kind, sheet=Sheet(entries=entries), claims=claims, start=start, empty=not entries)


def _add_detail(entry: Entry, part: Piece) -> None:
    """What follows a dated entry without a date of its own belongs to it."""
    if not entry.label:
        entry.label = sentence_case(part.text)[:400]
    else:
        entry.detail = (f"{entry.detail}, {part.text}" if entry.detail else sentence_case(part.text))[:400]


def _between_dates(region: Piece) -> list[Piece]:
    """ "1957 Sputnik 1961 Gagarin": each date begins an entry."""
    starts = [found.start() for found in DATE.finditer(region.text)]
    if len(starts) < 2 or region.text[: starts[0]].strip(_TIES):
        return []
    return [
        region.cut(start, stop).strip()
        for start, stop in zip(starts, [*starts[1:], len(region.text)], strict=True)
    ]


def read_calendar(brief: Brief) -> Content:
    """The month (and year) that a calendar page is for; the days of events in it ("5: dentist")."""
    for found in _MONTH_YEAR.finditer(brief.prompt):
        month = next((i + 1 for i, name in enumerate(MONTHS) if name[:3].lower() == found[1][:3].lower()), 0)
        year = int(found[2]) if found[2] else 0
        if not year or not 1 <= year <= 9999:
            continue
        events = _events(Piece(brief.prompt[found.end() :], found.end()))
        claims = [Piece(found[0], found.start()), *[piece for _, piece in events]]
        sheet = Sheet(year=year, month=month, entries=[entry for entry, _ in events])
        texts = [Text(role="title", content=title_case(found[0]))]
        return Content("calendar", sheet=sheet, texts=texts, claims=claims, start=found.start())
    return Content("calendar", sheet=Sheet(), empty=True)


_EVENT = re.compile(
    r"(?:^|[:,;\n]\s*|\b(?:and|with|on|the)\s+)(?P<day>\d{1,2})(?:st|nd|rd|th)?\s*[:–-]?\s+(?P<what>[^,;\n\d][^,;\n]*)"
)


def _events(rest: Piece) -> list[tuple[Entry, Piece]]:
    """ "12 dentist, 24th: concert" """
    found = []
    for match in _EVENT.finditer(rest.text):
        if 1 <= int(match["day"]) <= 31:
            piece = rest.cut(match.start("day"), match.end("what"))
            found.append((Entry(label=sentence_case(match["what"].strip())[:400], mark=match["day"]), piece))
    return found[:31]


_OCCASION = re.compile(
    rf"\b(?:on|at|from)\s+(?P<when>(?:{_ONE})(?:,?\s+(?:at|from)?\s*(?:{_ONE}))*)(?!\w)", re.IGNORECASE
)


_PART = re.compile(r"\s*[,;\n]\s*|\.\s+")
_INVITED = re.compile(r"^\s*(?::|—|–|-)\s*(?=\S)")


def read_invitation(brief: Brief) -> Content | None:
    """What stands after the colon: names, date, place; else when it is for: "on Saturday 5 May at 3 pm"."""
    opened = _INVITED.match(brief.rest.text)
    parts = brief.rest.cut(opened.end()).split(_PART) if opened is not None else []
    parts = [part for part in parts if _is_proper(part) and not speaks_of_manner(part.text)][:8]
    if len(parts) > 1:
        roles: list[TextRole] = ["title", "subtitle", *["body"] * len(parts)]  # type: ignore[list-item]
        texts = [Text(role=role, content=part.text[:400]) for role, part in zip(roles, parts, strict=False)]
        return Content(brief.kind, texts=texts, claims=parts)
    found = _OCCASION.search(brief.rest.text)
    if found is None:
        return None
    piece = brief.rest.cut(*found.span("when")).strip()
    return Content(brief.kind, texts=[Text(role="body", content=piece.text[:400])], claims=[piece])


def _is_proper(part: Piece) -> bool:
    """Whether a part is a name, a date or an address: it begins with a capital or a figure, and is not quoted."""
    return part.text[:1].isupper() or part.text[:1].isdigit()
