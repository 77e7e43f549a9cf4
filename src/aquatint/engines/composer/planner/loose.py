"""Words that found no noun: what becomes of colours, counts and looks when the walk goes on without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.lexicon.states import shows_state
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import fold
from aquatint.engines.composer.planner.binding import modifier_fate
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.conditions import STATE, part_in_state, shows_condition, state_of
from aquatint.engines.composer.planner.ledger import Fate, Ledger
from aquatint.engines.composer.planner.phrases import Modifiers, Palette, Parse, Phrase, Share
from aquatint.engines.composer.planner.relations import Links
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import GLOWING

_SILENT_ALONE = frozenset({"size", "count"})
"""Modifiers that say nothing without their noun."""
_SAID_OF_BEINGS = {"expression": "mood", "age": "age"}
"""Categories of adjectives that follow their noun as well, and the attributes that they set."""


class LooseWords:
    """The state of a walk, and what becomes of words that wait in vain.

    ``ledger`` takes down what becomes of each word.
    """

    def __init__(self, tags: Sequence[Tag], ledger: Ledger, kind: str, *, multitudes: bool = False) -> None:
        self.tags = tags
        self.ledger = ledger
        self.kind = kind
        self.multitudes = multitudes
        """Whether numbers that are too large are drawn as many, or not at all."""
        self.parse = Parse()
        self.links = Links()
        self.pending = Modifiers()
        self.last: Phrase | None = None
        """The phrase that ended right before this tag, without a mark between."""
        self.referred: Phrase | None = None
        """A phrase of before to which a definite noun or a pronoun goes back."""
        self.sentence = 0
        """How many phrases had been named when the sentence began."""
        self.pronoun = ""
        """The pronoun that was said last in this sentence."""
        self.pronoun_of: Phrase | None = None
        """What it meant."""
        self.stray = -1
        """Index of a verb whose subject has no drawing."""
        self.skipped: set[int] = set()
        """Indices of tags that were read with the one before them."""
        self.listings: list[int] = []
        """How many phrases had been named when a colon announced a list: "five children: three boys..."."""
        self.definite = False
        """Whether "the" was said of the noun to come."""
        self.distinct = False
        """Whether another thing of the same kind is meant: "the left house"."""
        self.ordinal = False
        """Whether only one of the things is meant: "the first cat", or the list after "three cats:"."""
        self.with_part = False
        """Whether "with" was said of the last phrase: a part of it may follow."""
        self.negated = False
        """Whether "without" or "no" was said: what is named next is not wanted."""
        self.lost = False
        """Whether what is named next belongs to something that cannot be drawn."""
        self.board: Phrase | None = None
        """The table or cake that has what is named next: "a desk with"."""
        self.far_bearer = False
        """Whether something else was named since who is dressed: what is always held is in that one's hand."""
        self.dressing: Phrase | None = None
        """Who is being dressed: "a girl wearing", "a snowman with"."""
        self.chosen = 0
        """Index of the word that said which of several is meant."""
        self.rank: float = 0
        """Which of several is meant, from the left; see the ordinals of ``words/counts.toml``."""
        self.rest = 0
        """How many "the others" are, of which a colour is said next; 0 if nobody speaks of them."""
        self.owner: Phrase | None = None
        """Whose thing is named next: "his hat is brown"."""
        self.own: tuple[Phrase, str] | None = None
        """Whose part or garment was named last, and the attribute of its colour: "her hair is red"."""

    def _focus(self) -> Phrase | None:
        """The phrase that was named or referred to last."""
        return self.referred or (self.parse.phrases[-1] if self.parse.phrases else None)

    def _latest(self) -> Phrase | None:
        """The phrase named last, or who bears it: verbs are said of living beings, not of their hats."""
        return self.links.bearer_of(self._focus())

    def _actor(self, *, things_too: bool = False) -> Phrase | None:
        """Who does what is said next: what was named last if it can, else the living being named before it.

        ``things_too``: whether a thing can do it as well (stand, float), if it is what the sentence is about.
        """
        latest = self._latest()
        if latest is not None and latest.noun.group == "vehicles" and not things_too:
            # "A boy on a skateboard waving": who is on it does that.
            latest = next((one for one in reversed(self.parse.phrases) if _is_aboard(one, latest)), latest)
        able = latest is None or latest.noun.group in LIVING or latest.noun.group == "vehicles"
        if able or (things_too and not self.links.is_object(latest)):
            return latest
        since = self.parse.phrases[self.sentence :]
        return next((phrase for phrase in reversed(since) if phrase.noun.group in LIVING), latest)

    def _being(self) -> Phrase | None:
        """The living being that was named last, if any."""
        before = self._latest()
        return before if before is not None and before.noun.group in LIVING else None

    def _some_of(self, index: int) -> tuple[Phrase, int] | None:
        """Several things, and of how many of them the word at ``index`` is said: "one of them", "one reading"."""
        if self.ordinal and self.referred is not None:
            marks = any(tag.kind == "mark" for tag in self.tags[self.chosen : index])
            found = None if marks else (self.referred, self.rest or 1)
        else:
            found = self._counted_off(index)
        return found if found is not None and found[0].count > max(1, found[1]) else None

    def _counted_off(self, index: int) -> tuple[Phrase, int] | None:
        """ "Two girls, one reading and the other drawing", "three doors: one open, two closed"."""
        several = self._focus()
        at = index - 1
        if several is None or at < 1:
            return None
        if self.tags[at].folded in ("other", "others"):
            left = several.count - sum(share.count for share in several.shares)
            return (several, max(1, left)) if several.shares else None
        number = self.tags[at].sense("count")
        begins = self.tags[at - 1].kind == "mark" or self.tags[at - 1].folded in ("and", "with")
        listed = number is not None and number.value.isdecimal() and begins
        return (several, int(number.value)) if number is not None and listed else None

    def _flush(self) -> None:
        """Give up waiting for a noun: colours go to the noun before or to the palette, the rest is told."""
        pending, self.pending = self.pending, Modifiers()
        before = self._focus()
        if before is not None and before.counted and before.count == len(pending.codes) > 1 and not pending.count:
            # "Three candles, ivory, burgundy and green".
            self.ordinal = True
        listed = bool(pending.codes) and (self.ordinal or pending.count is not None)
        colours = [(index, word) for index, word, category in pending.indices if category == "colour"]
        if self._has_in_turn(before, pending):
            return
        if before is not None and pending.attributes.get("material") == GLOWING:
            self._light_up(before, pending)
        counts = [count for count, _ in pending.earlier] + [pending.count or 1] * len(pending.colours)
        alone = (bool(self.rank) or pending.count == 1) and not pending.earlier
        for place, ((index, word), colour, count) in enumerate(zip(colours, pending.codes, counts, strict=False)):
            if place and alone:
                # "One striped red and white": one thing has one colour.
                self.ledger.note(index, word, "undrawn")
                continue
            self._loose_colour(index, word, colour, count, counted=pending.count is not None)
        for index, word, category in pending.indices:
            if category in _SAID_OF_BEINGS and self._describe(index, word, category, pending):
                continue
            if category != "colour":
                fate = "drawn" if listed and category == "count" else self._loose_fate(word, category)
                self.ledger.note(index, word, fate)

    def _light_up(self, before: Phrase, pending: Modifiers) -> None:
        """ "A jellyfish glowing purple": said of what was named before, its colour too."""
        before.attributes.setdefault("material", GLOWING)
        if len(pending.colours) == 1 and not before.colour and pending.count is None:
            before.colour = pending.colours.pop()
        for index, word, category in pending.indices:
            if word == GLOWING or (category == "colour" and not pending.colours):
                self.ledger.note(index, word, "drawn")

    def _has_in_turn(self, before: Phrase | None, pending: Modifiers) -> bool:
        """ "Ten balloons in red, blue and yellow": said of things, and not of the picture; notes the words."""
        colours = [index for index, _, category in pending.indices if category == "colour"]
        if before is None or len(pending.colours) < 2 or before.count < len(colours) or pending.earlier:
            return False
        within = colours[0] == before.index + 2 and self.tags[colours[0] - 1].folded == "in"
        if not within or before.noun.group == "people" or before.colour or self.kind not in ("scene", "card"):
            return False
        before.mixed = list(pending.colours)
        for index, word, category in pending.indices:
            self.ledger.note(index, word, "drawn" if category == "colour" else self._loose_fate(word, category))
        return True

    def _describe(self, index: int, word: str, category: str, pending: Modifiers) -> bool:
        """ "A girl laughing", "the cat is angry": said of the being before; False if there is none."""
        being = self._actor()
        if being is None or being.noun.group not in LIVING:
            return False
        name = _SAID_OF_BEINGS[category]
        being.attributes.setdefault(name, pending.attributes.get(name, ""))
        self.ledger.note(index, word, modifier_fate(category, word, being))
        return True

    def _loose_fate(self, word: str, category: str) -> Fate:
        """What becomes of a modifier without noun: "the candle is burning"; figures ask for something."""
        before = self._focus()
        if category == "state" and before is not None:
            if shows_condition(before.noun, state_of(fold(word))):
                self._come_into(before, state_of(fold(word)))
                return "drawn"
            if shows_state(before.noun, fold(word)):
                return "drawn"
        figure = category == "count" and any(character.isdigit() for character in word)
        return "silent" if category in _SILENT_ALONE and not figure else "undrawn"

    def _come_into(self, before: Phrase, state: str) -> None:
        """ "One of them blown out" takes that one from the others; "the house is on fire" is said of all of it."""
        if self.ordinal and 0 < self.rest < before.count:
            self.parse.phrases.append(part_in_state(before, self.rest, state))
            self.rest = 0
        else:
            before.attributes[STATE] = state

    def _loose_colour(self, index: int, word: str, colour: str, count: int, *, counted: bool) -> None:
        """ "The car is blue", "a woman in red", "in blue and gold"."""
        before = self._focus()
        governor = self.tags[index - 1].folded if index else ""
        if governor in table("words/stop")["copulas"] and before is not None and self.links.is_object(before):
            # "The car that stands before the house is red": what the sentence began with.
            before = next(iter(self.parse.phrases[self.sentence :]), before)
        self.ledger.note(index, word, "drawn")
        if self.own is not None and governor in table("words/stop")["copulas"]:
            self._colour_own(colour, fold(word))
        elif before is not None and counted and not self.ordinal and self._is_another(index, before):
            self._repeat(before, count, colour, word)
        elif before is not None and (self.ordinal or counted) and before.count > 1:
            before.shares.append(Share(self.rest or count, colour, self.rank))
            self.rest, self.rank = 0, 0
        elif before is not None and governor in table("words/stop")["copulas"]:
            before.colour = colour
        elif before is not None and governor == "in" and before.noun.group == "people":
            for one in self.parse.phrases:
                # All of a team are in the colour that is said of it.
                if one is before or (one.index == before.index and one.colour):
                    one.attributes["clothes colour"] = colour
        else:
            if governor in ("on", "in"):
                # "Pineapples and flamingos on teal": a ground, and nothing that they are on.
                self.links.forget()
            if governor == "in" and before is not None and self._is_of(index, before):
                before.colour = colour
            else:
                self.parse.palette.append(Palette(colour, index, word))

    def _is_of(self, index: int, before: Phrase) -> bool:
        """Whether one colour is told right after a thing: "an armchair in emerald green"."""
        after = self.tags[index + 1] if index + 1 < len(self.tags) else None
        listed = after is not None and (after.folded in ("and", ",") and self._colour_follows(index + 2))
        return self.kind == "scene" and before.index == index - 2 and not before.colour and not listed

    def _colour_follows(self, index: int) -> bool:
        return index < len(self.tags) and self.tags[index].sense("colour") is not None

    def _is_another(self, index: int, before: Phrase) -> bool:
        """Whether more of the same are named by their colour: "three red balloons and two blue ones"."""
        return before.coloured and index > 1 and self.tags[index - 2].folded in ("and", ",")

    def _repeat(self, before: Phrase, count: int, colour: str, word: str) -> None:
        natural = before.noun.colours.get(fold(word))
        again = replace(before, count=count, counted=True, plural=count > 1, shares=[], relation="", target=None)
        again.colour, again.art = ("" if natural is not None else colour), natural or before.noun.art
        self.links.place(again, joined=True)
        self.parse.phrases.append(again)

    def _colour_own(self, colour: str, word: str) -> None:
        """ "Her hair is red", "his coat is blue", "its fur is white"."""
        if self.own is not None:
            owner, attribute = self.own
            if attribute:
                natural = table("words/qualities")["hair"].get(f"{word} hair", colour)
                owner.attributes[attribute] = natural if attribute == "hair" else colour
            else:
                owner.colour = colour


def _is_aboard(one: Phrase, vehicle: Phrase) -> bool:
    return one.target is vehicle and one.relation in ("on", "in", "riding") and one.noun.group in LIVING
