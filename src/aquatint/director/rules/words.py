"""The word lists of ``words.toml``, and finding their entries in a text."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_CLOSERS = re.compile(r",?\s+(?:please|pls|thanks|thank you|for me|would you|will you|if you can)$", re.IGNORECASE)
_EDGES = " \t\n,.;:!?-–—…"


@functools.cache
def words() -> dict[str, Any]:
    """The data file. Callers must not change it."""
    return tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))


def reply(name: str) -> str:
    """One of the fixed texts."""
    return str(words()["replies"][name])


def plain(text: str) -> str:
    """Small letters, plain apostrophes, single blanks, no punctuation at the ends."""
    return " ".join(text.replace("’", "'").casefold().split()).strip(_EDGES)


@functools.cache
def _pattern(entries: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(entries, key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![\w'’])", re.IGNORECASE)


def opening(text: str, entries: Iterable[str]) -> int:
    """Length of the longest entry that the text begins with; 0 for none."""
    match = _pattern(tuple(entries)).match(text.replace("’", "'"))
    return 0 if match is None else match.end()


def found(text: str, entries: Iterable[str]) -> re.Match[str] | None:
    """The first entry somewhere in the text, as whole words."""
    entries = tuple(entries)
    longest_first = sorted(entries, key=len, reverse=True)
    return _whole(tuple(longest_first)).search(text.replace("’", "'"))


@functools.cache
def _whole(entries: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])(?:{'|'.join(map(re.escape, entries))})(?![\w'’])", re.IGNORECASE)


def without_openers(text: str) -> str:
    """What is really wanted: the text without "please", "can you", "now"... before it."""
    rest = text.strip(_EDGES[:4] + " ")
    while length := opening(rest, words()["openers"]["words"]):
        after = rest[length:].lstrip(_EDGES)
        if not after:
            break
        rest = after
    return trimmed(_CLOSERS.sub("", trimmed(rest)))


def without_talk(text: str) -> str:
    """ "That's great! Now make it blue" without the praise before the wish."""
    sentences = re.split(r"(?<=[.!,;])\s+", text, maxsplit=4)
    names = ("greeting", "thanks", "praise", "dislike", "consent")
    talk = {entry for name in names for entry in words()["talk"][name]}
    while len(sentences) > 1 and plain(sentences[0]) in talk:
        sentences.pop(0)
        text = text[text.index(sentences[0]) :] if sentences else text
    return text


_PRAISE = re.compile(
    r"(?:that's|that is|this is|it's|it is|it looks|that looks|this looks|looks|they look|they're|what an?) "
    r"(?:really |so |very |just |absolutely |quite |pretty )*"
    r"(?:lovely|nice|great|perfect|beautiful|good|awesome|amazing|wonderful|fantastic|excellent|cool|brilliant|"
    r"super|fine|cute|gorgeous|stunning|sweet|funny|much better|better)"
    r"(?: (?:picture|drawing|one|job|work|now|already))*(?![\w'])",
    re.IGNORECASE,
)


def only_talk(text: str) -> str:
    """The topic of a message that is small talk and nothing else: "ok perfect, thank you"; empty for any other."""
    topics = ("thanks", "praise", "greeting", "consent", "dislike", "farewell")
    found: set[str] = set()
    rest = plain(text)
    while rest:
        lengths = {topic: opening(rest, words()["talk"][topic]) for topic in topics}
        if (praise := _PRAISE.match(rest)) is not None:
            lengths["praise"] = max(lengths["praise"], praise.end())
        topic = max(topics, key=lambda each: lengths[each])
        if not lengths[topic]:
            return ""
        found.add(topic)
        rest = re.sub(r"^(?:and|so|but|that)\b", "", rest[lengths[topic] :].lstrip(_EDGES)).lstrip(_EDGES)
    return next((topic for topic in topics if topic in found), "")


def trimmed(text: str) -> str:
    """Without blanks and marks around it; closing quotes and brackets stay."""
    return text.strip(" \t\n,;:-–—").rstrip(" \t\n,.;:!?").strip()


def one_of(names: list[str]) -> str:
    """ "a boat, two foxes and a tree"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
