"""Instructions about words to be set: add, change, recolour and remove texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aquatint.engines.composer.edits.balloons import follow_balloons
from aquatint.engines.composer.edits.chunks import Chunk, chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, longest, words
from aquatint.engines.composer.edits.operations import replaced, with_texts
from aquatint.engines.composer.edits.passages import BESIDE, is_no_passage, passage_end
from aquatint.engines.composer.edits.phrasing import (
    INTO,
    follow_moment,
    follow_named,
    follow_wording,
    line_meant,
    silence_lines,
    take_typeface,
)
from aquatint.engines.composer.edits.signs import DATA, DATA_SIGN
from aquatint.engines.composer.edits.wordplay import follow_casing, follow_exchange
from aquatint.engines.composer.graphics.lettering import in_order
from aquatint.engines.composer.planner.texts import parts_of, pieces
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Scene, Text, TextRole

_STRONG = frozenset({
    "text", "texts", "words", "wording", "lettering", "writing", "inscription", "title", "headline", "caption",
    "subtitle", "email", "phone", "website", "letters", "font", "name", "names", "heading",
})  # fmt: skip
"""Cues that mean lettering even when no words are given; the others are things too ("a sign")."""


_FIRST = frozenset({"title", "name"})
"""Roles that the largest text plays, where none has them."""
_FOOTED = frozenset({"poster", "flyer"})
"""Kinds with a foot for captions."""
_LABELLED = frozenset({"map", "comic", "storyboard"})
"""Kinds whose words are labels and speeches beside a title."""
_DATES = frozenset({"date", "time", "address", "place", "price", "day"})
"""Words that announce what is written after them: "add the date 5 May"."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a clause says about lettering."""

    role: str
    """"" for any."""
    contents: tuple[tuple[int, str], ...]
    """Where each passage begins in the instruction, and the passage."""
    rest: tuple[Token, ...]
    """The clause without cue, passages and their introductions."""
    cued: bool
    """Whether a word like "text" or "title" was said."""


def read_wording(clause: Clause) -> Wording | None:
    """What the clause says about lettering, or None if it is about something else."""
    cue, at, length = _cue(clause.tokens)
    quotes = [(token.start, token.text) for token in clause.tokens if token.kind == "quote"]
    if quotes:
        rest = tuple(
            token for i, token in enumerate(clause.tokens) if token.kind != "quote" and not at <= i < at + length
        )
        return Wording(cue, tuple(quotes), rest, length > 0)
    if not length and clause.operation != "write":
        return None
    unquoted = _unquoted(clause, at + length if length else 0, needs_introduction=length > 0)
    if unquoted is None:
        strong = length > 0 and clause.tokens[at].folded in _STRONG
        rest = (*clause.tokens[:at], *clause.tokens[at + length :])
        return Wording(cue, (), rest, True) if strong else None
    first, last = unquoted
    passage = (clause.tokens[first].start, clause.text(first, last))
    return Wording(cue, (passage,), clause.tokens[last:], length > 0)


def _cue(tokens: Sequence[Token]) -> tuple[str, int, int]:
    """Role, index and length of the first word about lettering; length 0 if there is none.

    "the date under the title" is about no title.
    """
    for at in range(len(tokens)):
        cue, length = longest(tokens, at, grammar()["lettering"])
        if length and not {token.folded for token in tokens[max(0, at - 2) : at]} & BESIDE:
            return str(grammar()["lettering"][cue]), at, length
    return "", 0, 0


def _unquoted(clause: Clause, at: int, *, needs_introduction: bool) -> tuple[int, int] | None:
    """First and last token of a passage without quotation marks: all that follows "saying", up to a place."""
    if (
        clause.operation in ("move", "flip", "crop")
        or is_no_passage(clause.tokens[at:])
        or clause.verb == "translate"
        or longest(clause.tokens, at, grammar()["places"])[1]
    ):
        return None
    if needs_introduction:
        _, length = longest(clause.tokens, at, words("introductions"))
        capitals = at < len(clause.tokens) and clause.tokens[at].text.isupper() and clause.operation == "add"
        if not length and capitals:
            return at, _capitals_end(clause.tokens, at)
        data = at < len(clause.tokens) and DATA_SIGN.search(clause.text(at)) is not None
        dated = at and clause.operation in ("add", "write") and clause.tokens[at - 1].folded in _DATES
        if not length and not data and not dated:
            return None
        at += length
    last = passage_end(clause.tokens, at)
    if last == at or (needs_introduction and _only_colour(clause.tokens[at:last])):
        return None
    return at, last


def _capitals_end(tokens: Sequence[Token], at: int) -> int:
    """Where a run of words in capitals ends."""
    while at < len(tokens) and (tokens[at].text.isupper() or tokens[at].folded.isdigit()):
        at += 1
    return at


def _only_colour(tokens: Sequence[Token]) -> bool:
    """Whether "the text to gold" names a colour and no words."""
    return all(part.sense is not None and part.sense.category == "colour" for part in chunks(tokens))


def follow_lettering(draft: Draft, clause: Clause) -> list[Chunk] | None:
    """Follow a clause about lettering; gives its other parts, or None if it is about something else."""
    if (
        follow_named(draft, clause)
        or follow_balloons(draft, clause)
        or follow_moment(draft, clause)
        or follow_wording(draft, clause)
        or follow_casing(draft, clause)
        or follow_exchange(draft, clause)
    ):
        return []
    restyled = take_typeface(draft, clause)
    wording = read_wording(restyled)
    if wording is None:
        return None if restyled is clause else chunks(restyled.tokens)
    parts = chunks(wording.rest)
    colour = colour_said(parts)
    code = colour.sense.value if colour and colour.sense else ""
    silence_lines(draft, wording.rest)
    done = _apply(draft, clause.operation, wording, code, _role_of_spot(parts))
    if not done and restyled is clause:
        return None
    _, at, length = _cue(clause.tokens)
    draft.lettered = clause.tokens[at].folded if length else "text"
    if not done:
        return parts
    for start, passage in wording.contents:
        _note_passage(draft, clause, start, passage)
    if colour is not None:
        draft.note(colour)
    _note_spots(draft, clause, parts)
    _note_cue(draft, clause, wording)
    return [part for part in parts if part is not colour]


def colour_said(parts: Sequence[Chunk]) -> Chunk | None:
    """The colour of the words: "in gold", but not "in the sand"."""
    for at, part in enumerate(parts):
        before = [one.word for one in parts[max(0, at - 2) : at]]
        of_thing = (
            len(before) == 2 and before[0] in ("in", "on", "into", "across") and before[1] in ("the", "this")
        )
        if part.sense and part.sense.category == "colour" and not of_thing:
            return part
    return None


def _note_spots(draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
    """Layouts have places of their own for words; the foot of a poster is one, and the top is the title's."""
    alone = len(draft.scene.texts) < 2
    for part in parts if draft.scene.kind != "scene" else ():
        if part.spot is None:
            continue
        low, aside = part.spot[1] > 0.5, part.spot[0] >= 0
        kept = (low and draft.scene.kind in _FOOTED) or (not low and alone) or part.spot[1] < 0
        if clause.operation in ("add", "write", "") and (aside or not kept):
            draft.ledger.note(part.tags[0].tokens[0].start, part.word, "undrawn", overrule=True)


def _note_cue(draft: Draft, clause: Clause, wording: Wording) -> None:
    """The word "title" is no word to be set; where no others are said, it tells what was changed."""
    _, at, length = _cue(clause.tokens)
    for token in clause.tokens[at : at + length]:
        draft.ledger.note(token.start, token.text, "silent" if wording.contents else "drawn")


def _note_passage(draft: Draft, clause: Clause, start: int, passage: str) -> None:
    draft.ledger.note(start, passage, "drawn")
    for token in clause.tokens:
        if start < token.start < start + len(passage):
            draft.ledger.note(token.start, token.text, "silent")


def _role_of_spot(parts: Sequence[Chunk]) -> str:
    """Lettering at the top is a title, at the bottom a caption."""
    for part in parts:
        if part.spot is not None and part.spot[1] >= 0:
            return "title" if part.spot[1] < 0.5 else "caption"
    return ""


def _apply(draft: Draft, operation: str, wording: Wording, colour: str, spot: str) -> bool:
    texts = draft.scene.texts
    chosen = _chosen(draft.scene, wording.role)
    if (line := line_meant(wording.rest, len(texts))) is not None:
        chosen = [texts[line]]
    contents = [content for _, content in wording.contents]
    if operation == "remove":
        return _remove(draft, contents, chosen, wording)
    if operation in ("replace", "change", "move", "flip") and len(contents) > 1:
        # The first of them does not stand there.
        return False
    if not contents:
        return bool(colour) and _recolour(draft, chosen, colour)
    leads = INTO | words("introductions")
    into = operation == "" and wording.cued and any(token.folded in leads for token in wording.rest)
    if (operation in ("add", "write", "") and not into) or not chosen:
        role = "body" if wording.role in DATA else wording.role
        _add(draft, contents, role or spot, colour)
        return True
    parts = parts_of(contents[-1])
    if len(chosen) > 1 and len(parts) == len(chosen):
        # The passage was split like this when it was first set: each part takes the place of its forerunner.
        for old, part in zip(chosen, parts, strict=True):
            _rewrite(draft, old, part, colour)
        return True
    _rewrite(draft, chosen[0], contents[-1], colour)
    return True


def _chosen(scene: Scene, role: str) -> list[Text]:
    texts = scene.texts
    if role in DATA:
        return [text for text in texts if DATA[role].search(text.content)]
    same = [text for text in texts if role in ("", text.role)]
    return same or ([] if role not in _FIRST or scene.kind in _LABELLED else in_order(texts)[:1])


def _remove(draft: Draft, contents: Sequence[str], chosen: Sequence[Text], wording: Wording) -> bool:
    if contents:
        chosen = [
            text for text in chosen if any(content.casefold() in text.content.casefold() for content in contents)
        ]
    if not chosen or not (contents or wording.cued):
        return False
    kept = [text for text in draft.scene.texts if text not in chosen]
    draft.scene = with_texts(draft.scene, kept)
    return True


def _recolour(draft: Draft, chosen: Sequence[Text], colour: str) -> bool:
    texts = [replaced(text, colour=colour) if text in chosen else text for text in draft.scene.texts]
    draft.scene = with_texts(draft.scene, texts)
    return bool(chosen)


def _add(draft: Draft, contents: Sequence[str], role: str, colour: str) -> None:
    texts = list(draft.scene.texts)
    for content in contents:
        given = role or ("body" if draft.scene.kind in _LABELLED else _next_role(texts))
        texts += [Text(role=given, content=line, colour=colour) for line in pieces(content)]  # type: ignore[arg-type]
    draft.scene = with_texts(draft.scene, texts)


def _next_role(texts: Sequence[Text]) -> TextRole:
    taken = {text.role for text in texts}
    order: tuple[TextRole, ...] = ("subtitle", "body") if texts else ("title",)
    return next((role for role in order if role not in taken), "body")


def _rewrite(draft: Draft, chosen: Text, content: str, colour: str) -> None:
    lines = pieces(content)
    new = [replaced(chosen, content=line, colour=colour or chosen.colour) for line in lines]
    texts: list[Text] = []
    for text in draft.scene.texts:
        texts += new if text is chosen else [text]
    draft.scene = with_texts(draft.scene, texts)
