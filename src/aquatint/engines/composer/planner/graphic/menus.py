"""Menus, price lists and receipts: what they are of, their sections, and dishes or wares with prices."""

from __future__ import annotations

import re

from aquatint.engines.composer.lexicon.casing import sentence_case, title_case
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.lists import entry_of, list_region, speaks_of_manner, without_manner
from aquatint.engines.composer.planner.graphic.numbers import numbers_in
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.graphic.sections import Section, read_under, sections_of
from aquatint.engines.composer.scene import Entry, Sheet, Text

_AMOUNT = (
    r"(?:[$€£¥₹]\s?\d+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?\s?(?:[€£$¥₹]|kr|zł|CHF|EUR|USD|GBP|euros?|dollars?|pounds?)"
    r"|\d+[.,]\d{2}|\d{1,3})"
)
_PRICE = re.compile(
    rf"(?:\s+(?:for|at|costs?|is)\s+|\s*[-–—:.…=(@]*\s*)(?P<price>{_AMOUNT})\s*(?:each\s*)?\)?\s*$", re.IGNORECASE
)
_ONLY_PRICE = re.compile(rf"^\s*{_AMOUNT}\s*$", re.IGNORECASE)
_DISHES = re.compile(r"\s*[,;\n]\s*(?:and\s+)?|(?<=[\d)$€£¥₹])\s+and\s+|\s*[•·|]\s*|\s+/\s+")
_SENTENCES = re.compile(r"\.\s+(?=[A-Z])")
_OPENER = re.compile(
    r":(?!\d\d\b|//)\s*|\n+|\.\s+(?=[A-Z])"
    r"|\b(?:with|including|featuring|offering|serving|listing|selling|has|have)\s+(?:the\s+)?"
    r"(?:(?:sections?|dishes|items|prices|wares|entries|courses)\s*:?\s+)?",
    re.IGNORECASE,
)
"""What leads from the head of a menu to its dishes."""
_OWNER = re.compile(
    r"^[\s,]*(?:for|at|of|from|in)\s+(?:an?\s+|the\s+(?=[a-z])|my\s+|our\s+)?(?P<what>.+?)"
    r"(?:\s*,?\s+(?:called|named|titled)\s+(?P<name>[^,]+?))?\s*,?\s*$",
    re.DOTALL,
)
_NAMED = re.compile(r"^[\s,]*(?:called|named|titled)\s+(?P<name>[^,\"“]+?)\s*,?\s*$")
_TAIL_OWNER = re.compile(r"(?<=[\d)$€£¥₹])\s*,?\s+(?:for|at|from|by)\s+(?P<what>(?:The\s+)?[A-Z][^,.;\n]*)\.?\s*$")
_SURFACE = re.compile(r"\b(?:board|card|chalkboard)\b", re.IGNORECASE)
"""Words for what a menu is written on, which are no part of what it says."""
PRICE_REACH = 60
"""Characters at the end of a dish in which its price stands."""
LONGEST_OWNER = 8
"""Words of the longest name of whom a menu is of."""


def priced(piece: Piece, parent: int) -> Entry:
    """A dish or a ware with its price: "soup of the day (vegan) $5", "latte for 4.50"."""
    before = max(0, len(piece.text) - PRICE_REACH)
    found = _PRICE.search(piece.text[before:])
    words = piece.cut(0, before + found.start()).strip() if found is not None else piece
    if not words.text:
        words, found = piece, None
    entry = entry_of(words, parent=parent)
    entry.mark = found["price"].strip() if found is not None else ""
    return entry


def read_menu(brief: Brief) -> Content:
    """Whose menu it is, and dishes with their prices, under sections where the prompt has them."""
    head, body, owner = _parts(brief)
    sections = _sections(body) if body is not None else []
    if sections:
        content = read_under(brief, sections, priced, _dishes)
    else:
        parts = (_dishes(body) if body is not None else [])[:60]
        entries = [priced(part, -1) for part in parts]
        start = parts[0].start if parts else -1
        content = Content(brief.kind, sheet=Sheet(entries=entries), claims=parts, start=start, empty=not entries)
    _add_owner(content, brief, owner if owner is not None else head)
    return content


def _parts(brief: Brief) -> tuple[Piece | None, Piece | None, Piece | None]:
    """What stands before the dishes, the dishes, and a name after them."""
    rest = brief.rest
    owner = None
    if (tail := rest.search(_TAIL_OWNER)) is not None:
        owner, rest = rest.cut(tail.start(), tail.end()), rest.cut(0, tail.start())
    opener = next((o for o in _OPENER.finditer(rest.text) if _lists_after(rest.text[o.end() :])), None)
    if opener is not None:
        return rest.cut(0, opener.start()), rest.cut(opener.end()), owner
    if any(not number.year for number in numbers_in(rest.text)):
        return None, rest, owner
    region = list_region(brief)
    return (rest.cut(0, region.start - rest.start) if region is not None else rest), region, owner


def _lists_after(text: str) -> bool:
    return any(not number.year for number in numbers_in(text))


def _sections(body: Piece) -> list[Section]:
    """The sections of a menu; "espresso: 3" is no section."""
    found = [section for section in sections_of(body) if section.body.text]
    plain = [section for section in found if not _ONLY_PRICE.match(_dishes(section.body)[0].text)]
    if not plain or len(plain) < len(found):
        return []
    return found if len(found) > 1 or found[0].name.start <= body.start + 1 else []


def _dishes(piece: Piece) -> list[Piece]:
    """The dishes of the first sentence, and of later ones that go on with prices."""
    first, *others = piece.split(_SENTENCES) or [piece]
    priced_ones = [part for part in others if re.search(r"\d", part.text)]
    found = [dish for part in (first, *priced_ones) for dish in part.split(_DISHES)]
    costing = [bool(_PRICE.search(dish.text[-PRICE_REACH:])) for dish in found]
    while len(found) > 1 and sum(costing) > 1 and not costing[-1]:
        # "Pizza 9, pasta 8, cute animals": what has no price after many that have is no dish.
        found.pop()
        costing.pop()
    while len(found) > 1 and speaks_of_manner(found[-1].text):
        found.pop()
    return [*found[:-1], without_manner(found[-1])] if found else []


def _add_owner(content: Content, brief: Brief, piece: Piece | None) -> None:
    """The heading that names whose menu it is: its name first, then what it is."""
    found = piece.search(_OWNER) or piece.search(_NAMED) if piece is not None else None
    if piece is None or found is None or re.search(r"[\"“«]", piece.text):
        return
    parts = found.groupdict()
    named = piece.cut(*found.span("name")) if parts.get("name") else None
    what = piece.cut(*found.span("what")).strip() if parts.get("what") else None
    if what is not None and (len(what.text.split()) > LONGEST_OWNER or speaks_of_manner(what.text)):
        return
    title = named or what
    assert title is not None
    content.texts.append(Text(role="title", content=title_case(title.text)[:400]))
    content.claims.append(title)
    if named is not None and what is not None:
        content.texts.append(Text(role="subtitle", content=sentence_case(what.text)[:400]))
        content.claims.append(what)
    elif " " in brief.word.strip() and not _SURFACE.search(brief.word):
        content.texts.append(Text(role="subtitle", content=sentence_case(brief.word.strip())[:400]))
    content.spent.append(Piece(brief.prompt[piece.start : title.end], piece.start))
