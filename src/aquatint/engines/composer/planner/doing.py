"""What somebody does: a pose, a relation to the object of the verb, or a thing that must be seen for it."""

from __future__ import annotations

from itertools import pairwise

from aquatint.engines.composer.lexicon.actions import Action, find_action, is_finite, passive
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner import binding
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.ledger import Fate
from aquatint.engines.composer.planner.phrases import Phrase, Share
from aquatint.engines.composer.planner.pronouns import PronounReader
from aquatint.engines.composer.planner.tags import Tag

PLAYING = "playing"
"""The one pose that means many: what is played decides."""
_OF_THINGS = frozenset({"", "standing", "lying", "floating", "flying", "leaning", "moving", "falling", "sitting"})
"""What things do as well as living beings."""
_BEST_FIRST: tuple[Fate, ...] = ("drawn", "approximated")
_PARTICLES = {"over": "above", "through": "through", "into": "through"}
"""What the last word of a verb says alone: "looking over" something is not looking at it."""
_UNKNOWN = Action()
_STANDING_TOOLS = frozenset({"playing drums", "playing piano"})
"""What is played so stands on the ground."""


def stand_together(phrase: Phrase, formation: str) -> None:
    """Let the things of a phrase form something, with as many as that takes when nobody has counted them."""
    phrase.attributes["formation"] = formation
    if not phrase.counted:
        phrase.count = max(phrase.count, table("words/formations")["least"].get(formation, 1))


class DoingReader(PronounReader):
    """Reads verbs."""

    brought: tuple[int, Phrase] | None = None
    """The verb that brought a thing which stands beside its doer: "blowing out the candles"."""

    giver: Phrase | None = None
    """Who holds something that may be for somebody: "giving a flower to a girl"."""

    def _on_pose(self, index: int, each: Tag, sense: Sense) -> None:
        action = find_action(each.folded) or _UNKNOWN
        relation = action.object or table("words/relations")["with_object"].get(each.folded, "")
        if is_finite(each.folded) and binding.is_determined(self.tags, index):
            # "A lead singer", "a drive": no verb.
            self._unknown(index, each)
            return
        if binding.pose_goes_forward(self.tags, index, self.last is not None, bool(relation)):
            self._attribute(index, each, {"pose": sense.value}, "pose")
            return
        self._flush()
        if self._is_stray(index):
            self.stray = index
            self.ledger.note(index, each.word, "silent" if each.sense("stop") else "undrawn")
            self.last = None
            return
        if self._flutters(each):
            self.ledger.note(index, each.word, "undrawn")
            self.last = None
            return
        doer = self._actor(things_too=sense.value in _OF_THINGS and each.folded.endswith("ing"))
        if each.folded in table("words/stop")["pictures"] and not binding.object_follows(self.tags, index):
            self.ledger.note(index, each.word, "silent")
        elif doer is None:
            self.ledger.note(index, each.word, "silent" if each.sense("stop") else "undrawn")
        else:
            self._act(index, each, doer, sense, action.with_object(relation))
        self.last = None

    def _act(self, index: int, each: Tag, doer: Phrase, sense: Sense, action: Action) -> None:
        """Somebody does something, perhaps to what follows: "reading a book", "flying a kite"."""
        some = self._some_of(index)
        if some is not None and some[0] is doer and doer.noun.group in LIVING:
            self._single_out(index, each, some, sense.value)
            return
        callings = table("words/actions")["of_callings"].get(each.folded, {})
        pose, relation = str(callings.get(doer.noun.key, sense.value)), action.object
        transitive = table("words/relations")["transitive"].get(each.folded)
        has_object = binding.object_follows(self.tags, index) or binding.heads_noun(self.tags, index)
        if transitive is not None and has_object:
            pose, relation = transitive["pose"], transitive["relation"]
        elif has_object and action.object_pose:
            pose = action.object_pose
        doers = self._able(self.links.coordinated(doer), each.folded)
        self.links.predicate()
        if pose == PLAYING:
            pose = self._play(index, doer)
        elif relation == "pulling" and binding.draws_out(self.tags, index):
            # "Pulling a rabbit out of a hat": the rabbit is in the hat.
            pose, relation = "holding", ""
        elif has_object and pose in ("pushing", "pulling") and relation:
            self._free_hands(doers)
        self.giver = doer if relation == "holding" else None
        fate = self._strike(doers, pose, near=sense.near or (sense.value == PLAYING and pose != PLAYING))
        self.ledger.note(index, each.word, fate)
        if relation:
            particle = _PARTICLES.get(each.folded.rpartition(" ")[2], "")
            self.links.say(relation, subjects=doers, by_verb=True, verb=index, particle=particle)
        if action.formation:
            self._form(doers, action.formation)
        if action.thing and not has_object:
            self._imply(index, each, doers, pose, action)
        elif fate == "undrawn" and not has_object:
            self._bring_tool(index, each, doers[0], pose)

    def _flutters(self, each: Tag) -> bool:
        """Whether what is worn does it and not who wears it: "a boy with his scarf flying in the wind"."""
        worn = self._focus()
        loose: list[str] = table("words/actions")["of_things"]["verbs"]
        return worn is not None and worn is self.last and worn.relation == "wearing" and each.folded in loose

    def _single_out(self, index: int, each: Tag, some: tuple[Phrase, int], pose: str) -> None:
        """The verb is said of one of several: "three kittens, one of them sleeping"."""
        doer, number = some
        pose = binding.natural_way(doer.noun, pose)
        doer.shares.append(Share(number, rank=self.rank, attributes={"pose": pose}))
        self.ledger.note(index, each.word, binding.pose_fate(doer.noun, pose))

    def _able(self, doers: list[Phrase], verb: str) -> list[Phrase]:
        """Those who can do it: of "a plant and a cat sleeping on the sofa" only the cat is asleep on it."""
        able = [doer for doer in doers if doer.noun.group in LIVING or doer.noun.group == "vehicles"]
        if verb in _OF_THINGS or not able or len(able) == len(doers):
            return doers
        self.links.take_up(able)
        return able

    def _on_formation(self, index: int, each: Tag, sense: Sense) -> None:
        """ "Children in a circle", "geese in a V", "face to face": how several of them stand together."""
        self._flush()
        members = self.links.coordinated(self._actor(things_too=True))
        self.ledger.note(index, each.word, self._form(members, sense.value))
        self.last = None

    def _form(self, members: list[Phrase], formation: str) -> Fate:
        if formation == "facing":
            pair = self.links.mutual("facing", members) or (len(members) == 1 and members[0].count == 2)
            return "drawn" if pair else "undrawn"
        # Two make no ring: boxers are in one.
        least = 2 if formation == "ring" else 1
        several = [member for member in members if member.count > least]
        for member in several:
            stand_together(member, formation)
        if formation == "row" and len(members) > 1 and not any(member.relation for member in members):
            for before, member in pairwise(members):
                member.relate("right of", before)
            return "drawn"
        return "drawn" if several else "undrawn"

    def _play(self, index: int, doer: Phrase) -> str:
        """The pose of who plays; musicians who play nothing in particular have what they play by calling."""
        pose = binding.way_to_play(self.tags, index)
        idle = pose == PLAYING and doer.noun.key in table("words/qualities")["musicians"]["names"]
        return "" if idle else pose

    @staticmethod
    def _free_hands(doers: list[Phrase]) -> None:
        """Who pushes or pulls a thing of the scene needs no cart or rope of the drawing's own."""
        for doer in doers:
            if doer.noun.group == "people":
                doer.attributes["prop"] = ""

    def _strike(self, doers: list[Phrase], pose: str, *, near: bool) -> Fate:
        """Let the doers take the pose; the best of their fates. Things that do not live take none."""
        fates = {binding.pose_fate(doer.noun, binding.natural_way(doer.noun, pose)) for doer in doers}
        for doer in doers:
            pose = binding.natural_way(doer.noun, pose)
            if pose and (doer.noun.group in LIVING or binding.pose_fate(doer.noun, pose) == "drawn"):
                _take(doer, pose)
        fate: Fate = next((fate for fate in _BEST_FIRST if fate in fates), "undrawn")
        return "approximated" if near and fate == "drawn" else fate

    def _imply(self, index: int, each: Tag, doers: list[Phrase], pose: str, action: Action) -> None:
        """Add the thing without which nobody sees what is done; a person's own drawing may show it."""
        doer = doers[0]
        shown = binding.acts_as_people(doer.noun, pose) and binding.pose_fate(doer.noun, pose) == "drawn"
        if doer.noun.group not in LIVING or (shown and _is_shown(action, pose)):
            return
        noun = nouns()[action.thing]
        thing = Phrase(noun=noun, word=each.word, index=index, art=noun.art, near=True)
        if action.where == "holding":
            self.links.bear(thing, doer, "holding")
        elif action.where == "beside":
            thing.relate("beside", doer)
            self.brought = index, thing
        else:
            doer.relate(action.where, thing)
        self.parse.implied.append(thing)
        self.ledger.note(index, each.word, "approximated", overrule=True)

    def _bring_tool(self, index: int, each: Tag, doer: Phrase, pose: str) -> None:
        """What is played stands beside an animal whose drawing does not play it."""
        tool = next(iter(table("words/actions")["carried"].get(pose, ())), "")
        if doer.noun.group in LIVING and tool in nouns():
            noun = nouns()[tool]
            thing = Phrase(noun=noun, word=each.word, index=index, art=noun.art, near=True)
            if pose in _STANDING_TOOLS:
                thing.relate("in front of", doer)
            else:
                self.links.bear(thing, doer, "holding")
            self.parse.implied.append(thing)
            self.ledger.note(index, each.word, "approximated", overrule=True)

    def _on_passive(self, index: int, each: Tag, sense: Sense) -> None:
        """ "A boy chased by a dog": what comes next is who does it."""
        self._flush()
        action = passive()[each.folded]
        relation = sense.value.removeprefix("-") if sense.value.startswith("-") else f"-{sense.value}"
        self.ledger.note(index, each.word, "undrawn")
        self.links.say(
            relation,
            subjects=self.links.coordinated(self._latest()),
            by_verb=True,
            verb=index,
            pose=action.object_pose or action.pose,
        )
        self.last = None


def _take(doer: Phrase, pose: str) -> None:
    """Take a pose; who sits already, or sits down to it, does that sitting."""
    data, before = table("words/postures")["while_sitting"], doer.attributes.get("pose", "")
    sitting, doing = data["sitting"], data["names"]
    if doer.noun.group == "people" and {before in sitting, pose in sitting} == {True, False}:
        other = pose if before in sitting else before
        if other in doing:
            doer.attributes |= {"pose": other, "seated": "floor"}
            return
    doer.attributes.setdefault("pose", pose)


def _is_shown(action: Action, pose: str) -> bool:
    """Whether a person's drawing has the thing of a doing itself."""
    carried = table("words/actions")["carried"]
    return action.where in ("holding", "riding") or action.thing in carried.get(pose, ())
