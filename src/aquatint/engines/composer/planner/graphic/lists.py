"""Lists in prompts: numbered, with bullets, by lines, by arrows, by semicolons or by commas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.planner.graphic.art import emblem_of
from aquatint.engines.composer.planner.graphic.content import Brief, Content
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Entry, Sheet

LIMIT = 60
_NUMBERED = re.compile(r"(?:^|[\s;:,(])(?:step\s+)?(\d{1,2})\s*[.):]\s+(?=\S)", re.IGNORECASE)
_BULLET = re.compile(r"(?:^|\n|\s)[•*·▪‣]\s*|(?:^|\n)\s*-\s+")
_LINES = re.compile(r"\n+")
ARROW = re.compile(r"\s*(?:->|→|=>|⇒|—>|–>)\s*")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")
COMMA = re.compile(r"\s*,(?!\d{3}\b)\s*(?:and\s+|then\s+|or\s+)?|\s+then\s+|\s+and\s+(?=[^,]*$)")
_MARKS = re.compile(r"\s*,(?!\d{3}\b)\s*(?:and\s+|then\s+|or\s+)?")
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])|[.!?]?\s*$")
_OPENING = re.compile(
    r":(?!\d\d\b|//)\s*|\n+"
    r"|\b(?:steps|stages|events|items|levels|branches|entries|points|bullets|milestones|nodes|phases|topics)\s+"
    r"(?=\w[^:]*,)"
    r"|\b(?:with|including|listing|showing)\s+(?:the\s+)?(?:\w+\s+)?(?=\w+\s*,)"
)
_COLON = re.compile(r":(?!\d\d\b|//)\s+")
_DETAIL = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s*\((?=[^)]*\)\s*$)")
_PREPOSITION = re.compile(r"^(?:in|on|with|using|as|make|use|style|against|drawn|no)\b", re.IGNORECASE)
_TAIL = re.compile(r"\s+(?:in|with|on|using|drawn|against|as)\s+(?=\S)", re.IGNORECASE)
_STYLISH = frozenset({"style", "mood", "medium", "colour", "kind", "camera", "transparent", "time"})


def list_region(brief: Brief) -> Piece | None:
    """What follows the colon, line break or "with" that opens a list; None without one."""
    found = brief.rest.search(_OPENING)
    if found is None or not brief.rest.text[found.end() :].strip():
        return None
    region = brief.rest.cut(found.end())
    colons = [colon for colon in _COLON.finditer(region.text) if region.text[colon.end() :].strip()]
    if not brief.rest.text[: found.start()].strip() and len(colons) == 1:
        # "Slide: why cats are great: they purr, they are soft": the heading stands between the colons.
        between = region.text[: colons[0].start()]
        if "," not in between and ";" not in between and len(between.split()) <= 10:
            return region.cut(colons[0].end())
    return region


_LOOK_NOUNS = frozenset(
    {"style", "theme", "palette", "colors", "colours", "background", "aesthetic", "tones", "mode"}
)
_LOOKS = frozenset({"background", "style", "palette", "theme", "colors", "colours", "color", "colour", "tones",
                    "dark", "light", "white", "layout", "design", "font"})  # fmt: skip


def _ties_words(each: Tag) -> bool:
    """Whether a word only holds others together, or speaks of the look in general."""
    return each.folded in _LOOKS or any(s.category in ("stop", "article", "relation", "size") for s in each.senses)


LONGEST_MANNER = 100
"""Characters of the longest phrase about the look."""


def speaks_of_manner(text: str) -> bool:
    """Whether some words are about how the picture looks ("in blue and gold", "flat style")."""
    if len(text) > LONGEST_MANNER:
        return False
    tags = [each for each in tag(tokenise(text)) if each.kind in ("word", "number")]
    stylish = [each for each in tags if any(sense.category in _STYLISH for sense in each.senses)]
    plain = [
        each
        for each in tags
        if each not in stylish and (not each.senses or each.sense("noun") or each.sense("pose"))
    ]
    if _PREPOSITION.match(text):
        others = [each for each in tags if each not in stylish and not _ties_words(each)]
        return not others and (bool(stylish) or any(each.folded in _LOOKS for each in tags))
    if 1 < len(tags) <= 3 and tags[-1].folded in _LOOK_NOUNS:
        return True
    if stylish and all(each in stylish or _ties_words(each) for each in tags) and tags[-1].folded in _LOOKS:
        return True
    colours = [each for each in tags if each.sense("colour") is not None]
    if len(colours) > 1 and all(each in colours or _ties_words(each) for each in tags):
        return True
    named = any(sense.category in ("style", "medium") for each in stylish for sense in each.senses)
    return named and not plain


def items_of(piece: Piece) -> list[Piece]:
    """The parts of a list, by the strongest mark that it uses."""
    numbered = _numbered(piece)
    if numbered:
        return [without_manner(part) for part in numbered][:LIMIT]
    for pattern in (_BULLET, _LINES, ARROW, _SEMICOLON):
        parts = piece.split(pattern)
        if len(parts) > 1:
            return _trimmed(parts)[:LIMIT]
    return comma_items(piece)


def comma_items(piece: Piece) -> list[Piece]:
    """The parts between commas, up to the end of the sentence."""
    sentence = without_manner(first_sentence(piece))
    by_marks = sentence.split(_MARKS)
    # "Dairy and meat, bread and grains": where others hold an "and", the last one is no two.
    paired = len(by_marks) > 1 and any(" and " in part.text for part in by_marks[:-1])
    # "Magma rises, Pressure builds, Lava and ash erupt": where parts have capitals, "ash" begins none.
    last = by_marks[-1].text.rpartition(" and ")[2] if by_marks else ""
    paired = paired or (len(by_marks) > 2 and all(p.text[:1].isupper() for p in by_marks) and last[:1].islower())
    return _trimmed(by_marks if paired else sentence.split(COMMA))[:LIMIT]


def first_sentence(piece: Piece) -> Piece:
    """Up to the end of the sentence, if a list stands in it."""
    found = piece.search(_SENTENCE)
    if found is None or "," not in piece.text[: found.start()]:
        return piece
    return piece.cut(0, found.start())


def _numbered(piece: Piece) -> list[Piece]:
    """ "1. Mix 2. Knead" as its two texts; the numbers must count up from one."""
    marks: list[tuple[int, int]] = []
    for match in _NUMBERED.finditer(piece.text):
        if int(match[1]) == len(marks) + 1:
            marks.append(match.span())
    if len(marks) < 2:
        return []
    stops = [start for start, _ in marks[1:]] + [len(piece.text)]
    parts = [piece.cut(end, stop).strip() for (_, end), stop in zip(marks, stops, strict=True)]
    return [part for part in parts if part.text]


def _trimmed(parts: Sequence[Piece]) -> list[Piece]:
    """Without closing words about the look of the picture."""
    kept = list(parts)
    while len(kept) > 1 and speaks_of_manner(kept[-1].text):
        kept.pop()
    if kept:
        kept[-1] = without_manner(kept[-1])
    return [part for part in kept if part.text]


def without_manner(piece: Piece) -> Piece:
    """Without what is said of the look at its end: "launch, dark theme", "water in blue and gold"."""
    while (comma := piece.text.rfind(",")) > 0 and speaks_of_manner(piece.text[comma + 1 :].strip()):
        piece = piece.cut(0, comma).strip()
    for found in _TAIL.finditer(piece.text):
        if speaks_of_manner(piece.text[found.start() :].strip()):
            return piece.cut(0, found.start()).strip()
    return piece


def entry_of(piece: Piece, *, parent: int = -1, detailed: bool = True) -> Entry:
    """An entry: "label: detail", "label - detail", "label (detail)", or a label alone."""
    label, detail = piece, None
    found = piece.search(_DETAIL) if detailed else None
    if found is not None and 0 < found.start() <= 80:
        label, detail = piece.cut(0, found.start()).strip(), piece.cut(found.end()).strip(" \t\r\n,;.)")
    return Entry(
        label=sentence_case(label.text)[:400],
        detail=sentence_case(detail.text)[:400] if detail is not None else "",
        art=emblem_of(label.text),
        parent=parent,
    )


def read_list(brief: Brief) -> Content:
    """The entries of a plain list."""
    region = list_region(brief)
    parts = items_of(region) if region is not None else []
    entries = [entry_of(part) for part in parts]
    start = region.start if region is not None and parts else -1
    return Content(brief.kind, sheet=Sheet(entries=entries), claims=list(parts), start=start, empty=not entries)
