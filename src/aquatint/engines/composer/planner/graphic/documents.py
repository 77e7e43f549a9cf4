"""Tables, quotes, certificates, tickets, cards with contacts, badges and slides."""

from __future__ import annotations

import re

from aquatint.engines.composer.lexicon.casing import sentence_case, title_case
from aquatint.engines.composer.planner.contacts import ALONE
from aquatint.engines.composer.planner.graphic.art import emblem_of
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.dates import DATE
from aquatint.engines.composer.planner.graphic.lists import (
    COMMA,
    comma_items,
    entry_of,
    items_of,
    list_region,
    speaks_of_manner,
)
from aquatint.engines.composer.planner.graphic.pieces import Piece, lines_of
from aquatint.engines.composer.scene import Entry, Sheet, Text

_NAME = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir)\.?\s+)?[A-ZÀ-Þ][\w'’.-]*"
    r"(?:\s+(?:de|van|von|da|del|la|of)?\s*[A-ZÀ-Þ][\w'’.-]*){0,4}"
)
_TO_NAME = re.compile(rf"\b(?:for|to|that|name|named)\s+(?P<name>{_NAME})")
_SIGNED = re.compile(rf"\b(?:signed by|signature of|signed|presented by|issued by|from)\s+(?P<name>{_NAME})")
_BY = re.compile(rf"(?:\bby|[-–—]|\bfrom|\battributed to)\s+(?P<name>{_NAME})\s*[.,]?")
_AFTER_QUOTE = re.compile(rf"[\"”»]\s*[,.]?\s+(?P<name>{_NAME})\s*[.,]?\s*$")
_HONOUR = re.compile(
    r"(?:the\s+)?(?:best|most|top|first|second|third|winner|champion|runner|outstanding|\d+(?:st|nd|rd|th))\b"
)
_AMOUNT = re.compile(r"\b(?:for|of|worth)\s+(?P<sum>[$€£¥₹]\s?\d+(?:[.,]\d+)*)")
_REASON = re.compile(
    r"\b(?P<why>(?:for|in)\s+(?:\w+ing|outstanding|excellence|excellent|recognition|his|her|their|being)\b[^,;\n]*)"
)
_COLUMNS = re.compile(
    r"\bcolumns?\s*:?\s+(?P<names>[^:;\n]+?)\s*(?:[;\n.]|\band rows?\b|\brows?\b|$)", re.IGNORECASE
)
_ROWS = re.compile(r"\brows?\s*:?\s+(?P<rows>.+)$", re.IGNORECASE | re.DOTALL)
_ROW = re.compile(r"\s*[;\n]\s*|\.\s+")
_CELL = re.compile(r"\s*\|\s*|\s*,(?!\d{3}\b)\s*|\t+")
_BAR = re.compile(r"\s*\|\s*")
_FOR = re.compile(r"^\s*(?:for|of)\s+(?!an?\s|the\s|my\s|our\s)", re.IGNORECASE)


def read_table(brief: Brief) -> Content:
    """Rows between bars, or "columns a, b; rows: x, y; z, w"."""
    lines = [line for line in lines_of(Piece(brief.prompt, 0)) if "|" in line.text]
    if lines:
        first = [part for part in _after_colon(lines[0]).split(_ROW) if "|" in part.text]
        lines = [*first, *lines[1:]]
    rows = [_cells(line, _BAR) for line in lines if line.text.strip("|-: ")]
    if len(rows) < 2:
        rows = _columns_and_rows(brief)
    rows = [row[:12] for row in rows[:40]]
    table = [[sentence_case(cell.text)[:400] for cell in row] for row in rows]
    claims = [cell for row in rows for cell in row]
    start = claims[0].start if claims else -1
    words = [Piece(found[0], found.start()) for found in re.finditer(r"\b(?:columns?|rows?)\b", brief.prompt)]
    return Content(brief.kind, sheet=Sheet(rows=table), claims=claims, spent=words, start=start, empty=not table)


def _after_colon(piece: Piece) -> Piece:
    found = re.search(r":\s+", piece.text[: piece.text.find("|")])
    return piece.cut(found.end()) if found else piece


def _cells(row: Piece, pattern: re.Pattern[str]) -> list[Piece]:
    return row.strip(" \t|;.,").split(pattern)


def _columns_and_rows(brief: Brief) -> list[list[Piece]]:
    whole = Piece(brief.prompt[brief.at :], brief.at)
    columns, rows = whole.search(_COLUMNS), whole.search(_ROWS)
    if columns is None:
        region = list_region(brief)
        found = [_cells(row, _CELL) for row in region.split(_ROW)] if region is not None else []
        return found if len(found) > 1 and len({len(row) for row in found}) == 1 and len(found[0]) > 1 else []
    head = whole.cut(*columns.span("names")).split(COMMA)
    if rows is None:
        return [head]
    return [head, *(_cells(row, _CELL) for row in whole.cut(*rows.span("rows")).split(_ROW))]


def read_quote(brief: Brief) -> Content:
    """The one who said it; the quoted words themselves are texts of the prompt."""
    content = Content("quote", sheet=Sheet())
    found = _BY.search(_unquoted(brief.prompt)) or _AFTER_QUOTE.search(brief.prompt)
    if found is not None:
        name = Piece(brief.prompt, 0).cut(*found.span("name")).strip()
        content.texts.append(Text(role="name", content=name.text[:400]))
        content.claims.append(name)
    if not re.search(r"[\"“'‘«]", brief.prompt) and (region := list_region(brief)) is not None:
        words = region.cut(0, _cut_at(found, region)).strip(" \t\r\n,;-–—")
        content.texts.insert(0, Text(role="title", content=words.text[:400]))
        content.claims.append(words)
    return content


def _cut_at(found: re.Match[str] | None, region: Piece) -> int | None:
    return found.start() - region.start if found is not None and found.start() > region.start else None


def _unquoted(text: str) -> str:
    """The text with what stands in double quotation marks blanked out."""
    return re.sub(r"[\"“«][^\"”»]*[\"”»]", lambda found: " " * len(found[0]), text)


def read_certificate(brief: Brief) -> Content:
    """Title, name, reason, date and signature: only those that the prompt gives."""
    content = Content("certificate", sheet=Sheet())
    rest = brief.rest
    of = re.match(
        r"\s+of\s+(?P<what>[A-Za-z][\w\s]*?)(?=\s+(?:for|to|awarded|presented|in|on|with|that|given)\b|[,.;:\n]|$)",
        rest.text,
    )
    quoted = re.search(r"[\"“«]|\btitled\b", brief.prompt)
    if of is not None:
        what = rest.cut(*of.span("what"))
        content.claims.append(what)
        if not quoted:
            content.texts.append(Text(role="title", content=title_case(f"{brief.word} of {what.text}")[:400]))
    _certificate_parts(content, rest)
    return content


def _certificate_parts(content: Content, rest: Piece) -> None:
    assert content.sheet is not None
    if (amount := _AMOUNT.search(rest.text)) is not None:
        piece = rest.cut(*amount.span("sum"))
        content.texts.append(Text(role="name", content=piece.text))
        content.claims.append(piece)
    if (name := _TO_NAME.search(rest.text)) is not None:
        piece = rest.cut(*name.span("name")).strip()
        content.texts.append(Text(role="name", content=piece.text[:400]))
        content.claims.append(piece)
    date, signed = DATE.search(rest.text), _SIGNED.search(rest.text)
    if (why := _REASON.search(rest.text)) is not None:
        stops = [found.start() for found in (date, signed) if found is not None and found.start() > why.start()]
        piece = rest.cut(why.start("why"), min([why.end("why"), *stops])).strip()
        text = re.sub(r"\s+(?:on|dated|at|in|and)$", "", piece.text)
        content.texts.append(Text(role="body", content=text[:400]))
        content.claims.append(piece)
    for found, part in ((date, 0), (signed, "name")):
        if found is not None:
            line = rest.cut(*found.span(part)).strip()
            content.sheet.entries.append(Entry(label=line.text[:400]))
            content.claims.append(line)
            content.spent.append(rest.cut(*found.span()))
    _add_rest(content, rest)


def _add_rest(content: Content, rest: Piece) -> None:
    """What else stands between commas: a degree, a school."""
    for part in rest.split(re.compile(r"\s*[,;\n]\s*|\.\s+")):
        if any(part.start < other.end and other.start < part.end for other in (*content.claims, *content.spent)):
            continue
        worthy = part.text[:1].isupper() or _HONOUR.match(part.text)
        if part.start > rest.start + 1 and worthy and not speaks_of_manner(part.text):
            content.texts.append(Text(role="body", content=part.text[:400]))
            content.claims.append(part)


def read_card(brief: Brief) -> Content:
    """Name first, then role and contacts: business cards, badges, tickets."""
    region = list_region(brief)
    named = _FOR.match(brief.rest.text)
    if named is None and (region is None or ":" not in brief.rest.text[: region.start - brief.end]):
        region = _later_words(brief)
    if named is not None and (region is None or region.start > brief.end + named.end() + 60):
        region = brief.rest.cut(named.end())
    parts = comma_items(region) if region is not None else []
    if named is not None and region is not None and region.start > brief.end + named.end():
        head = brief.rest.cut(named.end(), region.start - brief.end).strip(" \t\r\n,;:.")
        parts = [head, *parts]
    parts = [part for part in parts if not speaks_of_manner(part.text)]
    # "With phone number and website": what is not given is not invented.
    parts = [part for part in parts if not ALONE.match(part.text)]
    entries = [_plain(part) for part in parts]
    quoted = re.search(r"[\"“«]", brief.prompt[: parts[0].start]) if parts else None
    content = Content(
        brief.kind,
        # A name in quotation marks is among the texts already.
        sheet=Sheet(entries=entries if quoted is not None else entries[1:]),
        claims=parts,
        empty=not parts and not re.search(r"[\"“«']", brief.prompt),
    )
    if parts:
        content.start = parts[0].start
        if quoted is None:
            content.texts.append(Text(role="title", content=parts[0].text[:400]))
    return content


def _later_words(brief: Brief) -> Piece | None:
    """The words after the look of the card: "black with gold lettering, for Tom Reed, tomreed.com"."""
    found = re.search(r"(?:^|,)\s*(?:for|of)\s+(?=[A-Z])", brief.rest.text)
    if found is None and not re.search(r"[\"“«]", brief.rest.text):
        return list_region(brief)
    found = found or re.search(r"[\"”»]\s*,\s*(?=\S)", brief.rest.text)
    return brief.rest.cut(found.end()) if found is not None else None


def _plain(piece: Piece) -> Entry:
    """A line as it stands: addresses and names are not capitalised anew."""
    found = re.match(r"(?P<label>[A-Za-z][\w ]{0,20}):\s+(?P<value>.+)$", piece.text, re.DOTALL)
    if found is not None:
        return Entry(label=found["value"].strip()[:400], mark=sentence_case(found["label"])[:400])
    contact = any(c in "@/+" or c.isdigit() for c in piece.text) or re.search(r"\w\.\w", piece.text) is not None
    return Entry(label=(piece.text if contact else sentence_case(piece.text))[:400])


def read_ticket(brief: Brief) -> Content:
    """What the ticket is for, and its lines: date, place, seat."""
    region = list_region(brief)
    if region is None:
        rest = brief.rest.search(re.compile(r",\s*"))
        region = brief.rest.cut(rest.end()) if rest is not None else None
    parts = comma_items(region) if region is not None else []
    parts = [part for part in parts if not speaks_of_manner(part.text)]
    start = parts[0].start if parts else -1
    content = Content(brief.kind, sheet=Sheet(entries=[_plain(part) for part in parts]), claims=parts, start=start)
    if parts and not brief.prompt[brief.end : start].strip(' :\n"“«') and content.sheet is not None:
        # "Concert ticket: The Blue Notes, 5 May": what it is for stands first.
        content.texts.append(Text(role="title", content=parts[0].text[:400]))
        content.sheet.entries = content.sheet.entries[1:]
    return content


def read_slide(brief: Brief) -> Content:
    """Bullets of a slide, and the picture of what it is about."""
    region = list_region(brief)
    parts = items_of(region) if region is not None else []
    entries = [entry_of(part, detailed=False) for part in parts]
    start = region.start if region is not None and parts else -1
    before = brief.rest.text[: start - brief.end if start >= 0 else None]
    topic = re.search(r"\b(?:about|on|of|for)\s+(?P<what>[^:,.;\n]+)", before)
    art = emblem_of(topic["what"]) if topic else ""
    return Content(brief.kind, sheet=Sheet(entries=entries, art=art), claims=parts, start=start)
