"""Walking over the parts of a clause that changes things: subjects first, then what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits import changing, moving, setting
from aquatint.engines.composer.edits.chunks import Chunk, is_content, says_only
from aquatint.engines.composer.edits.clauses import Clause
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.operations import replaced
from aquatint.engines.composer.edits.relating import relate
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.scene import Item

_INTO = frozenset({"into", "to", "with", "by", "for", "as"})
_HAVING = frozenset({"has", "have", "had", "having", "gets", "get", "wants", "needs"})
_LIKENING = frozenset({
    "look", "looks", "like", "be", "is", "are", "become", "becomes", "should", "must", "instead", "rather",
    "real", "actually",
})  # fmt: skip
_BECOMING = frozenset({"turn", "change", "transform", "convert", "make", "switch"})
"""Verbs after which "into" leads to what becomes of a thing, and not to where it goes."""
_EXCEPT = frozenset({"except", "but"})
_JOINS = frozenset({"and", ",", "&", "plus"})
_TURNS = frozenset({"look", "looks", "looking", "face", "faces", "facing", "turned", "lean", "leaning", "point"})
"""Words after which a place is a direction."""
_WHOLE = frozenset({"fur", "coat", "body", "skin", "feathers", "paint", "colouring", "coloring"})
"""Parts whose colour is that of the whole thing."""
_BEARDS = frozenset({"beard", "moustache"})
"""Looks that have the colour of the hair."""
_LOOKS = frozenset({"pose", "expression", "hair", "look", "age"})


def with_own_spots(parts: Sequence[Chunk]) -> list[Chunk]:
    """The parts, with a place right after "the tree" taken as telling which tree is meant."""
    found: list[Chunk] = []
    for part in parts:
        if part.kind == "spot" and found and found[-1].kind in ("thing", "one") and found[-1].definite:
            found[-1].spot = part.spot
        else:
            found.append(part)
    return found


def _is_deed(part: Chunk) -> bool:
    """Whether a word may be a verb of its own, and not one that leads from a thing to what it becomes."""
    word = part.tags[0].folded
    return (is_content(part.tags[0]) or word in _HAVING) and word not in _LIKENING and not word.endswith("ly")


def some_of(draft: Draft, item: Item, part: Chunk) -> list[int]:
    """So many drawings of an item as a part counts, the last ones."""
    count = part.phrase.count if part.phrase is not None else 1
    found = sorted(one.instance for one in placements(draft.scene, draft.size) if one.item.id == item.id)
    return found[-count:]


class Walk:
    """One walk over one clause, from left to right."""

    def __init__(self, draft: Draft, clause: Clause, parts: Sequence[Chunk]) -> None:
        self.draft = draft
        self.clause = clause
        self.parts = parts
        self.subjects: list[Item] = []
        self.named: list[Chunk] = []
        """The parts that name the subjects, not yet told as drawn."""
        self.lost = False
        """Whether the clause speaks of a thing that is not there."""
        self.changed = False
        """Whether something was said of the subjects since they were named."""
        self.into = False
        self.at = 0
        self.joined = False
        self.does = False
        """Whether a word that nobody knows came before: "the cat chases a mouse" turns no cat into a mouse."""
        self.relation = ""
        """The relation that the subjects are to have to what comes next."""
        self.carried = ""
        """A relation that goes on: "let the alien hold a flower and the robot a balloon"."""
        self.part: Chunk | None = None
        """The part of the subjects that the words go on to: "the girl's hair"."""

    def starts_anew(self) -> bool:
        """Whether the clause names only things that are not there ("make a cat"), so that they are to be added."""
        things = [part for part in self.parts if part.kind in ("thing", "group", "pronoun")]
        return bool(things) and all(
            part.kind == "thing" and not part.definite and not self.draft.refer(part) for part in things
        )

    def run(self) -> None:
        """Follow every part."""
        for at, part in enumerate(self.parts):
            self.at = at
            if part.kind == "word":
                self._note_part(part)
                self.into = self.into or part.word in _INTO
                self.joined = part.word in _JOINS
                self.does = (self.does or _is_deed(part)) and not self.joined
                continue
            handler = getattr(self, f"_on_{part.kind}", None)
            if handler is not None:
                handler(part)
            self.joined = False
        self.draft.mention(self.subjects or self.draft.it())

    def _done(self, *parts: Chunk) -> None:
        self.changed = True
        for part in (*self.named, *parts):
            self.draft.note(part)
        self.named = []

    def _spare(self, part: Chunk) -> bool:
        """ "everything except the car": the subjects without it."""
        before = self.parts[self.at - 1].word if self.at else ""
        if before not in _EXCEPT or not self.subjects or self.changed:
            return False
        spared = {item.id for item in self.draft.refer(part)}
        self.subjects = [item for item in self.subjects if item.id not in spared]
        self.named.append(part)
        return True

    def _subject(self, part: Chunk, items: list[Item]) -> None:
        if self.joined and not self.changed:
            self.subjects += items
        else:
            self.subjects, self.named = items, []
        self.named.append(part)
        self.relation = ""
        self.lost, self.changed, self.into, self.part = not items, False, False, None

    def _on_group(self, part: Chunk) -> None:
        if not self._relate(part):
            self._subject(part, self.draft.refer(part))

    _on_one = _on_group

    def _on_pronoun(self, part: Chunk) -> None:
        if not self._relate(part):
            self._subject(part, self.draft.refer(part))
            self.lost = False

    def _on_relation(self, part: Chunk) -> None:
        assert part.sense is not None
        if part.word in _INTO and self.clause.verb in _BECOMING:
            self.into = True
        elif self.subjects and self.part is None:
            self.relation = part.sense.value
            self.named.append(part)

    def _relate(self, part: Chunk) -> bool:
        """Take a thing as what the subjects are to be at; False if it is not said so."""
        said, self.relation = self.relation, ""
        if not said and not self.changed and self.subjects and not part.definite and part.kind == "thing":
            said = self.carried
        if not said or not self.subjects:
            return False
        doing = said in ("holding", "riding", "wearing")
        if (
            not doing
            and not self.changed
            and any(one.kind in ("quality", "growth", "nudge") for one in self.parts[self.at + 1 :])
        ):
            # "make the cat on the sofa blue": it only tells which cat.
            self.draft.note(part)
            return True
        if relate(self.draft, self._now(), said, part):
            self._done(part)
            self.carried = said if doing else ""
        return True

    def _on_thing(self, part: Chunk) -> None:
        assert part.phrase is not None
        if (
            self._spare(part)
            or self._dress(part)
            or self._relate(part)
            or self._compare(part)
            or self._take_as_colour(part)
        ):
            return
        items = self.draft.refer(part)
        if self._is_part(part, items):
            self.part = part
            return
        becomes = bool(self.subjects) and not self.changed and (self.into or not part.definite) and not self.joined
        if becomes and self.does:
            return
        if becomes and self.clause.verb != "give":
            self._become(part)
        elif items and not part.definite and self._is_some(part, items):
            self.draft.picked[items[0].id] = some_of(self.draft, items[0], part)
            self._subject(part, items[:1])
        elif items and not part.definite and not self.does:
            self._subject(part, items)
            # Naming what is there already, without a verb, asks for what is so.
            if changing.apply_modifiers(self.draft, items, part) or self.clause.operation == "":
                self._done()
        else:
            self._subject(part, items)

    def _is_some(self, part: Chunk, items: Sequence[Item]) -> bool:
        """Whether "one penguin" means one of several, of which something is said: "make one penguin blue"."""
        phrase = part.phrase
        fewer = phrase is not None and phrase.counted and phrase.count < seen_count(items[0])
        said = [one for one in self.parts[self.at + 1 :] if one.kind in ("quality", "growth", "nudge", "relation")]
        return fewer and bool(said) and self.draft.scene.kind == "scene"

    def _is_part(self, part: Chunk, items: Sequence[Item]) -> bool:
        """Whether a thing that is not there by itself belongs to the one before: "the barn's roof"."""
        before = self.parts[self.at - 1] if self.at else None
        owned = before is not None and before.kind == "thing" and before.word.endswith(("'s", "’s"))
        return owned and not items and bool(self.subjects)

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

    def _compare(self, part: Chunk) -> bool:
        """ "bigger than the fox": the growth that was said before is measured by this thing."""
        before = [one for one in self.parts[max(0, self.at - 2) : self.at] if one.kind == "growth"]
        if not before or not self._is_measure(self.at):
            return False
        targets = self.draft.refer(part)
        if targets and changing.resize_to(self.draft, self._now(), targets[0], before[0].factor):
            self._done(before[0], part)
        return True

    def _is_measure(self, at: int) -> bool:
        """Whether the thing at ``at`` is what a comparative before it compares with."""
        before = self.parts[at - 1]
        same = before.kind == "growth" and before.word.endswith((" as", " of"))
        return same or (before.word == "than" and at > 1 and self.parts[at - 2].kind == "growth")

    def _become(self, part: Chunk) -> None:
        assert part.phrase is not None
        if all(item.noun == part.phrase.noun.key for item in self.subjects):
            if changing.apply_modifiers(self.draft, self.subjects, part):
                self._done(part)
        elif made := changing.transform(self.draft, self.subjects, part.phrase):
            self.subjects = made
            self._done(part)

    def _on_growth(self, part: Chunk) -> None:
        ahead = [
            at for at in (self.at + 1, self.at + 2) if at < len(self.parts) and self.parts[at].kind == "thing"
        ]
        if ahead and self._is_measure(ahead[0]):
            return
        if changing.resize(self.draft, self._now() or self._before(), part.factor):
            self._done(part)

    def _on_spot(self, part: Chunk) -> None:
        assert part.spot is not None
        if any(token.folded in _TURNS for token in self.clause.tokens):
            return
        if moving.move(self.draft, self._now(), [part.spot]):
            self._done(part)

    def _on_nudge(self, part: Chunk) -> None:
        assert part.spot is not None
        if moving.nudge(self.draft, self._now() or self._before(), part.spot):
            self._done(part)

    def _before(self) -> list[Item]:
        """What the clause before was about, where this one names nothing: "make the fox red; bigger"."""
        return [] if self.named or self.lost else self.draft.it()

    def _now(self) -> list[Item]:
        """The subjects as they are after the changes so far."""
        found = [self.draft.scene.item(item.id) for item in self.subjects]
        return [item for item in found if item is not None]

    def _on_quality(self, part: Chunk) -> None:
        sense = part.sense
        assert sense is not None
        items, done = self._now(), False
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

    def _colours_follow(self) -> bool:
        return any(one.sense is not None and one.sense.category == "colour" for one in self.parts[self.at :])

    def _note_part(self, part: Chunk) -> None:
        whole = part.tags[0].folded in _WHOLE and not any(changing.is_person(item) for item in self.subjects)
        if whole and self.subjects:
            self.named.append(part)
        if self.subjects and not self.changed and not whole and is_content(part.tags[0]):
            self.part = part

    def _colour_part(self, items: list[Item], owned: Chunk, colour: Chunk) -> None:
        """Hair and clothes have colours of their own; no other part has."""
        assert colour.sense is not None
        clothes = owned.sense is not None and owned.sense.category == "clothes"
        hair = owned.tags[0].folded == "hair" or (owned.sense is not None and owned.sense.value in _BEARDS)
        values = {"clothes colour" if clothes else "hair": colour.sense.value}
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
