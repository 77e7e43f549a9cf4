"""What goes on: "a picnic", "a soccer match" bring their things, and a part in them for who was named before."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.situations import Part, Situation, situations
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.at_table import are_furnished, goes_on
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.doing import DoingReader
from aquatint.engines.composer.planner.phrases import Manner, Modifiers, Phrase, PlaceWord
from aquatint.engines.composer.planner.tags import Tag


class SituationReader(DoingReader):
    """Reads words for situations."""

    gathering: Phrase | None = None
    """What those gather around who are named later: "a tea party with two bears"."""

    @property
    def furnished(self) -> bool:
        """Whether tables are whole ones with somebody at them."""
        return self.kind == "scene" and are_furnished(self.tags, animals=0.0)

    def _on_situation(self, index: int, each: Tag, sense: Sense) -> None:
        situation = situations()[sense.value]
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        describes = after is not None and any(after.sense(kind) for kind in ("noun", "place", "clothes"))
        if describes or binding.unknown_noun_follows(self.tags, index):
            # "Birthday balloons": the word describes a thing, which is drawn; "a war memorial" is not.
            self.ledger.note(index, each.word, "approximated" if describes else "undrawn")
            return
        binding.account_place(self.pending, "", self.ledger)
        self.pending = Modifiers()
        actors = self.links.coordinated(self._latest())
        # "A breakfast of eggs and bacon" says itself what there is.
        told = self._names_parties(index)
        things = self._bring(index, each, situation, told=told)
        if things and situation.gather:
            beings = [actor for actor in actors if actor.noun.group in LIVING]
            for actor in beings:
                actor.relate(situation.gather, things[0])
            self.gathering = None if beings else things[0]
        self.dressing, self.board = (
            None,
            things[0] if things and situation.table and self.furnished else self.board,
        )
        self._set_scene(index, each, situation)
        self.links.arrive()
        self.last = None
        self.ledger.note(index, each.word, "approximated" if sense.near else "drawn")

    def _names_parties(self, index: int, *words: str) -> bool:
        """Whether the text says what is in it: "a breakfast of eggs", "a battle between a dragon and a knight"."""
        after = self.tags[index + 1].folded if index + 1 < len(self.tags) else ""
        member = self.tags[index + 2] if index + 2 < len(self.tags) else None
        if after == ":" and member is not None and not words:
            # "Sea animals: whale, crab".
            return member.sense("noun") is not None and member.sense("style") is None
        return after in (words or ("of", "between", "("))

    def _bring(self, index: int, each: Tag, situation: Situation, *, told: bool) -> list[Phrase]:
        """The things of the situation, with how they stand to each other."""
        made: dict[str, Phrase] = {}
        board = self.board
        if situation.table and self.furnished:
            board = made["table"] = _phrase(Part("dining table"), index, each)
            self.parse.implied.append(board)
        for part in situation.parts():
            if told and (nouns()[part.noun].group in LIVING or not self._names_parties(index, "between")):
                continue
            phrase = _phrase(part, index, each)
            if part.target in made:
                phrase.relate(part.relation, made[part.target])
            elif board is not None and goes_on(phrase.noun):
                phrase.relate("on", board)
            made.setdefault(part.noun, phrase)
            self.parse.implied.append(phrase)
        return list(made.values())

    def _set_scene(self, index: int, each: Tag, situation: Situation) -> None:
        """Place and time of the situation, which any place or time that the text names overrules."""
        if situation.place:
            self.parse.places.append(PlaceWord(situation.place, each.word, index, True, "", implied=True))
        if situation.time:
            self.parse.manners.append(Manner("implied time", situation.time, each.word, index, True))


def _phrase(part: Part, index: int, each: Tag) -> Phrase:
    noun = nouns()[part.noun]
    return Phrase(
        noun=noun, word=each.word, index=index, art=noun.art, count=part.count, counted=True, near=True,
        plural=part.count > 1,
    )  # fmt: skip
