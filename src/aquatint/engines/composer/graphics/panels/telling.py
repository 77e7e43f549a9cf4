"""Each beat of a story as a sentence that the planner can read by itself: with its subject, in words it knows.

"she waves" becomes "the girl waving", "eats it" becomes "the bear eating the honey".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.lexicon.inflect import gerund
from aquatint.engines.composer.lexicon.vocabulary import fold, vocabulary
from aquatint.engines.composer.planner.beats import does, is_verb
from aquatint.engines.composer.planner.tags import tag
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Item

_OPENING = re.compile(
    r"^(?:(?:and|then|but|so|now|there|together|again|soon|until|when|while|,)\b\s*)+", re.IGNORECASE
)
_LABEL = re.compile(r"^[A-Za-z]+(?: \d+)?\s*(?::|\s[-–—])\s+(?=\w+\s+\w)")
"""What a beat is called: "Monday: he sleeps", "reality - a burnt cake"."""
_SUBJECT = re.compile(r"^(he|she|it|they|both|we|i|everyone|everybody)\b(?:'s\b)?\s*", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(it|them|him|her)\b(?=\s*(?:$|[,.;!?]|(?:and|to|in|on|with|at|by|from|up|down|back|away|off|an?|the|again|home)\b))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


class Heard(NamedTuple):
    """Who was spoken of so far."""

    subject: tuple[Item, ...] = ()
    """Of the last sentence."""
    known: tuple[Item, ...] = ()
    """All things, the last ones first."""


class Told(NamedTuple):
    """A beat in plain words, and which of them stand for which words of the prompt."""

    words: str
    instead: dict[str, str]


def tell(beat: str, heard: Heard) -> Told:
    """The beat with its subject and objects named and its verbs in the form that names a pose."""
    instead: dict[str, str] = {}
    text = _OPENING.sub("", _LABEL.sub("", beat))
    text = _with_subject(text, heard)
    text = _OBJECT.sub(lambda found: _object(found.group(1), heard, found.string[: found.start()]), text)
    return Told(_in_known_words(text, instead, heard), instead)


def _lives(item: Item) -> bool:
    """Whether an item is a being; bones and shells are none."""
    return group_of(item) in LIVING and item.noun not in data("story")["lifeless"]["names"]


def heard_next(heard: Heard, items: Sequence[Item]) -> Heard:
    """What is known after a beat with those things."""
    living = tuple(item for item in items if _lives(item))
    subject = living[:1] or tuple(items[:1]) or heard.subject
    names = {item.noun for item in items}
    return Heard(subject, (*items, *(item for item in heard.known if item.noun not in names)))


def _with_subject(text: str, heard: Heard) -> str:
    found = _SUBJECT.match(text)
    if found is not None:
        subject = _meant(found.group(1).lower(), heard)
        return f"{subject} {text[found.end() :]}" if subject else text
    tags = [each for each in tag(tokenise(text)) if each.kind == "word"]
    if (
        heard.subject
        and tags
        and (is_verb(tags, 0) or _is_doing(tags[0].folded))
        and tags[0].sense("noun") is None
    ):
        return f"{_named(heard.subject)} {text}"
    return text


def _is_doing(word: str) -> bool:
    return word in data("story")["verbs"]


def _meant(pronoun: str, heard: Heard) -> str:
    living = [item for item in heard.known if _lives(item)]
    if pronoun in ("everyone", "everybody"):
        return _named(living[:4])
    if pronoun in ("they", "both", "we"):
        return _named(living[:2] or heard.known[:2])
    if pronoun in ("he", "she"):
        people = [item for item in living if group_of(item) == "people"]
        fitting = [item for item in people if (_is_woman(item)) == (pronoun == "she")]
        return _named((fitting or people or living)[:1])
    beasts = [item for item in living if group_of(item) != "people"]
    return _named((beasts or [*heard.subject, *heard.known])[:1])


def _is_woman(item: Item) -> bool:
    return item.attributes.get("sex") == "woman" or item.noun in data("story")["women"]["names"]


def _object(pronoun: str, heard: Heard, before: str) -> str:
    """What an object pronoun means after some words: the last thing for "it", the last other being for "him"."""
    said = set(before.lower().split())
    others = [item for item in heard.known if item.word not in said and item.noun not in said]
    living = [item for item in others if _lives(item)]
    chosen = (
        living if pronoun.lower() in ("him", "her") else [item for item in others if item not in living] or living
    )
    return _named(chosen[:1]) or pronoun


def _named(items: Sequence[Item]) -> str:
    return " and ".join(
        f"the {item.count} {item.word}" if item.count > 1 else f"the {item.word}" for item in items
    )


def _in_known_words(text: str, instead: dict[str, str], heard: Heard) -> str:
    for phrase, plain in data("story")["phrases"].items():
        found = re.search(rf"\b{phrase}\b", text, re.IGNORECASE)
        if found is not None:
            told = found.expand(plain) if "\\" in plain else plain
            told = _with_whom(told, text, heard)
            if found.re.groups:
                own = found.group().lower().split()
                _remember(instead, " ".join(word for word in told.split() if word.lower() not in own), own[0])
            else:
                _remember(instead, told, found.group())
            text = text[: found.start()] + told + text[found.end() :]
    return _quoted_apart(text, instead)


def _with_whom(told: str, text: str, heard: Heard) -> str:
    """The phrase with the one who was spoken of before and is not in the text; without one, nobody is told."""
    if "{whom}" not in told:
        return told
    said = set(_WORD.findall(text.lower()))
    others = [item for item in heard.known if _lives(item) and item.word.lower() not in said]
    if others:
        return told.replace("{whom}", _named(others[:1]))
    return re.sub(r"\s+\w+ \{whom\}", "", told)


def _quoted_apart(text: str, instead: dict[str, str]) -> str:
    """Verbs outside quoted passages in the form that names a pose."""
    pieces, at = [], 0
    before = ""
    spans = [(token.start, token.end) for token in tokenise(text) if token.kind == "quote"]
    for found in _WORD.finditer(text):
        word = found.group()
        if not any(start <= found.start() < end for start, end in spans):
            plain = _doing(word.lower(), before)
            if plain is not None:
                _remember(instead, plain, word)
                pieces += [text[at : found.start()], plain]
                at = found.end()
            before = word.lower()
    return "".join([*pieces, text[at:]])


def _remember(instead: dict[str, str], plain: str, word: str) -> None:
    for part in plain.split():
        instead.setdefault(part, word.lower())
    instead.setdefault(plain, word.lower())


def _doing(word: str, before: str) -> str | None:
    """The known form of a verb after somebody or something: "waves" after "girl" is "waving"."""
    if not _names_something(before):
        return None
    known = data("story")["verbs"].get(word)
    if known is not None:
        return str(known)
    form = gerund(_base(word))
    if _is_pose(word):
        # "The cat walks" is no catwalk.
        return form if does(fold(before), word) and _is_pose(form) else None
    # "The penguin slides": no slides, even where sliding has no pose.
    return form if _is_pose(form) or (does(fold(before), word) and _is_thing(word)) else None


def _is_thing(word: str) -> bool:
    return any(sense.category == "noun" and sense.plural for sense in vocabulary().get(word, ()))


def _base(word: str) -> str:
    """The base form of a verb in the third person; other words stay."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|ss|x|z|o)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _names_something(word: str) -> bool:
    if word in ("who", "that", "which", "they"):
        return True
    return any(sense.category == "noun" for sense in vocabulary().get(fold(word), ()))


def _is_pose(word: str) -> bool:
    senses = vocabulary().get(word, ())
    return any(sense.category == "pose" for sense in senses) and not any(s.category == "noun" for s in senses)
