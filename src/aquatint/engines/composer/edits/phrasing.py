"""Words that are set, without quotation marks: "change OPEN to CLOSED"; which line is meant; and the typeface."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, longest
from aquatint.engines.composer.edits.operations import replaced, with_texts
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Scene, Text
from aquatint.engines.composer.type import mood_of

DATA: dict[str, re.Pattern[str]] = {
    "email": re.compile(r"\S@\S"),
    "phone": re.compile(r"\d[\d ()/.-]{5,}"),
    "website": re.compile(r"\w\.(?:com|org|net|io|co|de|fr|uk)\b(?!.*@)|www\."),
}
"""What lines of a card are told by."""
DATA_SIGN = re.compile(r"^\S*[\d@]|^www\.")
_INTO = frozenset({"to", "into", "with", "by"})
_LEADS = ("the text ", "the words ", "the word ", "the title ", "the name ", "the sign ", "from ", "text ")
_LINES = frozenset({"line", "lines", "row"})
_FONTS = frozenset({"font", "fonts", "typeface", "type", "letters", "lettering"})


def follow_wording(draft: Draft, clause: Clause) -> bool:
    """Put some words for others that stand in the picture; False where the first ones do not."""
    if clause.operation not in ("change", "replace") or any(token.kind == "quote" for token in clause.tokens):
        return False
    for at, token in enumerate(clause.tokens):
        if token.folded in _INTO and 0 < at < len(clause.tokens) - 1:
            old, new = _bare(clause.text(0, at)), clause.text(at + 1)
            if old and _substituted(draft, old, new):
                _note(draft, clause, clause.tokens[:at], at + 1)
                return True
    return False


def _bare(text: str) -> str:
    for lead in _LEADS:
        if text.casefold().startswith(lead) and len(text) > len(lead):
            text = text[len(lead) :]
    return text


def _substituted(draft: Draft, old: str, new: str) -> bool:
    """Whether some text has those words, which are then others; letters keep their case where all are large."""
    whole = re.compile(rf"(?<!\w){re.escape(old)}(?!\w)", re.IGNORECASE)
    scene = draft.scene
    if not any(whole.search(text.content) for text in scene.texts):
        return False
    texts = [replaced(text, content=whole.sub(lambda _: new, text.content, count=1)[:400]) for text in scene.texts]
    draft.scene = with_texts(scene, texts)
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


def follow_typeface(draft: Draft, clause: Clause) -> bool:
    """ "set the title in a serif font": a kind of typeface that the composer has."""
    if clause.operation in ("remove", "add") or not any(token.folded in _FONTS for token in clause.tokens):
        return False
    role = _role(clause.tokens)
    for at in range(len(clause.tokens)):
        for length in (2, 1):
            word = clause.text(at, at + length).lower()
            if mood_of(word) is not None and _set_font(draft, role, word):
                for token in clause.tokens:
                    own = token in clause.tokens[at : at + length]
                    draft.ledger.note(token.start, token.text, "drawn" if own else "silent")
                return True
    return False


def _role(tokens: Sequence[Token]) -> str:
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
