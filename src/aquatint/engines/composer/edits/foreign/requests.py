"""What an instruction asks of a foreign picture: a list of steps, and the account of its words."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from aquatint.engines.composer.edits.chunks import Chunk, chunks, is_content, says_only
from aquatint.engines.composer.edits.clauses import Clause, clauses
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.foreign import looks, marks
from aquatint.engines.composer.edits.foreign.canvas import Canvas, Work
from aquatint.engines.composer.edits.foreign.completing import complete
from aquatint.engines.composer.edits.foreign.finishes import take_finish
from aquatint.engines.composer.edits.foreign.geometry import Reframing, note_frame
from aquatint.engines.composer.edits.foreign.materials import fill_with_material
from aquatint.engines.composer.edits.foreign.naming import (
    apart,
    as_colour,
    each_with_colour,
    first_named,
    named_colour,
    owned,
)
from aquatint.engines.composer.edits.foreign.placing import place_item
from aquatint.engines.composer.edits.foreign.tones import (
    ground_in,
    recolour,
    recolour_all,
    share_of,
    tables,
    thing_in,
    tint,
)
from aquatint.engines.composer.edits.grammar import longest, words
from aquatint.engines.composer.edits.lettering import read_wording
from aquatint.engines.composer.edits.shaping import table as whole_table
from aquatint.engines.composer.planner.author import items_of
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

LEAST = 0.003
"""Share of the picture that must have a colour, so that words can mean it."""


class Step(NamedTuple):
    """One piece of work on the picture."""

    doing: str
    run: Callable[[Canvas], Work]


_ELSE = frozenset({"everything else", "the rest"})


class Requests:
    """Reads an instruction against a picture; ``steps`` and ``draft.ledger`` hold what was found."""

    def __init__(self, canvas: Canvas, *, extended: bool = False, reframings: Sequence[Reframing] = ()) -> None:
        self.canvas = canvas
        self.extended = extended
        """Whether the picture was continued beyond its source."""
        self.reframings = {each.clause.start: each for each in reframings}
        """What was done to the frame of the picture, by where its clause begins."""
        self.steps: list[Step] = []
        height, width = canvas.editable.shape
        self.draft = Draft(Scene(prompt="", seed=0), Size(width, height))
        self.filled = self.clearing = False
        self.placed: set[int] = set()
        """Numbers of the further input pictures that were put on this one."""

    def read(self, instruction: str) -> None:
        """Follow every clause; what none takes is undrawn."""
        found = clauses(instruction)
        for clause, following in itertools.zip_longest(found, found[1:]):
            if not self._outside(clause, following):
                self._clause(clause)
        if self.canvas.masked and not self.steps and not _has_content(found):
            self._fill()

    def _outside(self, clause: Clause, following: Clause | None) -> bool:
        """ "blur everything else": what lies outside a mask is never changed."""
        rest = following is not None and following.verb in _ELSE and not following.tokens
        if not self.canvas.masked or not rest or clause.operation or len(clause.tokens) != 1:
            return False
        for token in clause.tokens:
            self.draft.ledger.note(token.start, token.text, "undrawn")
        return True

    def add(self, doing: str, run: Callable[[Canvas], Work]) -> None:
        """One more step."""
        self.steps.append(Step(doing, run))

    def _clause(self, clause: Clause) -> None:
        if clause.operation == "keep":
            for token in clause.tokens:
                self.draft.ledger.note(token.start, token.text, "silent")
            return
        if (done := self.reframings.get(clause.start)) is not None:
            note_frame(self.draft.ledger, done)
            return
        if clause.operation == "extend":
            self.draft.ledger.note(clause.start, clause.verb, "drawn" if self.extended else "undrawn")
            for token in clause.tokens if self.extended else ():
                if token.folded in whole_table()["sides"]:
                    self.draft.ledger.note(token.start, token.text, "silent")
        clause = take_finish(self, clause)
        clause = marks.take_filters(self, marks.take_tones(self, clause))
        clause = marks.take_pictures(self, clause)
        if clause.operation == "flip" or (clause.verb == "turn" and marks.has_direction(clause)):
            marks.take_flip(self, clause)
            return
        if self._lettering(clause):
            return
        parts = looks.take_looks(self, clause, chunks(clause.tokens))
        handler = {"remove": self._remove, "fill": self._fill_with, "replace": self._replace}
        handler.get(clause.operation, self._things)(clause, parts)

    def _lettering(self, clause: Clause) -> bool:
        wording = read_wording(clause)
        if wording is None or not wording.contents or clause.operation in ("remove", "replace", "keep"):
            return False
        parts = chunks(wording.rest)
        colour = next((part for part in parts if part.sense and part.sense.category == "colour"), None)
        spots = [part.spot for part in parts if part.spot is not None]
        if clause.operation == "change" and not wording.cued:
            return False
        for start, content in wording.contents:
            code = colour.sense.value if colour and colour.sense else ""
            if any(token.folded == "watermark" for token in clause.tokens):
                self.add("watermark", partial(marks.watermarked, content=content, colour=code, spots=spots))
                marks.note_passage(self.draft, clause, start, content)
                continue
            self.add(
                "lettering", partial(marks.lettered, content=content, role=wording.role, colour=code, spots=spots)
            )
            marks.note_passage(self.draft, clause, start, content)
        if colour is not None:
            self.draft.note(colour)
        marks.silence_cues(self.draft, clause)
        looks.take_looks(self, clause, parts)
        return True

    # -- the mask

    def _fill(self) -> None:
        if not self.filled:
            self.add("filling", lambda canvas: complete(canvas, canvas.editable.copy()))
            self.filled = True

    def _remove(self, clause: Clause, parts: Sequence[Chunk]) -> None:
        """ "remove the dog": possible where a mask shows what is meant."""
        if not self.canvas.masked:
            return
        self._fill()
        for part in parts:
            self.draft.note(part)

    def _fill_with(self, clause: Clause, parts: Sequence[Chunk]) -> None:
        """ "fill with grass": a named material, else a drawn thing, else the surroundings."""
        if not self.canvas.masked:
            return
        said = [token.folded for token in clause.tokens]
        materials = tables()["materials"]
        material = next((word for word in said if word in materials), None)
        if material is None:
            self._things(clause, parts)
            if not self.steps:
                self._fill()
            return
        row = materials[material]
        codes, grain = (row["colours"][0], row["colours"][1]), (row["grain"][0], row["grain"][1])
        self.add("filling", partial(fill_with_material, codes=codes, grain=grain))
        for token in clause.tokens:
            if token.folded == material:
                self.draft.ledger.note(token.start, token.text, "drawn")

    def _replace(self, clause: Clause, parts: Sequence[Chunk]) -> None:
        """ "replace the dog with a cat": possible where a mask shows the dog."""
        things = [part for part in parts if part.kind == "thing"]
        if not self.canvas.masked or not things:
            self._things(clause, parts)
            return
        self._fill()
        for part in things[:-1]:
            self.draft.note(part)
        self._draw(things[-1:], [])

    # -- things and colours

    def _things(self, clause: Clause, parts: Sequence[Chunk]) -> None:
        parts = [as_colour(part, parts) for part in parts]
        colours = [part for part in parts if part.sense is not None and part.sense.category == "colour"]
        things = [part for part in parts if part.kind == "thing"]
        if len(colours) > 1 and len(things) > 1 and clause.operation == "change":
            for some in each_with_colour(parts):
                own = [part for part in some if part.kind == "thing"]
                new = [part for part in some if part.sense is not None and part.sense.category == "colour"]
                self._colour(clause, some, own, new)
            return
        if colours:
            self._colour(clause, parts, things, colours)
            return
        spots = [part.spot for part in parts if part.spot is not None]
        fresh = [part for part in things if not part.definite]
        if clause.operation in ("add", "move") or (
            self.canvas.masked and clause.operation in ("", "fill", "change")
        ):
            if clause.operation == "" and self.canvas.masked and fresh:
                # "A red apple": what the mask shows is to be that.
                self._fill()
                fresh = first_named(parts, fresh)
            if clause.operation == "change" and len(things) > len(fresh) and fresh:
                self._fill()
                for part in things:
                    if part.definite:
                        self.draft.note(part)
            self._draw(fresh, spots)

    def _draw(self, things: Sequence[Chunk], spots: Sequence[tuple[float, float]]) -> None:
        """Draw new things, each at its own spot if as many were said."""
        for index, part in enumerate(things):
            assert part.phrase is not None
            item = items_of([part.phrase])[0]
            own = [spots[index]] if len(spots) == len(things) else apart(spots, index, len(things))
            self.add(item.word, partial(_drawn, item=item, spots=own))
            self.draft.note(part, "approximated" if part.phrase.near else "drawn")

    def _colour(
        self, clause: Clause, parts: Sequence[Chunk], things: Sequence[Chunk], colours: Sequence[Chunk]
    ) -> None:
        """ "make the red car blue", "turn the red into blue", "more blue", "make it blue"."""
        new = colours[-1]
        assert new.sense is not None
        own = named_colour(things) or _from_colour(clause, colours)
        if things and not own and not self.canvas.masked and not self._is_natural(clause):
            # Nobody knows where the house is: only a colour that it is said to have shows it.
            return
        old = own or (colours[0].sense.value if len(colours) > 1 and colours[0].sense else "")
        word = "" if old else self._natural(clause)
        if word and not self.canvas.masked:
            natural = tables()["natural"][word]
            ground = ground_in(self.canvas, natural, ("top",) if word == "sky" else ("bottom",))
            if ground is not None:
                self.add("recolouring", partial(recolour, old=natural, new=new.sense.value, within=ground))
                self._note_natural(clause, colours)
            return
        if old and share_of(self.canvas, old) >= LEAST:
            within = thing_in(self.canvas, old) if things else None
            self.add("recolouring", partial(recolour, old=old, new=new.sense.value, within=within))
        elif self.canvas.masked and not old:
            self.add("recolouring", partial(recolour_all, new=new.sense.value))
        elif not old and clause.operation in ("change", "", "add") and says_only(parts, colours):
            self.add("tinting", partial(tint, code=new.sense.value))
        else:
            return
        for part in (*things, *colours, *(owned(parts) if old else [])):
            self.draft.note(part)

    def _natural(self, clause: Clause) -> str:
        """What a clause names that has a colour by nature: "sky"."""
        return next((token.folded for token in clause.tokens if token.folded in tables()["natural"]), "")

    def _is_natural(self, clause: Clause) -> bool:
        return bool(self._natural(clause))

    def _note_natural(self, clause: Clause, colours: Sequence[Chunk]) -> None:
        """By its colour alone the sky is told from the rest nearly, not surely."""
        for token in clause.tokens:
            if token.folded in tables()["natural"]:
                self.draft.ledger.note(token.start, token.text.lower(), "approximated")
        for part in colours:
            self.draft.note(part)


def _from_colour(clause: Clause, colours: Sequence[Chunk]) -> str:
    """The code of blue in "from blue to orange"."""
    leads = any(token.folded == "from" for token in clause.tokens)
    first = colours[0].sense
    return first.value if leads and len(colours) > 1 and first is not None else ""


def _drawn(canvas: Canvas, item: Item, spots: list[tuple[float, float]]) -> Work:
    place_item(canvas, item, spots)
    yield 1.0


def _has_content(found: Sequence[Clause]) -> bool:
    return any(
        is_content(each) and not longest(each.tokens, 0, words("openers"))[1]
        for clause in found
        for each in tag(list(clause.tokens))
    )
