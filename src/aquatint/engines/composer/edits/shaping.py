"""Words that mean the picture itself, its size, and the shape that it is to have."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from aquatint.engines.composer.edits.chunks import chunks
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.grammar import longest
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.planner.tokens import Token
from aquatint.engines.composer.styles.grading import tones
from aquatint.sizes import Size

_RATIO = re.compile(r"(\d{1,2}) ?(?::|x|by) ?(\d{1,2})")
_POINTERS = frozenset({"the", "its", "this", "that", "their"})


@functools.cache
def table() -> dict[str, Any]:
    """The data file ``whole.toml``. Callers must not change it."""
    return tomllib.loads(files(__package__).joinpath("whole.toml").read_text(encoding="utf-8"))


def speaks_of_things(draft: Draft, clause: Clause) -> bool:
    """Whether a clause is about things in the picture."""
    if any(part.kind in ("thing", "group") for part in chunks(clause.tokens)):
        return True
    pairs = itertools.pairwise(clause.tokens)
    return any(first.folded in _POINTERS and not _is_of_picture(clause, second) for first, second in pairs)


def _is_of_picture(clause: Clause, token: Token) -> bool:
    """Whether a word after "the" means the picture, its tones or its shape: not "the sky"."""
    at = clause.tokens.index(token)
    found = (longest(clause.tokens, at, entries)[1] for entries in (tones(), table()["shapes"], table()["parts"]))
    return token.folded in table()["picture"]["words"] or token.folded in table()["sides"] or any(found)


def is_filler(tokens: Sequence[Token]) -> bool:
    """Whether words only mean the picture itself, or stand between."""
    return all(token.folded in table()["picture"]["words"] or token.kind == "mark" for token in tokens)


def note_words(
    draft: Draft, tokens: Sequence[Token], source: str, *, near: bool = False, done: bool = True
) -> None:
    """Take down what became of a run of words as one."""
    word = source[tokens[0].start : tokens[-1].end]
    draft.ledger.note(tokens[0].start, word, ("approximated" if near else "drawn") if done else "undrawn")
    for token in tokens[1:]:
        draft.ledger.note(token.start, "", "silent")


def note_clause(draft: Draft, clause: Clause, *, done: bool = True) -> None:
    """Take down what became of a clause as one: its verb, and the words that are more than filling."""
    if clause.verb:
        draft.ledger.note(clause.start, clause.verb, "drawn" if done else "undrawn")
    for token in clause.tokens:
        filler = token.folded in table()["picture"]["words"] or token.kind == "mark"
        draft.ledger.note(token.start, token.text, "silent" if filler or done else "undrawn")


def take_shape(draft: Draft, clause: Clause, at: int) -> int:
    """Follow a shape of the picture at ``at``: "square", "16:9", "wider"; gives how many tokens say it, or 0."""
    now = shown_size(draft)[0] / shown_size(draft)[1]
    for name, unit in (("shapes", 1.0), ("stretches", now)):
        phrase, length = longest(clause.tokens, at, table()[name])
        if length:
            return _reshape(draft, clause, at, length, float(table()[name][phrase]) * unit)
    match = _RATIO.match(clause.source, clause.tokens[at].start)
    if match is None or "0" in (match[1].lstrip("0") or "0", match[2].lstrip("0") or "0"):
        return 0
    length = sum(clause.tokens[at].start <= token.start < match.end() for token in clause.tokens)
    return _reshape(draft, clause, at, length, int(match[1]) / int(match[2]))


def _reshape(draft: Draft, clause: Clause, at: int, length: int, ratio: float) -> int:
    width, height = shown_size(draft)
    ratio = min(3.0, max(1 / 3, ratio))
    side = (width * height / ratio) ** 0.5
    draft.frame = side * ratio, side
    draft.scene = replaced(draft.scene, view=None)
    note_words(draft, clause.tokens[at : at + length], clause.source)
    return length


def whole_size(draft: Draft) -> Size:
    """The size of the whole picture, as it came."""
    return draft.source or draft.size


def shown_size(draft: Draft) -> tuple[float, float]:
    """Width and height of what is shown now, in pixels."""
    view = draft.scene.view
    if view is None:
        return float(whole_size(draft).width), float(whole_size(draft).height)
    left, top, right, bottom = view.box
    return (right - left) * view.frame[0], (bottom - top) * view.frame[1]
