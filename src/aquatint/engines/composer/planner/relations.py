"""How phrases stand to each other: who is the subject of "on", "behind", "holding", and what is its object."""

from __future__ import annotations

from dataclasses import dataclass

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.phrases import Phrase

_HAND = 1.3
"""Things higher than this (in metres) are not held in a hand."""
_CARRIED = frozenset({"holding", "wearing"})
_TABLE_GAMES = frozenset({"chess pawn", "game die", "playing card", "puzzle piece", "piano"})
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


class Links:
    """Follows the sentence from phrase to phrase."""

    def __init__(self) -> None:
        self.of: Phrase | None = None
        """The vessel of "a basket of", until its content comes."""
        self.missed = False
        """Whether a word that cannot be drawn came after the last phrase."""
        self._order: list[Phrase] = []
        self._group: list[Phrase] = []
        """Phrases that "and" joins: what is said next is said of all of them."""
        self._said: _Said | None = None
        self._joined = False
        self._object = False
        """Whether the group is the object of a relation, so that "and" begins something new."""
        self._bearer: Phrase | None = None
        """Who holds the thing named last: "and" may put another thing into the hand."""
        self._unplaced: list[tuple[Phrase, str]] = []
        """Phrases "on the left" of nothing so far: the next phrase is what they are left of."""

    def say(
        self, relation: str, *, subjects: list[Phrase], by_verb: bool = False, open_ended: bool = False
    ) -> None:
        """A relation was said of the subjects; its object should follow."""
        self._close()
        self._said = _Said(relation, subjects, by_verb, open_ended)
        self._bearer = None
        self._joined = False

    def coordinated(self, phrase: Phrase | None) -> list[Phrase]:
        """All phrases of which something is said when it is said of this one."""
        if phrase is None:
            return []
        return list(self._group) if phrase in self._group else [phrase]

    def _carry(self, relation: str, bearer: Phrase, thing: Phrase) -> None:
        thing.relate(relation, bearer)
        if thing.plural and not thing.counted:
            thing.count = bearer.count
        self._bearer = bearer if relation == "holding" else None

    def bearer_of(self, phrase: Phrase | None) -> Phrase | None:
        """Who carries the phrase; itself when nobody does. Verbs are said of living beings, not of their hats."""
        return phrase.target if phrase is not None and phrase.relation in _CARRIED else phrase

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
            self._group.append(phrase)
            self._order.append(phrase)
            return
        self._settle(phrase)
        self.missed = False
        said, self._said = self._said, None
        if said is not None:
            self._connect(said, phrase)
            self._group, self._object = [phrase], True
        elif self._joined and self._bearer is not None and self._fits_hand(phrase):
            self._carry("holding", self._bearer, phrase)
        elif self._joined and not self._object:
            self._group.append(phrase)
        else:
            self._group, self._object = [phrase], False
        self._joined = False
        self.of = None
        self._order.append(phrase)

    def _settle(self, phrase: Phrase) -> None:
        for waiting, relation in self._unplaced:
            waiting.relate(relation, phrase)
        self._unplaced = []

    def _connect(self, said: _Said, target: Phrase) -> None:
        relation = said.relation
        if not said.subjects:
            # "on the left a cat": the relation is the new phrase's own.
            if said.open_ended and self._order:
                target.relate(relation, self._order[-1])
            elif said.open_ended:
                self._unplaced.append((target, relation))
            return
        if relation.startswith("-"):
            target.relate(relation[1:], said.subjects[0])
            return
        if target.noun.role in _IN_THE_SKY or target.spread:
            return
        if said.by_verb and relation == "holding":
            relation = self._held(said, target)
        if relation in _CARRIED:
            # What is carried follows its bearer, so the relation is the thing's.
            self._carry(relation, said.subjects[0], target)
            return
        for subject in said.subjects:
            subject.relate(relation, target)

    @staticmethod
    def _fits_hand(phrase: Phrase) -> bool:
        return phrase.noun.metres <= _HAND and phrase.noun.group in ("foods", "things", "household", "plants")

    @staticmethod
    def _held(said: _Said, target: Phrase) -> str:
        """Books and guitars are held; a piano, a game or a big thing is played or read beside it."""
        if target.noun.metres <= _HAND and target.noun.key not in _TABLE_GAMES:
            return "holding"
        return "around" if sum(subject.count for subject in said.subjects) > 1 else "beside"

    def join(self) -> None:
        """ "and" was said."""
        self._close()
        self._joined = True

    def pause(self) -> None:
        """A comma: lists go on, a relation without object does not."""
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
        self._close()
        self._group, self._joined, self._object, self.of, self._bearer = [], False, False, None, None

    def forget(self) -> None:
        """The preposition just said was about no thing."""
        self._said = None

    def miss(self) -> None:
        """A word came that cannot be drawn: it may have been the object, so nothing else is taken for it."""
        self.missed = True
        if self._said is not None:
            self._said.open_ended = False

    def filled(self, content: Phrase) -> None:
        """The content of a vessel came; a list of contents may go on."""
        self._order.append(content)
        self._joined = False

    def finish(self) -> None:
        """The text ended: relations without object take the phrase before their subject."""
        self._close()
        for phrase, relation in self._unplaced:
            others = [other for other in self._order if other is not phrase]
            if others:
                phrase.relate(relation, others[0])

        for thing in self._order:
            if thing.relation == "holding" and thing.target is not None:
                self._fill_hands(thing.target, thing)

    @staticmethod
    def _fill_hands(bearer: Phrase, thing: Phrase) -> None:
        """Who holds a thing reaches out for it, or has it in both arms, and nothing else in the hand."""
        if bearer.noun.group == "people":
            cradled = thing.noun.key in table("words/postures")["cradled"]["names"]
            if cradled and bearer.attributes.get("pose") in (None, "hugging", "holding"):
                bearer.attributes["pose"] = "cradling"
            bearer.attributes.setdefault("pose", "holding")
            bearer.attributes["prop"] = ""

    def _close(self) -> None:
        said, self._said = self._said, None
        if said is None or not said.open_ended or not said.subjects:
            return
        first = said.subjects[0]
        before = self._order[: self._order.index(first)] if first in self._order else []
        for subject in said.subjects:
            if before:
                subject.relate(said.relation.lstrip("-"), before[-1])
            else:
                self._unplaced.append((subject, said.relation.lstrip("-")))
