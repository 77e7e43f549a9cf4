"""How people look, in as many words as one likes: "long wavy blonde hair", "dark-skinned", "hair in a bun"."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import Sense, vocabulary
from aquatint.engines.composer.planner.tokens import Token

FURTHEST = 8
"""Words between the first that describes and the hair, eyes or skin that it describes."""
_JOINTS = frozenset({"and", ","})
_TIES = frozenset(table("words/features")["tied into"]["names"])


def mentioned(tokens: Sequence[Token]) -> bool:
    """Whether a text names hair, eyes, skin or a beard at all."""
    heads = table("words/features")["heads"]
    return any(token.folded in heads for token in tokens)


def match(tokens: Sequence[Token], at: int) -> tuple[int, Sense] | None:
    """How many tokens from ``at`` say how hair, beard, eyes or skin look, and the sense of all of them.

    None where they do not, or say no more than one word that the vocabulary knows by itself.
    """
    words = table("words/features")
    said: list[str] = []
    place = at
    while place < min(len(tokens), at + FURTHEST):
        token = tokens[place]
        head = words["heads"].get(token.folded)
        if head is not None:
            values = _values(head, token.folded, said)
            length, tied = _tied(tokens, place + 1) if head == "hair" else (0, "")
            if tied:
                values["haircut"] = tied
            alone = not said and not tied
            if not values or alone:
                return None
            return place + 1 + length - at, Sense("look", encode(values))
        step, word = _describing(tokens, place)
        if not step or (place == at and not word):
            return None
        said += [word] if word else []
        place += step
    return None


def encode(values: dict[str, str]) -> str:
    """Attributes of a person as the value of one sense."""
    return ";".join(f"{key}={value}" for key, value in values.items())


def attributes_of(value: str) -> dict[str, str]:
    """The attributes that a sense of a look stands for: those that `match` found, or of a word by itself."""
    if "=" in value:
        return dict(pair.split("=", 1) for pair in value.split(";"))
    return dict(table("words/qualities")["looks"][value])


def _describing(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """How many tokens at ``at`` are one describing word, and the word; "" for a joint or a word of no weight."""
    words = table("words/features")
    token = tokens[at]
    if token.folded in _JOINTS or token.text == ",":
        return (1, "") if at and at + 1 < len(tokens) and _describes(tokens, at + 1) else (0, "")
    for length in (2, 1):
        word = " ".join(each.folded for each in tokens[at : at + length])
        if len(tokens) >= at + length and _is_known(word):
            return length, word
    return (1, "") if token.folded in words["plain"]["names"] else (0, "")


def _describes(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].folded
    return _is_known(word) or word in table("words/features")["plain"]["names"]


def _is_known(word: str) -> bool:
    words = table("words/features")
    named = any(word in words[name] for name in ("cuts", "beards", "hair", "eyes", "skin"))
    return named or any(sense.category == "colour" for sense in vocabulary().get(word, ()))


def _values(head: str, word: str, said: list[str]) -> dict[str, str]:
    """The attributes that the words before a head give."""
    words = table("words/features")
    values: dict[str, str] = {}
    if head in ("hair", "beard"):
        colour = _colour("hair", said)
        if colour:
            values["hair"] = colour
        if head == "beard":
            kinds = [words["beards"][each] for each in said if each in words["beards"]]
            own = words["are"][word]
            values["beard"] = kinds[-1] if kinds and own == "full" else own
            return values
        cuts = sorted((words["cuts"][each] for each in said if each in words["cuts"]), key=lambda cut: -cut[1])
        cut = words["are"].get(word) or (cuts[0][0] if cuts else "")
        if cut:
            values["haircut"] = cut
        return values
    colour = _colour(head, said)
    return {{"eyes": "eyes colour", "skin": "skin"}[head]: colour} if colour else {}


def _colour(kind: str, said: list[str]) -> str:
    """The last colour among the words, as it is of hair, eyes or skin; "" without one."""
    own = table("words/features")[kind]
    for word in reversed(said):
        if word in own:
            return str(own[word])
        for sense in vocabulary().get(word, ()):
            if sense.category == "colour":
                return sense.value
    return ""


def _tied(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """How many tokens from ``at`` say what hair is tied into, and that cut."""
    tied = table("words/features")["tied"]
    for place in range(at, min(len(tokens), at + 6)):
        cut = tied.get(tokens[place].folded)
        if cut is not None and any(token.folded in ("in", "into") for token in tokens[at:place]):
            return place + 1 - at, str(cut)
        if tokens[place].folded not in _TIES:
            return 0, ""
    return 0, ""
