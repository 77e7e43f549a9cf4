"""Walking over the parts of a clause that changes things: subjects first, then what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.edits import bare, changing, moving
from aquatint.engines.composer.edits.chunks import Chunk, is_content
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.likening import colour_of
from aquatint.engines.composer.edits.qualities import Qualities
from aquatint.engines.composer.edits.relating import relate
from aquatint.engines.composer.edits.tabled import DETERMINERS
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.layout.singled import seen_count
from aquatint.engines.composer.lexicon.actions import actions
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.scene import Item

_INTO = frozenset({"into", "to", "with", "by", "for", "as"})
_HAVING = frozenset({"has", "have", "had", "having", "gets", "get", "wants", "needs"})
_LIKENING = frozenset({
    "look", "looks", "like", "be", "is", "are", "become", "becomes", "should", "must", "instead", "rather",
    "real", "actually",
})  # fmt: skip
_BECOMING = frozenset({"turn", "change", "transform", "convert", "make", "switch"})
"""Verbs after which "into" leads to what becomes of a thing, and not to where it goes."""
_BEING = frozenset({"be", "become", "becomes"})
_EXCEPT = frozenset({"except", "but"})
_JOINS = frozenset({"and", ",", "&", "plus"})
_TURNS = frozenset({"look", "looks", "looking", "face", "faces", "facing", "turned", "lean", "leaning", "point"})
"""Words after which a place is a direction."""


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


class Walk(Qualities):
    """One walk over one clause, from left to right."""

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

    def _spare(self, part: Chunk) -> bool:
        """ "everything except the car": the subjects without it."""
        before = self.parts[self.at - 1].word if self.at else ""
        if before not in _EXCEPT or not self.subjects or self.changed:
            return False
        spared = {item.id for item in self.draft.refer(part)}
        self.subjects = [item for item in self.subjects if item.id not in spared]
        self.named.append(part)
        return True

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
            self.relation, self.doing = part.sense.value, part.tags[0].folded
            self.named.append(part)

    def _relate(self, part: Chunk) -> bool:
        """Take a thing as what the subjects are to be at; False if it is not said so."""
        said, self.relation = self.relation, ""
        goes_on = self.joined or not self.changed
        if not said and goes_on and self.subjects and not part.definite and part.kind == "thing":
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
            self._pose()
            self._done(part)
            self.carried = said if doing else ""
        return True

    def _on_alike(self, part: Chunk) -> None:
        """ "the same colour as": the thing that comes next is the model."""
        self.model = part if self.subjects or self.part is not None else None

    def _liken(self, part: Chunk) -> bool:
        """Take the colour of a thing that is there for the subjects."""
        leads, self.model = self.model, None
        models = self.draft.refer(part) if leads is not None else []
        code = colour_of(models[0]) if models else ""
        if leads is None or not code:
            return leads is not None
        self.draft.note(leads, "silent")
        self.named.append(part)
        self._on_quality(Chunk("quality", part.tags, sense=Sense("colour", code)))
        return True

    def _pose(self) -> None:
        """Who eats an apple does not only hold it."""
        action = actions().get(self.doing)
        pose = "" if action is None or action.object != "holding" else action.object_pose or action.pose
        if pose and pose != "standing":
            changing.qualify(self.draft, self._now(), Sense("pose", pose))

    def _on_thing(self, part: Chunk) -> None:
        assert part.phrase is not None
        if (
            self._liken(part)
            or self._spare(part)
            or self._dress(part)
            or self._relate(part)
            or self._compare(part)
            or self._take_as_colour(part)
        ):
            return
        items = self.draft.refer(part)
        if items and self._is_owned(part):
            for owner in self.named:
                self.draft.note(owner, "silent")
            self._subject(part, items)
            return
        owners = self.subjects if not self.changed else []
        if not items and (wearers := bare.wearers_of(self.draft, part, owners)):
            self._subject(part, wearers)
            self.part = Chunk("quality", part.tags, sense=Sense("clothes", bare.HAT))
            return
        if self._is_part(part, items):
            self.part = part
            return
        another = self.into or not part.definite or self._is_to_be(part)
        becomes = bool(self.subjects) and not self.changed and another and not self.joined
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

    def _is_to_be(self, part: Chunk) -> bool:
        """ "the trees should be apple trees"."""
        before = self.parts[self.at - 1].word if self.at else ""
        return before in _BEING and not any(each.folded in DETERMINERS for each in part.tags)

    def _is_some(self, part: Chunk, items: Sequence[Item]) -> bool:
        """Whether "one penguin" means one of several, of which something is said: "make one penguin blue"."""
        phrase = part.phrase
        fewer = phrase is not None and phrase.counted and phrase.count < seen_count(items[0])
        said = [one for one in self.parts[self.at + 1 :] if one.kind in ("quality", "growth", "nudge", "relation")]
        return fewer and bool(said) and self.draft.scene.kind == "scene"

    def _is_owned(self, part: Chunk) -> bool:
        """Whether a thing that is there is told by whose it is: "the girl's umbrella"."""
        before = self.parts[self.at - 1] if self.at else None
        return before is not None and before.kind == "thing" and before.word.endswith(("'s", "’s"))

    def _is_part(self, part: Chunk, items: Sequence[Item]) -> bool:
        """Whether a thing that is not there by itself belongs to the one before: "the barn's roof"."""
        return self._is_owned(part) and not items and bool(self.subjects)

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
            for gone in self.named:
                self.draft.note(gone, "silent")
            self._done(part)

    def _on_growth(self, part: Chunk) -> None:
        ahead = [
            at for at in (self.at + 1, self.at + 2) if at < len(self.parts) and self.parts[at].kind == "thing"
        ]
        if ahead and self._is_measure(ahead[0]):
            return
        if ahead[:1] == [self.at + 1] and not self.subjects:
            # "Bigger balloons" are those that are named next.
            self.parts[ahead[0]].definite = True
            items = self.draft.refer(self.parts[ahead[0]])
        else:
            items = self._now() or self._before()
        if changing.resize(self.draft, items, part.factor):
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
