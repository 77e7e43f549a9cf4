"""Steps of infographics: add, change and remove them by instruction."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.planner.infographic import STEP_LIMIT, emblem
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.scene import Step

_WORDS = frozenset({"step", "steps", "stage", "point", "item"})


def follow_steps(draft: Draft, clause: Clause) -> bool:
    """Follow a clause about the steps of an infographic; False if it is about something else, or cannot be."""
    at = next((i for i, token in enumerate(clause.tokens) if token.folded in _WORDS), -1)
    if at < 0 or not draft.scene.steps:
        return False
    steps = list(draft.scene.steps)
    contents = [token for token in clause.tokens if token.kind == "quote"]
    index = _index(clause.tokens, at, len(steps))
    if clause.operation == "remove" and index is not None and len(steps) > 1:
        del steps[index]
    elif clause.operation == "add" and contents and len(steps) < STEP_LIMIT:
        new = [Step(label=token.text[:400], art=emblem(token.text)) for token in contents]
        where = len(steps) if index is None else index
        steps = [*steps[:where], *new, *steps[where:]][:STEP_LIMIT]
    elif clause.operation in ("change", "replace") and contents and index is not None:
        label = contents[-1].text[:400]
        steps[index] = replaced(steps[index], label=label, detail="", art=emblem(label) or steps[index].art)
    else:
        draft.ledger.note(clause.tokens[at].start, clause.tokens[at].text, "undrawn")
        return False
    draft.scene = replaced(draft.scene, steps=steps)
    for token in clause.tokens:
        content = token.kind == "quote" or (not contents and token.folded in _WORDS)
        draft.ledger.note(token.start, token.text, "drawn" if content else "silent")
    return True


def _index(tokens: Sequence[Token], at: int, count: int) -> int | None:
    """Which step is meant: "the last step", "step 3"."""
    before = tokens[at - 1].folded if at else ""
    after = tokens[at + 1].folded if at + 1 < len(tokens) else ""
    pick = str(grammar()["picks"].get(before, ""))
    number = int(after[:3]) if after.isdigit() else int(pick) if pick.isdigit() else 0
    if pick in ("right", "front"):
        number = count
    return number - 1 if 1 <= number <= count else None
