"""Slips of the pen in instructions: "mak the dog biger". Only words that nothing else knows are put right."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aquatint.engines.composer.edits.grammar import grammar, words
from aquatint.engines.composer.edits.operations import live_items
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import Token, tokenise
from aquatint.engines.composer.scene import Scene

SHORTEST = 5
"""Letters from which one may be another; in shorter words one is only missing, too many, or in the wrong place."""
_LETTERS = re.compile(r"[a-z]+")


def put_right(instruction: str, scene: Scene) -> str:
    """The instruction with what can only be a slip written as it was meant; passages in quotes stay."""
    if (
        any(token.folded in grammar()["lettering"] for token in tokenise(instruction))
        or scene.chart
        or scene.sheet
    ):
        # What is to be set is set as it is written.
        return instruction
    found, at = [], 0
    known, tokens = list(_candidates(scene)), tokenise(instruction)
    sensible = {token.start for each in tag(tokens) if each.senses for token in each.tokens}
    for token in tokens:
        better = "" if token.start in sensible else _better(token, known)
        found += [instruction[at : token.start], better or instruction[token.start : token.end]]
        at = token.end
    return "".join(found) + instruction[at:]


def as_typed(written: str, corrected: str) -> dict[str, str]:
    """By words that `put_right` has written otherwise, what was typed: they are told as they were typed."""
    before, after = tokenise(written), tokenise(corrected)
    if written == corrected or len(before) != len(after):
        return {}
    return {new.text: old.text for old, new in zip(before, after, strict=True) if old.text != new.text}


def _candidates(scene: Scene) -> Iterable[str]:
    yield from words("corrected")
    yield from (word for word in table("words/colours")["colours"] if " " not in word and len(word) > 3)
    for item in live_items(scene):
        yield from (word for word in {item.noun, item.word.lower()} if _LETTERS.fullmatch(word) and len(word) > 2)


def _better(token: Token, known: Iterable[str]) -> str:
    """What a word can only have been meant to be; "" for a word that is known, or near to none or to several."""
    word = token.folded
    if token.kind != "word" or token.text != word or not _LETTERS.fullmatch(word):
        return ""
    if word in grammar()["slips"]:
        return str(grammar()["slips"][word])
    if len(word) < 3 or word in words("spelled") or _is_known(token):
        return ""
    near = {other for other in known if _is_near(word, other)}
    return near.pop() if len(near) == 1 else ""


def _is_known(token: Token) -> bool:
    said = token.folded
    tables = ("places", "nudges", "growth", "doing", "shares", "picks", "groups", "approaches", "kinds", "slips")
    spoken = {word for name in tables for entry in grammar()[name] for word in entry.split()}
    verbs = {word for phrases in grammar()["verbs"].values() for phrase in phrases for word in phrase.split()}
    lists = {word for name in ("openers", "carriers", "more", "grounds") for word in words(name)}
    return said in spoken | verbs | lists


def _is_near(word: str, other: str) -> bool:
    """Whether one letter is missing, too many or in the wrong place; in longer words, another one."""
    if word[0] != other[0] or abs(len(word) - len(other)) > 1 or word in (other + "s", other + "d"):
        return False
    if len(word) == len(other):
        apart = [at for at in range(len(word)) if word[at] != other[at]]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1
        swapped = swapped and (word[apart[0]], word[apart[1]]) == (other[apart[1]], other[apart[0]])
        return swapped or (len(apart) == 1 and len(word) >= SHORTEST)
    short, long = sorted((word, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
