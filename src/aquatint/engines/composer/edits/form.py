"""Making another kind of picture of the same things: "make it a poster that says HELLO"."""

from __future__ import annotations

import dataclasses

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.operations import live_items, replaced
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.kinds import own_style, shape
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.scene import Item

_BEFORE = frozenset(
    {"it", "this", "that", "picture", "image", "into", "to", "a", "an", "the", "whole", "scene", "me", "of"}
)
_SCENES = frozenset({"scene", "illustration", "normal picture", "plain picture"})
_UNMADE = frozenset({"infographic", "abstract", "portrait"})
"""Kinds that are made of more than things and words, as are those with a chart or a sheet."""
_TELLING = frozenset({
    "chart", "timeline", "flowchart", "cycle", "pyramid", "funnel", "venn", "tree", "mind map", "comparison",
    "checklist", "recipe", "agenda", "fact sheet", "menu", "table", "calendar", "receipt",
})  # fmt: skip
"""Kinds that tell what nothing in another picture says."""
_INTRODUCTIONS = frozenset(
    {"saying", "reading", "that says", "that reads", "which says", "with the words", "with the text"}
)


def follow_form(draft: Draft, clause: Clause) -> Clause | None:
    """Follow the kind of picture that a clause asks for; gives the rest of it, None when nothing is left."""
    if clause.operation not in ("change", ""):
        return clause
    at = 0
    while at < len(clause.tokens) and _leads(clause, at):
        at += 1
    if at >= len(clause.tokens) or (at == 0 and clause.operation == ""):
        return clause
    found = tag(list(clause.tokens[at:]))[0]
    sense = found.sense("kind")
    entry = "scene" if found.folded in _SCENES else sense.value if sense is not None else ""
    if not entry or not _remake(draft, entry):
        return clause
    near = sense is not None and sense.near
    draft.ledger.note(found.tokens[0].start, found.word, "approximated" if near else "drawn")
    for token in (*clause.tokens[:at], *found.tokens[1:]):
        draft.ledger.note(token.start, token.text, "silent")
    return _rest(clause, at + len(found.tokens))


def _leads(clause: Clause, at: int) -> bool:
    """Whether a word only leads to the kind of picture: "turn the card into a"."""
    following = clause.tokens[at + 1].folded if at + 1 < len(clause.tokens) else ""
    if following in ("into", "to") and tag([clause.tokens[at]])[0].sense("kind") is not None:
        return True
    return clause.tokens[at].folded in _BEFORE and not _ends(clause, at)


def _ends(clause: Clause, at: int) -> bool:
    """Whether "scene" is the last word: then it is what is asked for."""
    return clause.tokens[at].folded in _SCENES and (at + 1 == len(clause.tokens))


def _rest(clause: Clause, at: int) -> Clause | None:
    if at >= len(clause.tokens):
        return None
    _, length = longest(clause.tokens, at, _INTRODUCTIONS)
    rest = clause.tokens[at + length :]
    if not rest:
        return None
    operation = "write" if length else "add"
    return dataclasses.replace(clause, operation=operation, verb=operation, tokens=rest)


def _remake(draft: Draft, entry: str) -> bool:
    """Lay the same things out as another kind of picture; False where it cannot be."""
    scene = draft.scene
    kind = str(table("words/kinds").get(entry, {}).get("kind", entry))
    if kind in _TELLING:
        return False
    told = scene.chart is not None or scene.sheet is not None
    if told or kind in _UNMADE or scene.kind in _UNMADE or (kind == scene.kind and entry == kind):
        return kind == scene.kind
    draft.frame = tuple(map(float, shape(entry))) if entry != "scene" else (1024.0, 1024.0)  # type: ignore[assignment]
    style = scene.style if scene.style not in (own_style("scene"), own_style(scene.kind)) else own_style(entry)
    subject = scene.subject or (scene.items[0].word if scene.items and kind != "scene" else "")
    items = [_plain(item) for item in live_items(scene)]
    draft.scene = replaced(
        scene, kind=kind, style=style, subject=subject, items=items, view=None, mirrored=False, camera="eye"
    )
    return True


def _plain(item: Item) -> Item:
    """The item without what the layout of a scene remembers of it."""
    looks = {key: value for key, value in item.attributes.items() if not settled.is_own(key)}
    return replaced(item, attributes=looks, singles=[], position=None, count=max(1, seen_count(item)))  # type: ignore[no-any-return]
