"""Names that no cue announces: who wrote the book, who plays, where the journey goes; and what titles show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aquatint.engines.composer.lexicon.casing import title_case
from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.texts import claim, content_of, run_of_capitals
from aquatint.engines.composer.planner.tokens import tokenise
from aquatint.engines.composer.scene import Item, Text

LETTERED = frozenset({"poster", "cover"})
"""Kinds of picture that bear the name of what they are for, whether or not somebody says so."""
PICTURED = frozenset({"poster", "cover", "card", "print", "logo", "sticker", "playing"})
"""Kinds that show what their title speaks of when the prompt names nothing else."""
_MAKERS = frozenset({"by", "starring", "featuring", "feat"})
_NO_NAMES = frozenset({"occasion", "kind", "style", "time", "season", "weather"})


def proper_names(tags: Sequence[Tag], source: str, kind: str, ledger: Ledger, taken: Sequence[Text]) -> list[Text]:
    """ "for The Velvet Foxes" is a title if there is none, "by Clara Voss" a line below it.

    A place ("for Kyoto") is a title, and stays the place of the picture.
    """
    if kind not in LETTERED or _in_title_case(tags):
        return []
    texts: list[Text] = []
    for index, start, end in _names(tags, ledger):
        titled = any(text.role == "title" for text in (*taken, *texts))
        content = content_of(tags, start, end, source)
        if tags[index].folded in _MAKERS:
            if titled or kind == "cover":
                claim(tags, start, end, content, ledger)
                ledger.note(index, tags[index].word, "silent", overrule=True)
                texts.append(Text(role="caption", content=content))
        elif not titled:
            if not any(each.sense("place") for each in tags[start:end]):
                claim(tags, start, end, content, ledger)
            for at in range(start, end):
                if not tags[at].sense("place"):
                    ledger.note(at, tags[at].word, "drawn")
            texts.append(Text(role="title", content=content))
    return texts


class Purpose(NamedTuple):
    """What a page is for, as its title, and the tags that say it: from the first to after the last."""

    text: Text
    tags: tuple[int, int]


_PURPOSE_ENDS = frozenset({
    "on", "at", "in", "with", "by", "from", "featuring", "showing", "to", "near", "that", "this", "next", "every",
    "called", "named", "and", "for",
})  # fmt: skip
LONGEST_PURPOSE = 5
"""Tags of the longest purpose that makes a title."""


def purpose(tags: Sequence[Tag], source: str, kind_at: int) -> Purpose | None:
    """What follows "for a": "flyer for a bake sale on Friday" is headed "Bake Sale"."""
    at = next((i for i in range(max(0, kind_at), len(tags)) if tags[i].folded == "for"), None)
    if at is None or at + 2 >= len(tags) or tags[at + 1].sense("article") is None:
        return None
    end = at + 2
    while end < len(tags) and tags[end].kind == "word" and tags[end].folded not in _PURPOSE_ENDS:
        end += 1
    if not 0 < end - at - 2 <= LONGEST_PURPOSE:
        return None
    content = title_case(content_of(tags, at + 2, end, source))
    return Purpose(Text(role="title", content=content), (at + 2, end))


def owner(tags: Sequence[Tag], source: str, ledger: Ledger) -> list[Text]:
    """Whose logo it is: "for Skyline Brewing". Common words with capitals are a name among small letters."""
    for index, each in enumerate(tags[:-1]):
        start = index + 1
        if each.folded != "for" or ledger.known(start) or tags[start].kind != "word":
            continue
        end = run_of_capitals(tags, start)
        while end < len(tags) and tags[end].kind == "word" and tags[end].tokens[0].text[0].isupper():
            end += 1
        strange = any(not tag.senses for tag in tags[start:end])
        if end > start and (strange or not _in_title_case(tags)) and not tags[start].sense("occasion"):
            content = content_of(tags, start, end, source)
            claim(tags, start, end, content, ledger)
            return [Text(role="name", content=content)]
    return []


def _names(tags: Sequence[Tag], ledger: Ledger) -> Iterator[tuple[int, int, int]]:
    """Where a word stands that tells whose picture it is, and where the name after it begins and ends."""
    for index, each in enumerate(tags[:-1]):
        if each.folded not in ("for", *_MAKERS):
            continue
        start = index + 2 if tags[index + 1].tokens[0].text == "the" else index + 1
        if start >= len(tags) or ledger.known(start) or not _may_begin(tags[start]):
            continue
        end = run_of_capitals(tags, start)
        if not all(one.sense("article") for one in tags[start:end]):
            yield index, start, end


def _may_begin(first: Tag) -> bool:
    """Whether a name may begin so; "Halloween" and "Maya's" do not begin one."""
    owner = first.word.endswith(("'s", "’s"))
    return first.kind == "word" and not owner and not any(one.category in _NO_NAMES for one in first.senses)


def _in_title_case(tags: Sequence[Tag]) -> bool:
    """Whether capitals mean nothing, as in "Concert Poster For The Band"."""
    words = [each.tokens[0].text for each in tags if each.kind == "word"]
    return sum(word[0].isupper() for word in words) > 0.75 * len(words) if words else True


def items_of_title(kind: str, texts: Sequence[Text]) -> list[Item]:
    """The first thing with art that the title names: the lighthouse of "The Last Lighthouse"."""
    if kind not in PICTURED:
        return []
    until = table("words/texts")["stating"]["until"]
    for text in texts:
        if text.role != "title":
            continue
        for each in tag(tokenise(text.content.lower())):
            noun = each.sense("noun")
            if noun is not None and not noun.near and each.folded not in until:
                found = nouns()[noun.value]
                key = found.key.replace(" ", "-")
                return [Item(id=f"{key}-1", noun=found.key, word=each.word[:80], art=found.art)]
    return []
