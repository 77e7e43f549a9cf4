"""Words in panels: "in panel 2 let the knight say 'Coffee?'", "add the caption 'Later' to panel 3"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar, words
from aquatint.engines.composer.edits.operations import with_texts
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Text, TextRole

PAGES = frozenset({"comic", "storyboard"})
MOST = 12
"""Panels of a page at most."""


def follow_balloons(draft: Draft, clause: Clause) -> bool:
    """Put quoted words into a panel, or into somebody's mouth; False where neither is said."""
    quotes = [token for token in clause.tokens if token.kind == "quote"]
    if draft.scene.kind not in PAGES or len(quotes) != 1 or clause.operation in ("remove", "replace", "keep"):
        return False
    panel, told = _panel_said(clause.tokens)
    speaker, named = _speaker_said(draft, clause.tokens)
    spoken = any(token.folded in words("balloons") for token in clause.tokens)
    if not panel and not (spoken and speaker):
        return False
    captioned = any(token.folded in ("caption", "narration", "narrator", "box") for token in clause.tokens)
    role: TextRole = "caption" if captioned or not (spoken or speaker) else "body"
    fresh = Text(role=role, content=quotes[0].text, panel=panel or 1, speaker="" if captioned else speaker)
    draft.scene = with_texts(draft.scene, [*draft.scene.texts, fresh])
    for token in clause.tokens:
        meant = token in (quotes[0], *told, *named)
        draft.ledger.note(token.start, token.text, "drawn" if meant else "silent")
    return True


def _panel_said(tokens: Sequence[Token]) -> tuple[int, list[Token]]:
    """The number of the panel that "panel 2" or "the second panel" means, and its tokens; 0 for none."""
    for first, second in itertools.pairwise(tokens):
        if first.folded in words("panels") and second.folded.isdigit():
            return min(MOST, max(1, int(second.folded[:3]))), [first, second]
        pick = str(grammar()["picks"].get(first.folded, ""))
        if second.folded in words("panels") and (pick.isdigit() or first.folded == "last"):
            return (int(pick) if pick.isdigit() else MOST), [first, second]
    return 0, []


def _speaker_said(draft: Draft, tokens: Sequence[Token]) -> tuple[str, list[Token]]:
    """The id of who is to speak, and the tokens that name it; "" for nobody."""
    ends = [at for at, token in enumerate(tokens) if token.folded in words("balloons")]
    plain = [token for token in tokens[: ends[-1] if ends else None] if token.kind != "quote"]
    for part in reversed(chunks(plain or [token for token in tokens if token.kind != "quote"])):
        if part.kind == "thing" and (items := draft.refer(part)):
            return items[0].id, [token for each in part.tags for token in each.tokens][-1:]
    return "", []
