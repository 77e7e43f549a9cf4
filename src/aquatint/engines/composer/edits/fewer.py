"""A number less: "one apple less", "one fewer tree", "two birds less", "a cow less"."""

from __future__ import annotations

from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Item

_LESS = frozenset({"less", "fewer"})
_WITH = frozenset({"a", "an", "make", "it", "should", "be", "there", "please"})


def follow_fewer(draft: Draft, clause: Clause) -> bool:
    """Follow a clause that asks for a number less of something; False if it asks for none, or nothing is there."""
    at = next((at for at, token in enumerate(clause.tokens) if token.folded in _LESS), -1)
    if at < 0 or clause.operation not in ("", "change", "add"):
        return False
    number = next(((token, count) for token in clause.tokens[:at] if (count := _count(token))), None)
    if number is None:
        return False
    rest = [token for token in clause.tokens if token is not number[0] and token is not clause.tokens[at]]
    named = [part for part in chunks(rest) if part.kind in ("thing", "one", "pronoun")]
    items = draft.refer(named[0]) if named else _several(draft)
    if not items:
        return False
    draft.scene = operations.recounted(draft.scene, items[0].id, seen_count(items[0]) - number[1])
    for part in named:
        draft.note(part)
    draft.ledger.note(clause.tokens[at].start, clause.tokens[at].text, "drawn")
    draft.ledger.note(number[0].start, number[0].text, "drawn" if number[0].folded not in _WITH else "silent")
    draft.mention(items)
    return True


def _several(draft: Draft) -> list[Item]:
    """What there is more than one of, if only one thing is."""
    several = [item for item in operations.live_items(draft.scene) if item.count > 1]
    return draft.it() or (several if len(several) == 1 else [])


def _count(token: Token) -> int:
    if token.folded in ("a", "an"):
        return 1
    value = str(table("words/counts")["counts"].get(token.folded, token.folded))
    return int(value) if value.isdigit() else 0
