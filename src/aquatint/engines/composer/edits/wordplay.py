"""The same words otherwise: in capitals, in small letters, one text in the place of another."""

from __future__ import annotations

from collections.abc import Callable

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, longest, words
from aquatint.engines.composer.edits.operations import replaced, reworded, with_texts
from aquatint.engines.composer.edits.phrasing import role_said

_CASES: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "lower": str.lower,
    "title": lambda text: " ".join(word[:1].upper() + word[1:].lower() for word in text.split(" ")),
}


def follow_casing(draft: Draft, clause: Clause) -> bool:
    """ "make the title all caps", "lowercase": the same letters in another case; False if nothing is asked."""
    if clause.operation not in ("change", "write", ""):
        return False
    for at in range(len(clause.tokens)):
        case, length = longest(clause.tokens, at, grammar()["cases"])
        if length:
            return _set_case(draft, clause, at, length, _CASES[str(grammar()["cases"][case])])
    return False


def _set_case(draft: Draft, clause: Clause, at: int, length: int, change: Callable[[str], str]) -> bool:
    others = [token for i, token in enumerate(clause.tokens) if not at <= i < at + length]
    known = words("cased")
    if any(token.kind == "quote" or token.folded not in known for token in others):
        return False
    role, scene = role_said(others), draft.scene
    if role:
        if all(text.role != role for text in scene.texts):
            return False
        texts = [replaced(one, content=change(one.content)) if one.role == role else one for one in scene.texts]
        draft.scene = with_texts(scene, texts)
    else:
        draft.scene = reworded(scene, change)
    for i, token in enumerate(clause.tokens):
        draft.ledger.note(token.start, token.text, "drawn" if at <= i < at + length else "silent")
    return any(scene.words())


def follow_exchange(draft: Draft, clause: Clause) -> bool:
    """ "swap the title and the subtitle"."""
    if clause.verb not in ("swap", "exchange", "switch"):
        return False
    roles: list[str] = []
    told = []
    for at in range(len(clause.tokens)):
        cue, length = longest(clause.tokens, at, grammar()["lettering"])
        if length and (role := str(grammar()["lettering"][cue])):
            roles.append(role)
            told.append(clause.tokens[at])
    firsts = [next((text for text in draft.scene.texts if text.role == role), None) for role in roles]
    if len(firsts) != 2 or firsts[0] is None or firsts[1] is None:
        return False
    one, other = firsts[0], firsts[1]
    swapped = {id(one): other.content, id(other): one.content}
    texts = [replaced(text, content=swapped.get(id(text), text.content)) for text in draft.scene.texts]
    draft.scene = with_texts(draft.scene, texts)
    for token in told:
        draft.ledger.note(token.start, token.text, "drawn")
    return True
