"""Labelled pictures: "parts of a flower", "a volcano with labels", "a bicycle with labels: wheel, saddle".

The parts of common things are in ``words/anatomy.toml``; a prompt's own labels take their places.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from aquatint.engines.composer.lexicon.casing import sentence_case
from aquatint.engines.composer.lexicon.inflect import plurals
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import fold, vocabulary
from aquatint.engines.composer.planner.graphic.content import Content
from aquatint.engines.composer.planner.graphic.known import find_known, tokens_of
from aquatint.engines.composer.planner.graphic.lists import COMMA, speaks_of_manner
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import Entry, Item, Sheet

_OF = (
    r"(?:(?:body\s+|main\s+|basic\s+|different\s+|labell?ed\s+|all\s+(?:the\s+)?)?parts\s+of|(?:the\s+)?anatomy\s+of|structure\s+of|"
    r"cross[\s-]?sections?\s+(?:of|through)|cut[\s-]?away\s+(?:view\s+|drawing\s+|diagram\s+)?of|layers\s+of|"
    r"(?:the\s+)?(?:inside|interior)\s+of)"
)
_CUE = re.compile(
    rf"\b(?P<of>{_OF})\s"
    r"|\b(?P<before>(?:labell?ed|annotated)\s+(?:\w+\s+)?(?:diagrams?|drawings?|pictures?|illustrations?|sketch|parts|cross[\s-]?section)"
    r"|(?:fully\s+)?(?:labell?ed|annotated)|labell?ing|(?:human\s+)?body\s+parts)\b"
    r"|\b(?P<after>with\s+(?:(?:its|the|all|clear|neat|text|part|written)\s+)*(?:labels?|labell?ed\s+parts|annotations?|call[\s-]?outs?)(?!\s+on\b)"
    r"|cross[\s-]?section|cut[\s-]?away|anatomy)\b",
    re.IGNORECASE,
)
"""Words that ask for a picture with its parts named."""
_DIAGRAM = re.compile(r"\bdiagrams?\s+(?:of|for|showing)\s", re.IGNORECASE)
_OWN_DIAGRAM = re.compile(r"^\s*(?:an?\s+|the\s+)?(?:[\w'-]+\s+){1,4}diagrams?\b", re.IGNORECASE)
_INNER = re.compile(r"(?:the\s+)?(?:inside|interior|layers)\b", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:cross[\s-]?sections?|cut[\s-]?away|inside|interior|section|layers)\b", re.IGNORECASE)
_LIST = re.compile(
    r"(?:\b(?:labels?|labell?ed|labell?ing|parts|annotated|annotations|call[\s-]?outs)\s*(?:for|with|are|as|of)?\s*(?::|\s)\s*"
    r"|\b(?:showing|including|naming|pointing\s+(?:to|at)|with)\s+|:\s+)"
    r"(?:the\s+|its\s+)?(?P<list>[^:;.\n]*?\w(?:\s*,\s*|\s+and\s+)[^:;.\n]*\w)",
    re.IGNORECASE,
)
_LIST_END = re.compile(r"\s+(?:labell?ed|as labels|clearly|named|with labels?|in labels)\b.*$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:an?|the|its|and)\s+", re.IGNORECASE)
LONGEST_LABEL = 5
"""Words of the longest label."""
MOST = 16


class Anatomy(NamedTuple):
    """A thing, its drawing and its parts."""

    art: str
    noun: str = ""
    """Its entry among the nouns, if it has one."""
    parts: tuple[tuple[tuple[str, ...], float, float], ...] = ()
    """The names of each part, and where it is."""
    section: str = ""


@functools.cache
def _rows() -> dict[str, tuple[str, str]]:
    """Table and row by every name that only this table knows."""
    found: dict[str, tuple[str, str]] = {}
    for kind, rows in table("words/anatomy").items():
        for key, row in rows.items():
            for name in (*row.get("also", ()), *((key,) if kind == "sections" else ())):
                for form in (name, *plurals(name)):
                    found.setdefault(fold(form), (kind, key))
    return found


def _anatomy(kind: str, key: str) -> Anatomy:
    row: dict[str, Any] = table("words/anatomy")[kind].get(key, {})
    art = row.get("art") or nouns()[key].art
    parts = tuple((tuple(names.split("|")), x, y) for names, x, y in row.get("parts", ()))
    return Anatomy(art, key if kind == "nouns" else "", parts, row.get("section", ""))


def _thing_in(text: str) -> tuple[Anatomy, int, int] | None:
    """The first thing that a text names, the longest name first; places of characters."""
    words = list(re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", text))[:12]
    for start in range(len(words)):
        for end in range(min(len(words), start + 4), start, -1):
            phrase = fold(text[words[start].start() : words[end - 1].end()].replace("-", " "))
            place = _rows().get(phrase)
            senses = vocabulary().get(phrase, ())
            noun = next((s.value for s in senses if s.category == "noun" and not s.near), "")
            place = place or (("nouns", noun) if noun and nouns()[noun].art else None)
            if place is not None:
                return _anatomy(*place), words[start].start(), words[end - 1].end()
    return None


class Found(NamedTuple):
    """A labelled picture that a text asks for."""

    thing: Anatomy
    named: tuple[int, int]
    """Where the thing's name stands."""
    cue: int
    """Where the words begin that ask for labels."""
    heading: tuple[int, int]
    labels: tuple[Piece, ...]
    """The prompt's own labels."""


def find_labelled(text: str, *, diagram: bool) -> Found | None:
    """The labelled picture that a text asks for; with ``diagram`` it is said that it is one."""
    cue = _CUE.search(text)
    if cue is None:
        plain = _DIAGRAM.search(text) if diagram else None
        if plain is not None:
            return _read(text, plain.end(), plain.start(), -1, diagram=True)
        return _read(text, 0, 0, -1, diagram=True) if diagram and _OWN_DIAGRAM.match(text) else None
    if cue["of"]:
        found = _read(text, cue.end(), cue.start(), cue.start(), diagram=True)
        # "The inside of a house" is a room, and "layers of mountains" are a view.
        vague = _INNER.match(cue["of"]) is not None and not diagram and found is not None
        return None if vague and found is not None and not _is_section(found.thing) else found
    if cue["before"] and _thing_in(text[cue.end() :]) and not text[: cue.start()].strip(" ,.").endswith((",",)):
        after = _read(text, cue.end(), cue.start(), -1, diagram=diagram or "diagram" in cue[0].lower())
        if after is not None and not _thing_known_in(text[: cue.start()]):
            return after
    return _read(text, 0, cue.start(), -1, diagram=diagram)


def asks_for_parts(text: str) -> bool:
    """Whether a text asks for the parts of a thing by name: "the parts of a plant: roots, stem, leaves"."""
    cue = _CUE.search(text)
    return cue is not None and cue["of"] is not None


def _thing_known_in(text: str) -> bool:
    found = _thing_in(text)
    return found is not None and bool(found[0].parts)


def _read(text: str, begin: int, cue: int, head: int, *, diagram: bool) -> Found | None:
    found = _thing_in(text[begin:])
    if found is None:
        return None
    thing, start, end = found[0], found[1] + begin, found[2] + begin
    inside = _INSIDE.search(text)
    if inside is not None and thing.section:
        thing = _anatomy("sections", thing.section)._replace(noun=thing.noun)
    elif inside is not None and not _is_section(thing):
        # Only its outside is known: that is what is drawn and said.
        head = -1
    labels = _labels(text, end, thing)
    if labels and not diagram and not any(_place_of(label.text, thing) for label in labels):
        # "A bottle labelled Poison and Danger" is no diagram.
        return None
    if not labels and not thing.parts:
        return None
    return Found(thing, (start, end), cue, (head if head >= 0 else start, end), labels)


def _is_section(thing: Anatomy) -> bool:
    """Whether its drawing shows the inside."""
    return any(row["art"] == thing.art for row in table("words/anatomy")["sections"].values())


def _labels(text: str, after: int, thing: Anatomy) -> tuple[Piece, ...]:
    found = _LIST.search(text, after)
    if found is None:
        return ()
    listed = Piece(text, 0).cut(*found.span("list"))
    if (end := listed.search(_LIST_END)) is not None:
        listed = listed.cut(0, end.start())
    parts = [part.cut(lead.end()) if (lead := _LEADING.match(part.text)) else part for part in listed.split(COMMA)]
    kept = [part for part in parts if part.text and not speaks_of_manner(part.text)]
    if len(kept) < 2 or any(len(part.text.split()) > LONGEST_LABEL for part in kept):
        return ()
    return tuple(kept[:MOST])


def _place_of(label: str, thing: Anatomy) -> tuple[float, float] | None:
    """Where the part of that name is."""
    said = fold(label)
    forms = {said, said.removesuffix("s"), said + "s"}
    return next(((x, y) for names, x, y in thing.parts if forms & {fold(name) for name in names}), None)


def labelled_at(tags: Sequence[Tag]) -> int:
    """The tag by which a text asks for a labelled picture, though it names no kind of picture; -1 if none."""
    tokens = tokens_of(tags)[:80]
    text, starts = "", []
    for token in tokens:
        starts.append(len(text))
        text += (token.folded or "_") + " "
    found = find_labelled(text, diagram=False)
    if found is None or any(token.kind == "quote" for token in tokens):
        return -1
    at = max(index for index, start in enumerate(starts) if start <= found.cue)
    return next(index for index, each in enumerate(tags) if tokens[at] in each.tokens)


def read_labelled(prompt: str, tags: Sequence[Tag], kind: str) -> Content | None:
    """The thing and its labels; None where no labelled picture is asked for, or nothing is known of the thing."""
    known = find_known(tokens_of(tags))
    if known is not None and known.row.get("alone") and not _CUE.search(prompt[:40]):
        return None
    found = find_labelled(prompt, diagram=kind in ("infographic", "labelled"))
    if found is None:
        return None
    content = Content("labelled", sheet=Sheet(art=found.thing.art, entries=_entries(found)))
    if found.thing.noun:
        word = prompt[slice(*found.named)][:80]
        name = f"{found.thing.noun.replace(' ', '-')}-1"
        content.things = [Item(id=name, noun=found.thing.noun, word=word, art=found.thing.art)]
    content.heading = Piece(prompt, 0).cut(*found.heading).strip()
    content.claims = [content.heading, *found.labels]
    content.near = [label for label in found.labels if _place_of(label.text, found.thing) is None]
    content.claims = [claim for claim in content.claims if claim not in content.near]
    inside = _INSIDE.search(prompt)
    if inside is not None and not _is_section(found.thing):
        content.missed = [Piece(inside[0], inside.start())]
    content.spent = [Piece(each[0], each.start()) for each in _CUE.finditer(prompt) if not _within(each, content)]
    return content


def _within(cue: re.Match[str], content: Content) -> bool:
    return any(claim.start < cue.end() and cue.start() < claim.end for claim in (*content.claims, *content.missed))


def _entries(found: Found) -> list[Entry]:
    if not found.labels:
        return [Entry(label=names[0], at=(x, y)) for names, x, y in found.thing.parts]
    return [
        Entry(label=sentence_case(label.text)[:400], at=_place_of(label.text, found.thing))
        for label in found.labels
    ]
