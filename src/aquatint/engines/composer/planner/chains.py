"""Which phrases belong together: groups that "and" joins, who bears what, what a vessel holds."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ones import give_to_one
from aquatint.engines.composer.planner.phrases import Phrase

HAND = 1.3
"""Things higher than this (in metres) are not held in a hand."""
SMALL = 0.6
"""Things higher than this (in metres) are held one at a time."""
HANDFUL = 3
"""How many somebody has of things that nobody counts: "juggling oranges"."""
LIVING = frozenset({"people", "animals", "fantasy"})
"""Groups of nouns that wear, hold and do things."""
CARRIED = frozenset({"holding", "wearing"})
"""Relations that scenes write at the thing and not at who has it."""


class Chain:
    """The phrases of a text in order, and the group that the next verb or relation is said of."""

    def __init__(self) -> None:
        self._order: list[Phrase] = []
        self._group: list[Phrase] = []
        """Phrases that "and" joins: what is said next is said of all of them."""
        self._joined = False
        self._anded = False
        """Whether "and", and not only a comma, joined the last phrase of the group."""
        self._predicated = False
        """Whether a verb was said of the group, so that a comma begins something new."""
        self._object = False
        """Whether the group is the object of a relation, so that "and" begins something new."""
        self.each = False
        """Whether what comes next is said of every single one: "four penguins, each with a scarf"."""
        self._bearer: Phrase | None = None
        """Who holds the thing named last: "and" may put another thing into the hand."""
        self.one: tuple[Phrase, int] | None = None
        """Several, and the number of the one of them that is spoken of."""
        self._vessels: dict[int, Phrase] = {}
        """The vessel of each content, by the identity of the content."""

    def coordinated(self, phrase: Phrase | None) -> list[Phrase]:
        """All phrases of which something is said when it is said of this one."""
        if phrase is None:
            return []
        whole = phrase in self._group and (self._anded or len(self._group) == 1)
        return list(self._group) if whole else [phrase]

    def is_object(self, phrase: Phrase | None) -> bool:
        """Whether the phrase is the object of a relation, or carried, and no subject."""
        return phrase is not None and ((self._object and phrase in self._group) or phrase.relation in CARRIED)

    def predicate(self) -> None:
        """A verb was said of the group: what comes after a comma is another one."""
        self._predicated = True

    def _carry(self, relation: str, bearer: Phrase, thing: Phrase) -> None:
        thing.relate(relation, bearer)
        if self.one is not None and self.one[0] is bearer and thing.target is bearer:
            give_to_one(thing, bearer, self.one[1])
        elif (thing.plural and not thing.counted) or (self.each and thing.count == 1):
            thing.count = bearer.count
            if relation == "holding" and bearer.count == 1 and thing.plural and _is_handful(thing):
                thing.count = HANDFUL
        self._bearer = bearer if relation == "holding" else None

    def bearer_of(self, phrase: Phrase | None) -> Phrase | None:
        """Who carries the phrase; itself when nobody does. Verbs are said of living beings, not of their hats."""
        if phrase is None:
            return None
        return phrase.target if phrase.relation in CARRIED else self._vessels.get(id(phrase), phrase)

    def _regroup(self, phrase: Phrase, *, is_object: bool) -> None:
        self._group, self._object = [phrase], is_object
        self._anded = self._predicated = False

    def take_up(self, members: list[Phrase]) -> None:
        """What is said next is said of these."""
        self._group, self._object, self._bearer = list(members), False, None
        self._anded, self._joined, self._predicated = True, False, False

    def filled(self, content: Phrase, vessel: Phrase) -> None:
        """The content of a vessel came; a list of contents may go on."""
        self._vessels[id(content)] = vessel
        self._order.append(content)
        self._joined = False

    def laid(self, thing: Phrase) -> None:
        """A thing came that is on the table said to have it."""
        self._regroup(thing, is_object=False)
        self._order.append(thing)
        self._joined = False

    @staticmethod
    def _fits_hand(phrase: Phrase) -> bool:
        return phrase.noun.metres <= HAND and phrase.noun.group in ("foods", "things", "household", "plants")

    @staticmethod
    def _fill_hands(bearer: Phrase, thing: Phrase) -> None:
        """Who holds a thing reaches out for it, or has it in both arms, and nothing else in the hand."""
        if bearer.noun.group == "people":
            cradled = thing.noun.key in table("words/postures")["cradled"]["names"]
            if cradled and bearer.attributes.get("pose") in (None, "hugging", "holding"):
                bearer.attributes["pose"] = "cradling"
            bearer.attributes.setdefault("pose", "holding")
            bearer.attributes["prop"] = ""


def _is_handful(thing: Phrase) -> bool:
    """Whether one hand holds several of them, of which none is a pair by itself."""
    counts = table("words/counts")
    pairs = {*counts["twos"]["names"], *counts["paired"]["names"]}
    return thing.noun.metres <= SMALL and thing.noun.group not in LIVING and thing.noun.key not in pairs
