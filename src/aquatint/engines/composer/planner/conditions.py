"""The state that a thing is in, where that changes what is drawn: a candle that is out, a house that burns."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.lexicon.nouns import Noun, nouns
from aquatint.engines.composer.lexicon.states import shows_state
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.phrases import Phrase

STATE = "state"
"""The attribute for the state of a thing, by the names of its views."""


def state_of(word: str) -> str:
    """The state that the folded word names, or nothing."""
    return str(table("words/states")["conditions"].get(word, ""))


def shows_condition(noun: Noun, state: str) -> bool:
    """Whether the noun can be drawn in that state: by a view of its own, or by what comes with it."""
    added = table("words/states")["added"].get(state)
    return state in noun.views or (added is not None and noun.group in added["groups"])


def part_in_state(whole: Phrase, number: int, state: str) -> Phrase:
    """So many of the things, taken from the others, in another state."""
    whole.count -= number
    return replace(whole, count=number, shares=[], attributes={**whole.attributes, STATE: state})


def what_comes_with(phrases: list[Phrase]) -> list[Phrase]:
    """What the states of things bring with them: flames on a burning house, as large as the house makes them."""
    found = []
    for phrase in phrases:
        state = phrase.attributes.get(STATE, "")
        added = table("words/states")["added"].get(state)
        if added is None or phrase.noun.group not in added["groups"] or shows_state(phrase.noun, state):
            continue
        noun = nouns()[added["noun"]]
        scale = min(4.0, max(0.2, added["share"] * phrase.noun.metres * phrase.scale / noun.metres))
        thing = Phrase(noun=noun, word=noun.key, index=phrase.index, art=noun.art, count=phrase.count, scale=scale)
        thing.implied = True
        thing.relate("on", phrase)
        found.append(thing)
    return found
