"""Instructions on composed pictures: what they ask becomes changes of the scene."""

from __future__ import annotations

import itertools

from aquatint.engines.composer.edits.chunks import is_content
from aquatint.engines.composer.edits.clauses import Clause, clauses, unread
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.foreign.canvas import box_around
from aquatint.engines.composer.edits.foreign.extending import inner_box
from aquatint.engines.composer.edits.grammar import longest, words
from aquatint.engines.composer.edits.history import State, steps_back, undone
from aquatint.engines.composer.edits.interpret import follow
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.orders import in_orders
from aquatint.engines.composer.edits.outcome import admit_vain, is_description, note_description, state_of
from aquatint.engines.composer.edits.references import (
    named,
    names_said,
    palette_asked,
    palette_of,
    style_asked,
)
from aquatint.engines.composer.edits.reframing import Framing, kept_in_frame
from aquatint.engines.composer.edits.seeing import in_scene
from aquatint.engines.composer.edits.spelling import as_typed, put_right
from aquatint.engines.composer.edits.steady import carried, steadied
from aquatint.engines.composer.edits.where import Area
from aquatint.engines.composer.edits.whole import size_wanted
from aquatint.engines.composer.graphics.maps.places import with_plain_labels
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.engines.contract import Task
from aquatint.imaging.raster import Raster
from aquatint.sizes import Size
from aquatint.types import PROMPT_LIMIT

LINE_LIMIT, HISTORY_LIMIT = 400, 200
"""Characters of an instruction, and instructions, that the plan remembers."""


def apply_instruction(scene: Scene, task: Task) -> tuple[Scene, Reading]:
    """The scene after the instruction in ``task.request.prompt``, and what became of its words.

    What is not understood leaves the scene as it is and is listed as undrawn. Things that the words place nowhere
    go into the mask, if there is one. Further input pictures of which the words say nothing are listed too.
    """
    source = frame_of(scene, task.sources[0].size)
    pictures = dict(enumerate(task.sources[1:], 2))
    size, shown = frame_of(scene, task.size), task.sources[0].size
    draft = follow_all(scene, task.request.prompt, size, mask_area(task), source, pictures, shown)
    if task.request.background != "auto":
        draft.scene = replaced(draft.scene, transparent=task.request.background == "transparent")
    reading = draft.reading()
    missing = [f"image {number}" for number in pictures if number not in draft.placed]
    reading.undrawn += [name for name in missing if name not in reading.undrawn]
    return draft.scene, reading


def frame_of(scene: Scene, size: Size) -> Size:
    """The size of the whole picture of which ``size`` shows all, or the part that its view is."""
    return size if scene.view is None else Size(*scene.view.frame)


def size_after(scene: Scene, instruction: str, shown: Size) -> Size:
    """The size of the picture after an instruction, for callers who leave it open; ``shown`` is that before it."""
    draft = follow_all(scene, instruction, frame_of(scene, shown), shown=shown)
    if draft.restored is not None:
        return draft.restored
    return shown if draft.frame is None and draft.scene.view == scene.view else size_wanted(draft, shown)


def follow_all(
    scene: Scene,
    instruction: str,
    size: Size,
    area: Area | None = None,
    source: Size | None = None,
    pictures: dict[int, Raster] | None = None,
    shown: Size | None = None,
) -> Draft:
    """The draft after all clauses of an instruction; its scene remembers what was asked.

    ``size`` is that of the whole picture after it, ``source`` before it; ``shown`` is what is seen of it before.
    """
    if scene.kind == "map":
        scene = with_plain_labels(scene)
    draft = Draft(scene, size, None if area is None else in_scene(scene, area), source)
    if (steps := steps_back(instruction, scene)) > 0 and area is None:
        return _take_back(draft, instruction, steps, shown or size)
    asked_for = instruction[:LINE_LIMIT]
    instruction, written = put_right(instruction[:PROMPT_LIMIT], scene), instruction[:PROMPT_LIMIT]
    draft.typed = as_typed(written, instruction)
    instruction = in_orders(instruction, scene)
    if pictures:
        draft.pictures, draft.called = pictures, names_said(instruction)
        style, instruction = style_asked(named(instruction, list(pictures)))
        if style:
            draft.ledger.note(-2, style, "undrawn")
        instruction = _take_palette(draft, instruction)
    asked_of = clauses(instruction[:PROMPT_LIMIT])
    for clause, following in itertools.zip_longest(asked_of, asked_of[1:]):
        before = state_of(draft)
        follow(draft, clause)
        if following is not None and is_description(draft, clause, following, before):
            note_description(draft, clause)
        _note_clause(draft.ledger, clause)
        admit_vain(draft, clause, before)
    note_rest(draft.ledger, instruction)
    draft.scene = steadied(scene, carried(scene, draft.scene, size), size)
    if source is not None and source != size:
        draft.scene = kept_in_frame(Framing(scene, source), draft.scene, size, draft.anchor)
    asked = [*scene.instructions, asked_for][-HISTORY_LIMIT:]
    draft.scene = replaced(draft.scene, instructions=asked)
    return draft


def _take_back(draft: Draft, instruction: str, steps: int, shown: Size) -> Draft:
    """The draft of an earlier state, where it can be made again just as it was. ``shown`` is the present size."""
    before = undone(State(draft.scene, shown), steps, go_on)
    draft.ledger.note(0, instruction.strip()[:80].lower(), "undrawn" if before is None else "drawn")
    if before is not None:
        draft.scene, draft.restored = before
    return draft


def go_on(state: State, instruction: str) -> State:
    """The state after an instruction, as callers get it who leave the size open."""
    scene = state.scene
    size = size_after(scene, instruction, state.size)
    source = frame_of(scene, state.size)
    return State(follow_all(scene, instruction, frame_of(scene, size), source=source).scene, size)


def _take_palette(draft: Draft, instruction: str) -> str:
    """Follow "use the colours of image 2"; gives the rest of the instruction."""
    number, rest = palette_asked(instruction)
    raster = draft.pictures.get(number)
    colours = palette_of(raster.pixels) if raster is not None else []
    if not colours:
        return instruction
    draft.scene = replaced(draft.scene, palette=colours)
    draft.placed.add(number)
    draft.ledger.note(-1, f"colours of image {number}", "drawn")
    return rest


def mask_area(task: Task) -> Area | None:
    """The box around what the caller's mask lets change, in shares of the picture; None without a mask."""
    if task.frame is None or not task.frame.masked:
        return None
    inner = inner_box(task.sources[0].size, task.size)
    within = task.frame.editable[inner.top : inner.bottom, inner.left : inner.right]
    if not within.any():
        return None
    box, (height, width) = box_around(within), task.frame.editable.shape
    left, top = box.left + inner.left, box.top + inner.top
    return Area(left / width, top / height, (left + box.width) / width, (top + box.height) / height)


def note_rest(ledger: Ledger, instruction: str) -> None:
    """Take down that content words that no operation has taken are not drawn."""
    for clause in clauses(instruction[:PROMPT_LIMIT]):
        _note_clause(ledger, clause)
    for start, text in unread(instruction[:PROMPT_LIMIT]):
        ledger.note(start, text, "undrawn")


def _note_clause(ledger: Ledger, clause: Clause) -> None:
    for each in tag(list(clause.tokens)):
        covered = any(ledger.known(token.start) for token in each.tokens)
        if is_content(each) and not covered and not _is_grammar(each.folded):
            ledger.note(each.tokens[0].start, each.word, "undrawn")


def _is_grammar(folded: str) -> bool:
    _, length = longest(tokenise(folded), 0, words("openers"))
    return length == len(folded.split())
