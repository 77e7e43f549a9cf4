"""More room in the picture: "more sky", "more space on the left", "some headroom"."""

from __future__ import annotations

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.shaping import table
from aquatint.engines.composer.edits.whole import enlarge_frame

_MORE = frozenset({"more", "some", "extra", "additional", "a bit more"})


def follow_room(draft: Draft, clause: Clause) -> bool:
    """Follow a clause that asks for more of what is at an edge; False if it asks for something else."""
    if draft.scene.kind != "scene" or clause.operation not in ("", "add", "change", "extend"):
        return False
    for at in range(len(clause.tokens)):
        room, length = longest(clause.tokens, at, table()["rooms"])
        before = clause.tokens[at - 1].folded if at else ""
        if not length or before not in _MORE:
            continue
        said = {token.folded for token in clause.tokens[at + length :]}
        sides = {word for word in said if word in table()["sides"]} or set(table()["rooms"][room])
        enlarge_frame(draft, sides, 0.35)
        for token in clause.tokens:
            told = at <= clause.tokens.index(token) < at + length or token.folded in sides
            draft.ledger.note(token.start, token.text, "drawn" if told else "silent")
        return True
    return False
