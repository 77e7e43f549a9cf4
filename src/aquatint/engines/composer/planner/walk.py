"""The walk over the tags of a text: marks, unknown words, and modifiers that wait for their noun."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.phrases import Manner, Modifiers, Palette, Parse, Phrase
from aquatint.engines.composer.planner.relations import Links
from aquatint.engines.composer.planner.senses import choose
from aquatint.engines.composer.planner.tags import Tag

_ENDS = frozenset(".;!?:\n")
_SILENT_ALONE = frozenset({"size", "count"})
"""Modifiers that say nothing without their noun."""
_STRUCTURE = frozenset({"relation", "stop", "article", "pronoun"})
"""Categories of words that hold a sentence together."""
LIVING = frozenset({"people", "animals", "fantasy"})
"""Groups of nouns that wear, hold and do things."""


class Walk:
    """One walk over one text. ``ledger`` takes down what becomes of each word.

    Subclasses handle a sense of category ``x`` in ``_on_x(index, tag, sense)``; categories without a handler are
    manners of the whole picture.
    """

    def __init__(self, tags: Sequence[Tag], ledger: Ledger, kind: str) -> None:
        self.tags = tags
        self.ledger = ledger
        self.kind = kind
        self.parse = Parse()
        self.links = Links()
        self.pending = Modifiers()
        self.last: Phrase | None = None
        """The phrase that ended right before this tag, without a mark between."""
        self.with_part = False
        """Whether "with" was said of the last phrase: a part of it may follow."""
        self.negated = False
        """Whether "without" or "no" was said: what is named next is not wanted."""
        self.dressing: Phrase | None = None
        """Who is being dressed: "a girl wearing", "a snowman with"."""

    def run(self) -> Parse:
        """Read everything."""
        for index, each in enumerate(self.tags):
            if self.ledger.known(index):
                self._flush()
                self.last = None
            elif each.kind in ("mark", "quote"):
                self._mark(each)
            else:
                self._word(index, each)
        self._flush()
        self.links.finish()
        return self.parse

    def _mark(self, each: Tag) -> None:
        if each.folded == ",":
            self.links.pause()
        else:
            self._flush()
        if each.folded[:1] in _ENDS:
            self.links.stop()
            self.dressing = None
        self.last = None
        self.with_part = self.negated = False

    def _word(self, index: int, each: Tag) -> None:
        sense = choose(self.tags, index, self.kind)
        if self.negated and (sense is None or sense.category not in _STRUCTURE):
            self.ledger.note(index, each.word, "silent")
        elif sense is None:
            self._unknown(index, each)
        else:
            getattr(self, f"_on_{sense.category}", self._on_manner)(index, each, sense)

    def _unknown(self, index: int, each: Tag) -> None:
        # Emoji and dingbats ask for something; arrows, dashes and marks do not.
        sign = each.kind == "other" and unicodedata.category(each.tokens[0].text[0]) != "So"
        silent = each.kind == "number" or sign
        # A number that counts nothing asks for something all the same: a year, a price, a share.
        self.ledger.note(index, each.word, "silent" if sign else "undrawn")
        if not silent:
            self.links.miss()
        self.last = None

    def _on_manner(self, index: int, each: Tag, sense: Sense) -> None:
        """Time, weather, style and the like: modifiers go on waiting for their noun."""
        self.parse.manners.append(Manner(sense.category, sense.value, each.word, index, sense.near))

    def _on_undrawn(self, index: int, each: Tag, sense: Sense) -> None:
        self._drop(index, each)

    def _on_article(self, index: int, each: Tag, sense: Sense) -> None:
        self._flush()
        self.ledger.note(index, each.word, "silent")
        self.last = None

    def _on_pronoun(self, index: int, each: Tag, sense: Sense) -> None:
        self.ledger.note(index, each.word, "silent")

    def _latest(self) -> Phrase | None:
        """The phrase named last, or who bears it: verbs are said of living beings, not of their hats."""
        return self.links.bearer_of(self.parse.phrases[-1] if self.parse.phrases else None)

    def _being(self) -> Phrase | None:
        """The living being that was named last, if any."""
        before = self._latest()
        return before if before is not None and before.noun.group in LIVING else None

    # -- modifiers

    def _wait(self, index: int, each: Tag, category: str) -> None:
        self.pending.indices.append((index, each.word, category))
        self.pending.entries[index] = each.folded
        self.last = None

    def _drop(self, index: int, each: Tag) -> None:
        """The noun cannot be drawn, and its modifiers with it."""
        for waiting, word, _ in self.pending.indices:
            self.ledger.note(waiting, word, "undrawn")
        self.ledger.note(index, each.word, "undrawn")
        self.pending = Modifiers()
        self.links.miss()
        self.last = None

    def _flush(self) -> None:
        """Give up waiting for a noun: colours go to the noun before or to the palette, the rest is told."""
        pending, self.pending = self.pending, Modifiers()
        colours = [(index, word) for index, word, category in pending.indices if category == "colour"]
        for (index, word), colour in zip(colours, pending.codes, strict=False):
            self._loose_colour(index, word, colour)
        for index, word, category in pending.indices:
            if category != "colour":
                self.ledger.note(index, word, "silent" if category in _SILENT_ALONE else "undrawn")

    def _loose_colour(self, index: int, word: str, colour: str) -> None:
        """ "The car is blue", "a woman in red", "in blue and gold"."""
        before = self.parse.phrases[-1] if self.parse.phrases else None
        governor = self.tags[index - 1].folded if index else ""
        self.ledger.note(index, word, "drawn")
        if before is not None and governor in table("words/stop")["copulas"]:
            before.colour = colour
        elif before is not None and governor == "in" and before.noun.group == "people":
            before.attributes["clothes colour"] = colour
        else:
            self.parse.palette.append(Palette(colour, index, word))
