"""How phrases stand to each other: who is the subject of "on", "behind", "holding", and what is its object."""

from __future__ import annotations

from dataclasses import dataclass

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.chains import CARRIED, HAND, LIVING, Chain
from aquatint.engines.composer.planner.fitting import fits
from aquatint.engines.composer.planner.phrases import Phrase

_WITH_PARTICLE = frozenset({"leaning on", "facing", "following", "-following"})
_AT_PARTS = frozenset({"in", "on", "around", "beside", "behind", "above", "under", "in front of"})
_TABLE_GAMES = frozenset({"chess pawn", "game die", "playing card", "puzzle piece", "piano"})
TOY = 0.15
"""What is higher than this (in metres), or more than one, is played with on the ground."""
_HEAP = 3
"""More things than this are a heap, when something is on them."""
_MUTUAL = frozenset({"facing", "beside"})
"""What two do to each other when a verb has no object: "a man and a woman talking"."""
_IN_THE_SKY = frozenset({"sky", "backdrop"})


@dataclass(slots=True)
class _Said:
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


class Links(Chain):
    """Follows the sentence from phrase to phrase."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Phrase | None = None
        """The vessel of "a basket of", until its content comes."""
        self.missed = False
        """Whether a word that cannot be drawn came after the last phrase."""
        self.lost_object = False
        """Whether the object of the last verb cannot be drawn."""
        self.acted: dict[int, str] = {}
        """Verbs whose relation to their object will be seen, by their indices."""
        self._said: _Said | None = None
        self._front: tuple[str, Phrase, list[Phrase]] | None = None
        """A relation with its object that opened a clause, and whose subject is still to come: "behind them a"."""
        self._between: list[Phrase] = []
        """Who is between the phrase named last and another one, if "and" brings one."""
        self._unplaced: list[tuple[Phrase, str]] = []
        """Phrases "on the left" of nothing so far: the next phrase is what they are left of."""

    def say(
        self,
        relation: str,
        *,
        subjects: list[Phrase],
        by_verb: bool = False,
        open_ended: bool = False,
        verb: int = -1,
        pose: str = "",
        fronted: bool = False,
    ) -> None:
        """A relation was said of the subjects; its object should follow.

        ``pose`` is that of the object. A ``fronted`` relation opens a clause: its subject may follow its object.
        """
        self._close()
        self._said = _Said(relation, subjects, by_verb, open_ended, verb, pose, fronted)
        self._between = []
        self._bearer = None
        self._joined = False

    def goes_with_particle(self, index: int) -> bool:
        """Whether the verb at ``index`` waits for an object that a particle may bring: "leaning against"."""
        return self._said is not None and self._said.verb == index and self._said.relation in _WITH_PARTICLE

    def mutual(self, relation: str, members: list[Phrase]) -> bool:
        """Two of which the same is said do it to each other: "a goat and a sheep face to face"."""
        if len(members) == 2 and members[0].count == members[1].count == 1:
            members[0].relate(relation, members[1])
        return len(members) == 2 and members[0].target is members[1]

    def subjects(self) -> list[Phrase]:
        """Of whom the relation was said that waits for its object."""
        return [] if self._said is None else list(self._said.subjects)

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
        if part in grips or said.relation != "around":
            self._carry("holding" if part in grips else said.relation, owner, thing)
        else:
            thing.relate("around", owner)
        sit_on(part, owner, thing)
        self.predicate()
        return True

    def awaits_object(self) -> bool:
        """Whether a relation was said whose object may be a pronoun: "behind them"."""
        return self._said is not None

    def expect_object(self) -> None:
        """An article came: the relation has an object, whether it can be drawn or not."""
        if self._said is not None and self._said.subjects:
            self._said.open_ended = False

    def antecedent(self, *, living: bool) -> Phrase | None:
        """What a pronoun after the relation goes back to: the phrase or the living being before its subjects."""
        said = self._said
        subjects = said.subjects if said is not None and not said.fronted else []
        others = [phrase for phrase in reversed(self._order) if phrase not in subjects]
        beings = (phrase for phrase in others if phrase.noun.group in LIVING)
        return (next(beings, None) if living else None) or next(iter(others), None)

    def bear(self, thing: Phrase, bearer: Phrase, relation: str) -> None:
        """ "wearing a hat and a scarf": the thing belongs to its bearer, who stays the subject."""
        self._said = None
        self._joined = False
        self._carry(relation, bearer, thing)
        self._order.append(thing)

    def place(self, phrase: Phrase, *, joined: bool = False) -> None:
        """A new phrase has come; ``joined``: it is another colour of the one before."""
        if joined and self._order:
            phrase.relate(self._order[-1].relation, self._order[-1].target)
            self._anded = True
            self._group.append(phrase)
            self._order.append(phrase)
            return
        self._settle(phrase)
        self.missed = self.lost_object = False
        said, self._said = self._said, None
        self._pair_up(phrase)
        front, self._front = self._front, None
        if front is not None:
            phrase.relate(front[0], front[1])
        if said is not None and said.fronted and not said.open_ended:
            self._front = (said.relation, phrase, said.subjects)
            self._regroup(phrase, is_object=True)
        elif said is not None:
            self._connect(said, phrase)
            self._note_acted(said, phrase)
            self._regroup(phrase, is_object=True)
        elif self._joined and self._bearer is not None and self._fits_hand(phrase):
            self._carry("holding", self._bearer, phrase)
        elif self._joined and self._group and not self._object and not self._predicated:
            self._group.append(phrase)
        else:
            self._regroup(phrase, is_object=False)
        self._joined = False
        self.of = None
        self._order.append(phrase)

    def _pair_up(self, phrase: Phrase) -> None:
        """ "Between a cat and a dog": the second one."""
        if self._joined:
            for subject in self._between:
                subject.second_target = phrase
        self._between = []

    def _settle(self, phrase: Phrase) -> None:
        for waiting, relation in self._unplaced:
            waiting.relate(relation, phrase)
        self._unplaced = []

    def _connect(self, said: _Said, target: Phrase) -> None:
        relation = said.relation
        if said.pose:
            target.attributes.setdefault("pose", said.pose)
        if not said.subjects:
            # "on the left a cat": the relation is the new phrase's own.
            if said.open_ended and self._order:
                target.relate(relation, self._order[-1])
            elif said.open_ended:
                self._unplaced.append((target, relation))
            return
        if relation.removeprefix("-") in CARRIED and relation.startswith("-"):
            for subject in said.subjects:
                self._carry(relation[1:], target, subject)
            return
        if relation.startswith("-"):
            target.relate(relation[1:], said.subjects[0])
            if relation == "-following" and said.pose == "running" and said.subjects[0].noun.group in LIVING:
                said.subjects[0].attributes.setdefault("pose", said.pose)
            return
        if target.noun.role in _IN_THE_SKY or target.spread:
            return
        if said.by_verb and relation == "holding":
            relation = self._held(said, target)
        if relation == "through" and target.noun.key in table("words/postures")["optics"]["names"]:
            target.relate("beside", said.subjects[0])
            return
        if relation == "on" and target.count > _HEAP and _dwarfs(said.subjects[-1], target):
            # A dragon on a heap of coins has them all around it.
            target.attributes.pop("formation", None)
            target.relate("around", said.subjects[-1])
            return
        if relation == "under" and target.noun.key == "umbrella" and said.subjects[0].noun.group == "people":
            # Who is under an umbrella has it in the hand.
            relation = "holding"
            for other in said.subjects[1:]:
                other.relate("beside", said.subjects[0])
        if relation in CARRIED:
            # What is carried follows its bearer, so the relation is the thing's.
            self._carry(relation, said.subjects[0], target)
            return
        if said.by_verb and relation == "following" and target.noun.group in LIVING:
            # Who is chased runs as well.
            going = said.subjects[0].attributes.get("pose", "")
            if going in ("running", "walking", "swimming", "flying"):
                target.attributes.setdefault("pose", going)
        for subject in said.subjects:
            if relation == "on":
                suit_top(subject, target)
            # "A refrigerator and a kettle on the stove": the refrigerator stands beside it.
            apt = subject is said.subjects[-1] or fits(subject.noun, relation, target.noun)
            subject.relate(relation if apt else "beside", target)
        self._between = said.subjects if relation == "between" and target.count == 1 else []

    def _note_acted(self, said: _Said, target: Phrase) -> None:
        """Remember the verb whose relation holds now: a phrase that stood in another one keeps that."""
        pairs = [(subject, target) for subject in said.subjects]
        if said.verb >= 0 and any(one.target is other or other.target is one for one, other in pairs):
            self.acted[said.verb] = said.relation.removeprefix("-")

    @staticmethod
    def _held(said: _Said, target: Phrase) -> str:
        """Books and guitars are held; a piano, a game or a big thing is played or read beside it."""
        playing = any(one.attributes.get("pose") == "playing" for one in said.subjects)
        if playing and (target.count > 1 or target.noun.metres > TOY):
            return "around" if target.count == 1 and sum(one.count for one in said.subjects) > 2 else "beside"
        if target.noun.metres <= HAND and target.noun.key not in _TABLE_GAMES:
            return "holding"
        return "around" if sum(subject.count for subject in said.subjects) > 1 else "beside"

    def join(self) -> None:
        """ "and" was said."""
        self._close()
        self._joined = self._anded = True

    def pause(self) -> None:
        """A comma: lists go on, a relation without object does not."""
        self.trail()
        self._close()
        self._joined = True

    def arrive(self) -> None:
        """The object was a place: "on a table" needs no target, the backdrop is there."""
        self._said = None
        self.stop()

    def accompany(self) -> None:
        """ "with" was said: what follows is there too."""
        self._close()
        self._joined = False

    def stop(self) -> None:
        """A sentence or clause ended."""
        self.trail()
        self._close()
        self._group, self._joined, self._object, self.of, self._bearer = [], False, False, None, None

    def forget(self) -> None:
        """The preposition just said was about no thing."""
        if self._said is not None and self._said.by_verb and self._said.relation in _MUTUAL:
            self.mutual(self._said.relation, self._said.subjects)
        self._said = None

    def miss(self) -> None:
        """A word came that cannot be drawn: it may have been the object, so nothing else is taken for it."""
        self.missed = True
        if self._said is not None:
            self.lost_object = self._said.by_verb and bool(self._said.subjects)
            self._said.open_ended = False

    def lose(self) -> None:
        """The object of the verb was named and cannot be drawn."""
        self._said, self.lost_object = None, False

    def refer(self, phrase: Phrase) -> None:
        """A definite noun or pronoun goes back to a phrase of before: it is the object, or a new subject."""
        said, self._said = self._said, None
        if said is not None and said.fronted:
            self._front = (said.relation, phrase, [])
        elif said is not None:
            self._connect(said, phrase)
            self._note_acted(said, phrase)
        self._regroup(phrase, is_object=said is not None)
        self._joined = False

    def trail(self) -> None:
        """The clause ended before a subject came: the relation was said of what stood before."""
        front, self._front = self._front, None
        if front is not None:
            for subject in front[2]:
                subject.relate(front[0], front[1])

    def finish(self) -> None:
        """The text ended: relations without object take the phrase before their subject."""
        self.trail()
        self._close()
        for phrase, relation in self._unplaced:
            others = [other for other in self._order if other is not phrase]
            if others:
                phrase.relate(relation, others[0])

        for thing in self._order:
            if thing.relation == "holding" and thing.target is not None:
                self._fill_hands(thing.target, thing)

    def _close(self) -> None:
        said, self._said = self._said, None
        if said is not None and said.by_verb and said.relation in _MUTUAL:
            self.mutual(said.relation, said.subjects)
        if said is None or not said.open_ended or not said.subjects:
            return
        first = said.subjects[0]
        before = self._order[: self._order.index(first)] if first in self._order else []
        for subject in said.subjects:
            if before:
                subject.relate(said.relation.lstrip("-"), before[-1])
            else:
                self._unplaced.append((subject, said.relation.lstrip("-")))


def suit_top(thing: Phrase, top: Phrase | None) -> None:
    """A lamp on a table is no floor lamp. ``top`` is None where the picture is of the table's top."""
    data = table("words/postures")
    form = data["on_top"].get(thing.noun.key)
    stands = top is None or top.noun.key in data["boards"]["names"]
    if form is not None and stands and thing.word.casefold() != thing.noun.key:
        thing.noun = nouns()[form]
        thing.art = thing.noun.art


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
