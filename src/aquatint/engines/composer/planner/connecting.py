"""Connecting phrases: what a relation that was said means for its subjects and for its object."""

from __future__ import annotations

from dataclasses import dataclass

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.chains import CARRIED, HAND, LIVING, Chain
from aquatint.engines.composer.planner.fitting import fits
from aquatint.engines.composer.planner.meant import row_for
from aquatint.engines.composer.planner.moved import MOVED, move
from aquatint.engines.composer.planner.phrases import Phrase

_AT_PARTS = frozenset({"in", "on", "around", "beside", "behind", "above", "under", "in front of"})
_TABLE_GAMES = frozenset({"chess pawn", "game die", "playing card", "puzzle piece", "piano"})
TOY = 0.15
"""What is higher than this (in metres), or more than one, is played with on the ground."""
TRIFLE = 0.6
"""Things up to this height (in metres) are not what is said to be in a building, if somebody is there."""
_HEAP = 3
"""More things than this are a heap, when something is on them."""
_IN_THE_SKY = frozenset({"sky", "backdrop"})


@dataclass(slots=True)
class Said:
    """A relation that waits for its object."""

    relation: str
    subjects: list[Phrase]
    by_verb: bool = False
    """Whether a verb said it ("playing chess"), which may have no object at all."""
    open_ended: bool = False
    """Whether it may stay without object: "a tree behind"."""
    verb: int = -1
    """Index of the verb that said it."""
    pose: str = ""
    """The pose of the object, when that is the one who does something: "chased by a dog"."""
    fronted: bool = False
    """Whether its subject may follow its object: "in the vase there are roses"."""
    particle: str = ""
    """What the particle of the verb says where it stands for itself: "above" of "looking over"."""


class Connector(Chain):
    """Connects the subjects of a relation with its object."""

    def __init__(self) -> None:
        super().__init__()
        self.acted: dict[int, str] = {}
        """Verbs whose relation to their object will be seen, by their indices."""
        self._said: Said | None = None
        """The relation that waits for its object."""
        self.barrier: Phrase | None = None
        """What somebody looks over: "at" tells what is on the other side of it."""
        self._between: list[Phrase] = []
        """Who is between the phrase named last and another one, if "and" brings one."""
        self._unplaced: list[tuple[Phrase, str]] = []
        """Phrases "on the left" of nothing so far: the next phrase is what they are left of."""

    def held_by_part(self, part: str, grips: list[str], *, human: bool) -> bool:
        """Take a part as the object of what was said: "in its mouth", "on his shoulder" mean whose it is."""
        said = self._said
        if said is None or said.relation not in _AT_PARTS or not said.subjects or said.fronted:
            return False
        thing = said.subjects[0]
        carries = any(held.target is thing and held.relation in CARRIED for held in self._order)
        if thing.noun.group in LIVING and carries:
            # "A queen with a crown on her head": the part is her own.
            self._said = None
            self._put_on_part(part, thing)
            return True
        before = self._order[: self._order.index(thing)] if thing in self._order else []
        if len(said.subjects) > 1 and not any(phrase.noun.group in LIVING for phrase in before):
            # "A rhino and a bird on its back": the bird is on the rhino.
            before, thing = said.subjects[:-1], said.subjects[-1]
        beings = [phrase for phrase in reversed(before) if phrase.noun.group in LIVING]
        people = [phrase for phrase in beings if phrase.noun.group == "people"]
        owner = next(iter((human and people) or beings), None)
        if owner is None or thing.relation:
            return owner is not None
        self._said = None
        if owner.target is thing and owner.relation == "beside":
            # "A turtle carrying a house on its back": the house is too big for its paws.
            owner.relation, owner.target = "", None
        if part in grips or said.relation != "around":
            self._carry("holding" if part in grips else said.relation, owner, thing)
        else:
            thing.relate("around", owner)
        sit_on(part, owner, thing)
        self.predicate()
        return True

    def _put_on_part(self, part: str, bearer: Phrase) -> None:
        """ "Carrying a strawberry on its back": what an animal carries is not in its paws."""
        held = [one for one in self._order if one.target is bearer and one.relation == "holding"]
        borne = held and (bearer.noun.group == "animals" or held[-1].noun.group in LIVING)
        if borne and part in ("back", "head", "nose", "shoulder", "shoulders", "lap"):
            held[-1].relation = "on"
            sit_on(part, bearer, held[-1])

    def _connect(self, said: Said, target: Phrase) -> None:
        if said.relation.removeprefix("-") in MOVED:
            move(said.relation, said.subjects, target, self._carry)
            return
        if said.pose:
            target.attributes.setdefault("pose", said.pose)
        if not said.subjects:
            self._connect_alone(said, target)
            return
        row = row_for(said.relation, said.subjects[0].noun, target.noun, said.particle)
        relation = said.relation if row is None else row.means
        if row is not None:
            self.barrier = target if row.divides else None
            target.attributes |= row.to_gets
            for subject in said.subjects:
                subject.attributes |= row.of_gets
        if relation.startswith("-"):
            self._connect_turned(relation[1:], said, target)
        elif (target.noun.role not in _IN_THE_SKY or relation == "hanging from") and not target.spread:
            held = said.by_verb and relation == "holding"
            self._connect_to(self._held(said, target) if held else relation, said, target)

    def _connect_alone(self, said: Said, target: Phrase) -> None:
        """ "On the left a cat": the relation is the new phrase's own."""
        if said.open_ended and self._order:
            target.relate(said.relation, self._order[-1])
        elif said.open_ended:
            self._unplaced.append((target, said.relation))

    def _connect_turned(self, relation: str, said: Said, target: Phrase) -> None:
        """The object stands so to the subject: "a boy chased by a dog"."""
        if relation in CARRIED:
            for subject in said.subjects:
                self._carry(relation, target, subject)
            return
        target.relate(relation, said.subjects[0])
        if relation == "following" and said.pose == "running" and said.subjects[0].noun.group in LIVING:
            said.subjects[0].attributes.setdefault("pose", said.pose)

    def _connect_to(self, relation: str, said: Said, target: Phrase) -> None:
        if relation == "on" and target.count > _HEAP and _dwarfs(said.subjects[-1], target):
            # A dragon on a heap of coins has them all around it.
            target.attributes.pop("formation", None)
            target.relate("around", said.subjects[-1])
            return
        if relation in CARRIED:
            # What is carried follows its bearer, so the relation is the thing's.
            if relation != said.relation:
                for other in said.subjects[1:]:
                    other.relate("beside", said.subjects[0])
            self._carry(relation, said.subjects[0], target)
            return
        if said.by_verb and relation == "following" and target.noun.group in LIVING:
            # Who is chased runs as well.
            going = said.subjects[0].attributes.get("pose", "")
            if going in ("running", "walking", "swimming", "flying"):
                target.attributes.setdefault("pose", going)
        said.subjects = [self._dweller(subject, relation, target) for subject in said.subjects]
        for subject in said.subjects:
            if relation == "on":
                suit_top(subject, target)
            # "A refrigerator and a kettle on the stove": the refrigerator stands beside it.
            apt = subject is said.subjects[-1] or fits(subject.noun, relation, target.noun)
            subject.relate(relation if apt else "beside", target)
        self._between = said.subjects if relation == "between" and target.count == 1 else []

    def _dweller(self, thing: Phrase, relation: str, house: Phrase) -> Phrase:
        """Who is in a building, where a small thing of theirs is named before it: "with a potion in a tower"."""
        small = thing.noun.group not in LIVING and thing.noun.metres <= TRIFLE
        if relation != "in" or house.noun.group != "buildings" or not small or thing not in self._order:
            return thing
        before = self._order[: self._order.index(thing)]
        owner = next((one for one in reversed(before) if one.noun.group in LIVING and one.target is None), thing)
        if owner is not thing and thing.target is None:
            self._carry("holding", owner, thing)
        return owner

    def _note_acted(self, said: Said, target: Phrase) -> None:
        """Remember the verb whose relation holds now: a phrase that stood in another one keeps that."""
        pairs = [(subject, target) for subject in said.subjects]
        if said.verb >= 0 and any(one.target is other or other.target is one for one, other in pairs):
            self.acted[said.verb] = said.relation.removeprefix("-")

    @staticmethod
    def _held(said: Said, target: Phrase) -> str:
        """Books and guitars are held; a piano, a game or a big thing is played or read beside it."""
        playing = any(one.attributes.get("pose") == "playing" for one in said.subjects)
        if playing and (target.count > 1 or target.noun.metres > TOY):
            return "around" if target.count == 1 and sum(one.count for one in said.subjects) > 2 else "beside"
        if target.noun.metres <= HAND and target.noun.key not in _TABLE_GAMES:
            return "holding"
        return "around" if sum(subject.count for subject in said.subjects) > 1 else "beside"


def suit_top(thing: Phrase, top: Phrase | None) -> None:
    """A lamp on a table is no floor lamp. ``top`` is None where the picture is of the table's top."""
    data = table("words/postures")
    if top is not None and top.noun.key not in data["laid"]["upright_on"] and thing.art == thing.noun.art:
        thing.art = data["laid"]["art"].get(thing.noun.key, thing.art)
    if top is not None and top.art == top.noun.art and top.count == 1:
        top.art = data["laid"]["art"].get(top.noun.key, top.art)
    form = data["on_top"].get(thing.noun.key)
    stands = top is None or top.noun.key in data["boards"]["names"]
    if form is not None and stands and thing.word.casefold() != thing.noun.key:
        thing.noun = nouns()[form]
        thing.art = thing.noun.art


def suit_hanging(thing: Phrase) -> None:
    """A lamp that hangs is no floor lamp, and a swing that hangs has no frame."""
    data = table("words/postures")["hung"]
    form = data["forms"].get(thing.noun.key)
    if form is not None and thing.word.casefold() != thing.noun.key:
        thing.noun = nouns()[form]
        thing.art = thing.noun.art
    thing.art = data["art"].get(thing.noun.key, thing.art)


def _dwarfs(thing: Phrase, heap: Phrase) -> bool:
    return thing.noun.metres * thing.scale > 8 * heap.noun.metres * heap.scale and thing.count == 1


def sit_on(part: str, owner: Phrase, thing: Phrase) -> None:
    """Let a thing be on a part of somebody: on the shoulder, on the lap of who sits then."""
    spot = table("words/qualities")["spots"].get(part)
    if spot is None or thing.target is not owner or thing.relation not in ("on", "in"):
        return
    thing.relation = "on"
    thing.attributes["spot"] = spot
    if spot == "lap" and owner.noun.group == "people" and owner.attributes.get("pose") in (None, "standing"):
        owner.attributes["pose"] = "sitting"
