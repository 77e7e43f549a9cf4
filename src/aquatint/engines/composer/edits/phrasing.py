"""Words that are set, without quotation marks: "change OPEN to CLOSED"; which line is meant; and the typeface."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, longest, words
from aquatint.engines.composer.edits.operations import replaced, reworded, with_texts
from aquatint.engines.composer.edits.signs import MOMENTS
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Scene, Text
from aquatint.engines.composer.type import mood_of

INTO = frozenset({"to", "into", "with", "by"})
_LEADS = ("the text ", "the words ", "the word ", "the title ", "the name ", "the sign ", "from ", "text ")
_LINES = frozenset({"line", "lines", "row"})
_LEADS_TO_FONT = frozenset({"a", "an", "the", "in", "with", "use", "to", "set", "and", ",", "as", "into"})
_FONTS = frozenset({"font", "fonts", "typeface", "type", "letters", "lettering"})


def follow_wording(draft: Draft, clause: Clause) -> bool:
    """Put some words for others that stand in the picture; False where the first ones do not."""
    if clause.operation not in ("change", "replace"):
        return False
    quotes = [token for token in clause.tokens if token.kind == "quote"]
    if len(quotes) == 2 and substituted(draft, quotes[0].text, quotes[1].text):
        for token in clause.tokens:
            draft.ledger.note(token.start, token.text, "drawn" if token in quotes else "silent")
        return True
    if quotes:
        return False
    for at, token in enumerate(clause.tokens):
        if token.folded in INTO and 0 < at < len(clause.tokens) - 1:
            old, new = _bare(clause.text(0, at)), clause.text(at + 1)
            if old and substituted(draft, old, new):
                _note(draft, clause, clause.tokens[:at], at + 1)
                return True
    return False


def follow_moment(draft: Draft, clause: Clause) -> bool:
    """ "Change the date to 13 May": in the text that has a date; False where none has one, or none is said."""
    if clause.operation not in ("change", "replace"):
        return False
    at = next((at for at, token in enumerate(clause.tokens) if token.folded in MOMENTS), -1)
    lead = next((i for i, token in enumerate(clause.tokens) if i > at and token.folded in INTO), 0)
    if at < 0 or not 0 < lead < len(clause.tokens) - 1:
        return False
    new = clause.tokens[lead + 1]
    content = new.text if new.kind == "quote" else clause.text(lead + 1)
    moment = MOMENTS[clause.tokens[at].folded]
    at = next((at for at, text in enumerate(draft.scene.texts) if moment.search(text.content)), -1)
    if at < 0:
        return False
    texts = list(draft.scene.texts)
    texts[at] = replaced(texts[at], content=moment.sub(lambda _: content, texts[at].content, count=1)[:400])
    draft.scene = with_texts(draft.scene, texts)
    for token in clause.tokens:
        draft.ledger.note(token.start, token.text, "silent")
    draft.ledger.note(new.start, content, "drawn", overrule=True)
    return True


def follow_named(draft: Draft, clause: Clause) -> bool:
    """ "Make HELLO red", "remove HELLO": a text by the very words that it says; False where none is meant."""
    named = next((text for text in draft.scene.texts if _says(clause, text.content)), None)
    if named is None or clause.operation not in ("change", "remove", ""):
        return False
    said = [token for token in clause.tokens if token.kind == "quote" or token.text in named.content.split()]
    rest = [token for token in clause.tokens if token not in said]
    if any(token.folded in INTO for token in rest):
        return False
    texts = [text for text in draft.scene.texts if text is not named]
    if clause.operation != "remove":
        colours = [sense.value for each in tag(rest) if (sense := each.sense("colour")) is not None]
        if len(colours) != 1:
            return False
        texts = [replaced(text, colour=colours[0]) if text is named else text for text in draft.scene.texts]
    draft.scene = with_texts(draft.scene, texts)
    for token in clause.tokens:
        draft.ledger.note(token.start, token.text, "silent" if token.folded in words("cased") else "drawn")
    return True


def _says(clause: Clause, content: str) -> bool:
    """Whether a clause holds a text as it is written: a word in small letters is no sign."""
    quoted = any(token.kind == "quote" and token.text == content for token in clause.tokens)
    whole = re.search(rf"(?<!\w){re.escape(content)}(?!\w)", clause.text(0)) if len(content) > 1 else None
    return quoted or (whole is not None and content != content.lower())


def _bare(text: str) -> str:
    for lead in _LEADS:
        if text.casefold().startswith(lead) and len(text) > len(lead):
            text = text[len(lead) :]
    return text


def substituted(draft: Draft, old: str, new: str) -> bool:
    """Put ``new`` for whole words ``old`` once in each text of the picture; False where none holds them."""
    whole = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
    if not any(whole.search(text) for text in draft.scene.words()):
        return False
    draft.scene = reworded(draft.scene, lambda text: whole.sub(lambda _: new, text, count=1))
    return True


def _note(draft: Draft, clause: Clause, before: Sequence[Token], after: int) -> None:
    for token in clause.tokens:
        draft.ledger.note(token.start, token.text, "silent")
    first, second = clause.text(0, len(before)), clause.text(after)
    draft.ledger.note(before[0].start, _bare(first), "drawn", overrule=True)
    draft.ledger.note(clause.tokens[after].start, second, "drawn", overrule=True)


def line_meant(tokens: Sequence[Token], count: int) -> int | None:
    """The index of the text that "the second line" means, if the words mean one that is there."""
    for token, following in itertools.pairwise(tokens):
        pick = grammar()["picks"].get(token.folded, "")
        if following.folded in _LINES and pick:
            index = {"high": 0, "right": count - 1, "front": count - 1}.get(pick, -1)
            index = int(pick) - 1 if pick.isdigit() else index
            return index if 0 <= index < count else None
    return None


def silence_lines(draft: Draft, tokens: Sequence[Token]) -> None:
    """The words "second line" are told by what is set there."""
    if line_meant(tokens, 99) is not None:
        for token in tokens:
            if token.folded in _LINES or token.folded in grammar()["picks"]:
                draft.ledger.note(token.start, token.text, "silent")


def take_typeface(draft: Draft, clause: Clause) -> Clause:
    """Follow "in a serif font": a kind of typeface that the composer has; gives the rest of the clause."""
    if clause.operation in ("remove", "add", "move"):
        return clause
    named = [at for at, token in enumerate(clause.tokens) if token.folded in _FONTS]
    role = role_said(clause.tokens)
    for last in named:
        for length in (2, 1):
            first = last - length
            word = clause.text(first, last).lower() if first >= 0 else ""
            if word and mood_of(word) is not None and _set_font(draft, role, word):
                return _without(draft, clause, first, last)
    return clause


def _without(draft: Draft, clause: Clause, first: int, last: int) -> Clause:
    """The clause without the words for a typeface and what leads to them, which are told."""
    start = first
    while start and clause.tokens[start - 1].folded in _LEADS_TO_FONT:
        start -= 1
    for at in range(start, last + 1):
        token = clause.tokens[at]
        draft.ledger.note(token.start, token.text, "drawn" if first <= at < last else "silent")
    return replace(clause, tokens=(*clause.tokens[:start], *clause.tokens[last + 1 :]))


def role_said(tokens: Sequence[Token]) -> str:
    """The role of the first text that the words name; "" for any."""
    for at in range(len(tokens)):
        cue, length = longest(tokens, at, grammar()["lettering"])
        if length:
            return str(grammar()["lettering"][cue])
    return ""


def _set_font(draft: Draft, role: str, word: str) -> bool:
    scene: Scene = draft.scene
    chosen = [text for text in scene.texts if role in ("", text.role)]
    texts: list[Text] = [replaced(text, font=word[:80]) if text in chosen else text for text in scene.texts]
    # Words over a scene are always set in the hand of its style.
    if not chosen or scene.kind == "scene":
        return False
    draft.scene = with_texts(scene, texts)
    return True
