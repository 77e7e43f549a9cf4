"""How phrases stand to each other: who is the subject of "on", "behind", "holding", and what is its object."""

from __future__ import annotations

from aquatint.engines.composer.planner.chains import CARRIED, LIVING
from aquatint.engines.composer.planner.connecting import Connector, Said
from aquatint.engines.composer.planner.phrases import Phrase

_WITH_PARTICLE = frozenset({"leaning on", "facing", "following", "-following"})
_OWN_PARTICLES = frozenset({"on", "in", "under", "hanging from"})
"""Relations that say where two are who look at each other, and not at whom they look: "talking on a bench"."""
_AIMING = frozenset({"spraying", "throwing", "watering", "pouring", "pointing", "shooting", "painting"})
"""Poses of what is done "on" something that the doer is not on."""
_MUTUAL = frozenset({"facing", "beside"})
"""What two do to each other when a verb has no object: "a man and a woman talking"."""


class Links(Connector):
    """Follows the sentence from phrase to phrase."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Phrase | None = None
        """The vessel of "a basket of", until its content comes."""
        self.missed = False
        """Whether a word that cannot be drawn came after the last phrase."""
        self.lost_object = False
        """Whether the object of the last verb cannot be drawn."""
        self._front: tuple[str, Phrase, list[Phrase]] | None = None
        """A relation with its object that opened a clause, and whose subject is still to come: "behind them a"."""
        self._shelf: tuple[str, Phrase] | None = None
        """The same once its first subject has come: a list of them may go on."""

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
        particle: str = "",
    ) -> None:
        """A relation was said of the subjects; its object should follow.

        ``pose`` is that of the object. A ``fronted`` relation opens a clause: its subject may follow its object.
        ``particle`` is what the particle of a verb says alone.
        """
        self._close()
        self._shelf = None
        self.each = self.each and relation in CARRIED
        self._said = Said(relation, subjects, by_verb, open_ended, verb, pose, fronted, particle)
        self._between = []
        self._bearer = None
        self._joined = False

    def goes_with_particle(self, index: int, relation: str) -> bool:
        """Whether the verb at ``index`` waits for an object that a particle may bring: "leaning against".

        ``relation`` is what the particle says where it stands for itself.
        """
        said = self._said
        if said is None or said.verb != index or said.relation not in _WITH_PARTICLE:
            return False
        aims = any(subject.attributes.get("pose") in _AIMING for subject in said.subjects)
        if said.relation == "facing" and relation in _OWN_PARTICLES and not aims:
            return False
        said.particle = "through" if relation == "in" else relation
        return True

    def mutual(self, relation: str, members: list[Phrase]) -> bool:
        """Two of which the same is said do it to each other: "a goat and a sheep face to face"."""
        if len(members) == 2 and members[0].count == members[1].count == 1:
            members[0].relate(relation, members[1])
        return len(members) == 2 and members[0].target is members[1]

    def subjects(self) -> list[Phrase]:
        """Of whom the relation was said that waits for its object."""
        return [] if self._said is None else list(self._said.subjects)

    def awaits_object(self) -> bool:
        """Whether a relation was said whose object may be a pronoun: "behind them"."""
        return self._said is not None

    def awaits(self, relation: str) -> bool:
        """Whether this relation was said and waits for its object."""
        return self._said is not None and self._said.relation == relation

    def leave_out(self, phrase: Phrase | None) -> Phrase | None:
        """The phrase, which is the object of what was said and no subject of it."""
        if self._said is not None and phrase is not None:
            self._said.subjects = [subject for subject in self._said.subjects if subject is not phrase]
        return phrase

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
            self._shelf = front[0], front[1]
        elif said is None and self._joined and self._shelf is not None:
            # "On the counter there are onions and carrots".
            phrase.relate(*self._shelf)
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

    def join(self) -> None:
        """ "and" was said."""
        self._close()
        self._joined = self._anded = True

    def pause(self) -> None:
        """A comma: lists go on, a relation without object does not."""
        if self._front is None or self._front[2]:
            # "In front of the house, an old man": its subject is still to come.
            self.trail()
        if self._anded and len(self._group) > 2:
            # "Ghosts, a house and a moon, bats flying": the list was complete.
            self._group, self._anded = [], False
        if self._said is not None and self._said.open_ended and not self._said.subjects:
            # "To its right, a sailboat".
            return
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
        # "In the foreground a fox. Behind it...": what comes next is not what the fox is in front of.
        self._unplaced = [pair for pair in self._unplaced if pair[1] != "in front of"]
        self._group, self._joined, self._object, self.of, self._bearer = [], False, False, None, None
        self.each = False
        self._shelf = None

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
                subject.relate(said.relation.lstrip("-"), self.bearer_of(before[-1]))
            else:
                self._unplaced.append((subject, said.relation.lstrip("-")))
