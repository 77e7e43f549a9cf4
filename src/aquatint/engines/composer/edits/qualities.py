"""What a clause says of its subjects: colours, sizes, numbers, looks, the colours of hair and clothes."""

from __future__ import annotations

from aquatint.engines.composer.edits import bare, changing, setting
from aquatint.engines.composer.edits.chunks import Chunk, is_content, says_only
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.subjects import Subjects
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.scene import Item

_WHOLE = frozenset({"fur", "coat", "body", "skin", "feathers", "paint", "colouring", "coloring"})
"""Parts whose colour is that of the whole thing."""
_BEARDS = frozenset({"beard", "moustache"})
"""Looks that have the colour of the hair."""
_LOOKS = frozenset({"pose", "expression", "hair", "look", "age"})


class Qualities(Subjects):
    """The steps of a walk that say how its subjects are to be."""

    def _on_quality(self, part: Chunk) -> None:
        sense = part.sense
        assert sense is not None
        items, done = self._now() or self._only_person(sense), False
        if sense.category in ("clothes", "part") and items:
            self._note_part(part)
        elif sense.category == "colour" and self.part is not None:
            self._colour_part(items, self.part, part)
        elif sense.category == "colour" and items:
            done = changing.recolour(self.draft, items, sense.value, part.tags[0].folded)
        elif sense.category == "colour" and not self.lost:
            colours = [one for one in self.parts if one.sense is not None and one.sense.category == "colour"]
            done = says_only(self.parts, colours) and self._palette(sense.value)
        elif sense.category == "size":
            done = changing.rescale(self.draft, items, float(sense.value))
        elif sense.category == "count" and sense.value.isdigit():
            done = changing.recount(self.draft, items, int(sense.value))
        elif sense.category == "look" and sense.value in _BEARDS and self._colours_follow():
            self.part = part
        elif sense.category in _LOOKS:
            done = changing.qualify(self.draft, items, sense)
            self.does = self.does or sense.category == "pose"
        if done:
            self._done(part)

    def _only_person(self, sense: Sense) -> list[Item]:
        """Hair, beards and clothes of which nobody is said to have them are those of the only person there is."""
        own = sense.category in ("look", "hair", "clothes", "expression", "age") or self.part is not None
        return changing.only_person(self.draft) if own and not self.subjects and not self.lost else []

    def _colours_follow(self) -> bool:
        return any(one.sense is not None and one.sense.category == "colour" for one in self.parts[self.at :])

    def _note_part(self, part: Chunk) -> None:
        whole = part.tags[0].folded in _WHOLE and not any(changing.is_person(item) for item in self.subjects)
        if whole and self.subjects:
            self.named.append(part)
        hair = part.tags[0].folded == "hair" and bool(changing.only_person(self.draft))
        if (self.subjects or hair) and not self.changed and not whole and is_content(part.tags[0]):
            self.part = part

    def _colour_part(self, items: list[Item], owned: Chunk, colour: Chunk) -> None:
        """Hair and clothes have colours of their own; no other part has."""
        assert colour.sense is not None
        clothes = owned.sense is not None and owned.sense.category == "clothes"
        hair = owned.tags[0].folded == "hair" or (owned.sense is not None and owned.sense.value in _BEARDS)
        on_head = clothes and owned.sense is not None and owned.sense.value == bare.HAT
        key = "hat colour" if on_head else "clothes colour" if clothes else "hair"
        values = {key: colour.sense.value}
        if (clothes or hair) and changing.dress(self.draft, items, values):
            self._done(owned, colour)

    def _palette(self, code: str) -> bool:
        """A colour that is said of the picture and not of a thing in it, where the picture has a palette."""
        scene = self.draft.scene
        if any(part.kind == "ground" for part in self.parts):
            return setting.paint_ground(self.draft, code)
        if scene.kind == "scene" and scene.backdrop != "studio":
            return False
        kept = scene.palette if self.changed else []
        self.draft.scene = replaced(scene, palette=[*kept, code][:12])
        return True

    def _dress(self, part: Chunk) -> bool:
        """Garments of somebody who was named are clothes and no things: "her coat", "wear a red dress"."""
        garment = part.tags[-1].sense("clothes")
        if garment is None or not any(changing.is_person(item) for item in self.subjects):
            return False
        colours = [sense for each in part.tags if (sense := each.sense("colour")) is not None]
        worn = self.relation == "wearing"
        values = {"clothes": garment.value} if worn else {}
        values |= {"clothes colour": colours[0].value} if colours else {}
        self.relation = ""
        if values and changing.dress(self.draft, self._now(), values):
            self._done()
            for each in part.tags:
                self.draft.ledger.note(each.tokens[0].start, each.word, "drawn" if is_content(each) else "silent")
        elif not self.changed:
            self.part = Chunk("quality", part.tags, sense=garment)
        return True

    def _take_as_colour(self, part: Chunk) -> bool:
        """ "make the cat orange" asks for no fruit."""
        sense = part.tags[0].sense("colour")
        if sense is None or len(part.tags) > 1 or not self.subjects or part.definite:
            return False
        self._on_quality(Chunk("quality", part.tags, sense=sense))
        return True
