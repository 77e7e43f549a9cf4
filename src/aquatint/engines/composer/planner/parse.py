"""Reading a text: its things with all that binds to them, its places, and what is said of the whole picture."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.phrases import Modifiers, Parse, Phrase, PlaceWord
from aquatint.engines.composer.planner.senses import preposition_before
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.things import ThingReader
from aquatint.engines.composer.planner.tokens import tokenise

PLAYING = "playing"
"""The one pose that means many: what is played decides."""
_BEST_FIRST: tuple[Fate, ...] = ("drawn", "approximated")


class Reader(ThingReader):
    """Reads how things stand to each other, what they do, and where they are."""

    def _on_pose(self, index: int, each: Tag, sense: Sense) -> None:
        relation = table("words/relations")["with_object"].get(each.folded)
        if binding.pose_goes_forward(self.tags, index, self.last is not None, relation is not None):
            self._attribute(index, each, {"pose": sense.value}, "pose")
            return
        self._flush()
        doer = self._latest()
        object_follows = binding.object_follows(self.tags, index)
        if each.folded in table("words/stop")["pictures"] and not object_follows:
            self.ledger.note(index, each.word, "silent")
        elif doer is None:
            self.ledger.note(index, each.word, "undrawn")
        else:
            self._act(index, each, doer, sense.value, relation)
        self.last = None

    def _act(self, index: int, each: Tag, doer: Phrase, pose: str, relation: str | None) -> None:
        """Somebody does something, perhaps to what follows: "reading a book", "flying a kite"."""
        transitive = table("words/relations")["transitive"].get(each.folded)
        if transitive is not None and binding.object_follows(self.tags, index):
            pose, relation = transitive["pose"], transitive["relation"]
        doers = self.links.coordinated(doer)
        fates = {binding.pose_fate(subject.noun, pose) for subject in doers}
        if pose == PLAYING:
            pose, fates = binding.way_to_play(self.tags, index), {"approximated"}
        for subject in doers:
            subject.attributes.setdefault("pose", pose)
        self.ledger.note(index, each.word, next((fate for fate in _BEST_FIRST if fate in fates), "undrawn"))
        if relation:
            self.links.say(relation, subjects=doers, by_verb=True)

    def _on_manner(self, index: int, each: Tag, sense: Sense) -> None:
        if not binding.heads_noun(self.tags, index):
            # "At night": the preposition was about the time and waits for no thing.
            self.links.forget()
        super()._on_manner(index, each, sense)

    def _on_relation(self, index: int, each: Tag, sense: Sense) -> None:
        self.ledger.note(index, each.word, "silent")
        self._flush()
        self.last = None
        self.negated = False
        clothed = sense.value == "in" and any(next_.sense("clothes") for next_ in self.tags[index + 1 : index + 4])
        self.dressing = self._being() if clothed or sense.value == "wearing" else None
        if clothed and self.dressing is not None:
            return
        trailing = sense.value in table("words/relations")["trailing"]["names"] and not each.folded.endswith(" of")
        self.links.say(sense.value, subjects=self.links.coordinated(self._latest()), open_ended=trailing)

    def _on_stop(self, index: int, each: Tag, sense: Sense) -> None:
        self.ledger.note(index, each.word, "silent")
        if each.folded in table("words/stop")["negations"]:
            self._flush()
            self.negated = True
        elif each.folded in ("with", "but"):
            self.negated = False
        if each.folded == "with":
            self._flush()
            self.with_part = True
            self.dressing = self._being()
            self.links.accompany()
        elif each.folded == "and" and not self.pending:
            self.links.join()
        elif each.folded in table("words/stop")["copulas"]:
            self._flush()
        if each.folded != "of":
            self.last = None

    # -- places

    def _on_place(self, index: int, each: Tag, sense: Sense) -> None:
        preposition = preposition_before(self.tags, index)
        self.parse.places.append(PlaceWord(sense.value, each.word, index, sense.near, preposition))
        before = self._latest()
        if preposition in ("above", "over") and before is not None and not self.links.missed:
            binding.lift(self.links.coordinated(before))
        binding.account_place(self.pending, sense.value, self.ledger)
        self.pending = Modifiers()
        self.links.arrive()
        self.last = None

    def _on_spread(self, index: int, each: Tag, sense: Sense) -> None:
        """ "A field of tulips", "a tulip field", "petals everywhere"."""
        if sense.value == "everywhere":
            target = self.parse.phrases[-1] if self.parse.phrases else None
            if target is not None and target.plural:
                self._strew(target)
            self.ledger.note(index, each.word, "drawn" if target is not None and target.plural else "silent")
            return
        if binding.of_follows(self.tags, index):
            self.pending.spread = True
            self._wait(index, each, "spread")
        elif self.last is not None:
            self._strew(self.last)
            self.ledger.note(index, each.word, "drawn")
        else:
            self._drop(index, each)
            return
        if backdrop := table("words/spreads")["spreads"][sense.value]:
            self.parse.places.append(PlaceWord(backdrop, each.word, index, False, "in"))

    def _strew(self, phrase: Phrase) -> None:
        """Let the phrase cover the ground, so that nothing stands in any relation to it."""
        phrase.spread = True
        phrase.relation, phrase.target = "", None
        for other in self.parse.phrases:
            if other.target is phrase:
                other.relation, other.target = "", None
        if not phrase.counted:
            phrase.count = binding.STREWN


def read(tags: Sequence[Tag], ledger: Ledger, kind: str = "scene") -> Parse:
    """What the tags name. Tags with a verdict in the ledger are taken as read."""
    return Reader(tags, ledger, kind).run()


def read_phrases(text: str) -> list[Phrase]:
    """The noun phrases of any text, for example of an edit instruction: "the two green apples on the left"."""
    return read(tag(tokenise(text)), Ledger()).phrases
