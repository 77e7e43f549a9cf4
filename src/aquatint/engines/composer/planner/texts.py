"""Words to be set: quoted passages and names, each with its role. Nothing is set that the prompt did not say."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.scene import Text, TextRole

TEXT_LIMIT = 40
LINE_LIMIT = 400
"""Longest content of one `Text`."""


@functools.cache
def cues() -> dict[str, TextRole]:
    """What each cue word makes of the text after it."""
    return {word: role for role, words in table("words/texts")["roles"].items() for word in words}


@functools.cache
def awards() -> frozenset[str]:
    """Words for papers that are made out to somebody."""
    return frozenset(table("words/texts")["awards"]["names"])


_PARTS = re.compile(r"\s+[-–—|•·]\s+|\s*\n\s*")


def _cue(tags: Sequence[Tag], at: int, ledger: Ledger) -> TextRole | None:
    """The nearest word before a quote, within its clause, that says what the text is for."""
    for i in range(at - 1, max(-1, at - 7), -1):
        if tags[i].kind == "quote" or (tags[i].kind == "mark" and tags[i].folded in ".;\n"):
            return None
        for word in reversed(tags[i].folded.split()):
            if word in cues():
                if cues()[word] in ("subtitle", "body", "caption"):
                    ledger.note(i, "", "silent")
                return cues()[word]
    return None


def _hush_cues(tags: Sequence[Tag], at: int, ledger: Ledger) -> None:
    """Words that only say what a passage is ("headline", "slogan") ask for nothing else."""
    for index in range(max(0, at - 3), at):
        stating = table("words/texts")["stating"]
        if tags[index].folded in (*stating["announcing"], *stating["plain"]):
            ledger.note(index, tags[index].word, "silent")


def _next_role(taken: Sequence[TextRole]) -> TextRole:
    order: tuple[TextRole, ...] = ("title", "subtitle", "body")
    return next((role for role in order if role not in taken), "body")


def pieces(content: str) -> list[str]:
    """A passage as lines of at most `LINE_LIMIT` characters, cut between words where there are any."""
    lines = []
    while len(content) > LINE_LIMIT:
        cut = content.rfind(" ", 1, LINE_LIMIT + 1)
        cut = cut if cut > 0 else LINE_LIMIT
        lines.append(content[:cut])
        content = content[cut:].lstrip()
    return [*lines, content]


def parts_of(content: str) -> list[str]:
    """The parts of a passage that a dash, a dot or a line break keeps apart: "A - B" has two."""
    return [part for part in _PARTS.split(content) if part.strip()]


def _split(content: str, role: TextRole, graphic: bool) -> Iterator[tuple[TextRole, str]]:
    """ "A - B" on a poster is a title and a subtitle."""
    parts = parts_of(content)
    if graphic and role == "title" and 1 < len(parts) <= 4 and len(set(parts)) == len(parts):
        roles: tuple[TextRole, ...] = ("title", "subtitle", "body", "body")
        yield from zip(roles, parts, strict=False)
    else:
        yield role, content


def quoted(tags: Sequence[Tag], ledger: Ledger, *, graphic: bool) -> list[Text]:
    """Every quoted passage with its role. In scenes, text without a cue is a title over the picture."""
    texts: list[Text] = []
    for index, each in enumerate(tags):
        if each.kind != "quote" or ledger.known(index):
            continue
        ledger.note(index, each.tokens[0].text, "drawn" if len(texts) < TEXT_LIMIT else "undrawn")
        _hush_cues(tags, index, ledger)
        role = _cue(tags, index, ledger) or _next_role([text.role for text in texts])
        for part_role, part in _split(each.tokens[0].text, role, graphic):
            texts += [Text(role=part_role, content=line) for line in pieces(part)]
    return texts[:TEXT_LIMIT]


def _capitalised(tag: Tag) -> bool:
    text = tag.tokens[0].text
    return tag.kind in ("word", "number") and (text[0].isupper() or text[0].isdigit())


def _starts_name(tags: Sequence[Tag], at: int) -> bool:
    """Whether a name can start there: with a word, and with "The" only before another capital."""
    if at >= len(tags) or tags[at].kind not in ("word", "number"):
        return False
    if tags[at].sense("article") is None:
        return True
    return _capitalised(tags[at]) and at + 1 < len(tags) and _capitalised(tags[at + 1])


def _run(tags: Sequence[Tag], start: int) -> int:
    """End of the name that starts there: capitalised words and what ties them, or a single word."""
    if not _starts_name(tags, start):
        return start
    if not _capitalised(tags[start]):
        return start + 1
    end = start
    while end < len(tags) and end - start < 6 and (_capitalised(tags[end]) or _ties(tags, end)):
        end += 1
    return end


def _ties(tags: Sequence[Tag], at: int) -> bool:
    return tags[at].folded in ("&", "of", "and", "+") and at + 1 < len(tags) and _capitalised(tags[at + 1])


def run_of_capitals(tags: Sequence[Tag], start: int) -> int:
    """End of the run of words with capitals that starts there; ``start`` itself if there is none."""
    return _run(tags, start) if start < len(tags) and _capitalised(tags[start]) else start


def content_of(tags: Sequence[Tag], start: int, end: int, source: str) -> str:
    """The text of a run of tags as the source has it, without a final possessive."""
    content = source[tags[start].tokens[0].start : tags[end - 1].tokens[-1].end][:LINE_LIMIT]
    return content.removesuffix("'s").removesuffix("’s")


def claim(tags: Sequence[Tag], start: int, end: int, content: str, ledger: Ledger) -> None:
    """Note that a run of tags is set as words."""
    ledger.note(start, content, "drawn")
    for index in range(start + 1, end):
        ledger.note(index, "", "silent")


def named(tags: Sequence[Tag], source: str, ledger: Ledger, *, graphic: bool) -> list[Text]:
    """Names without quotation marks: "a shop named Ember", "titled Moby Dick". Scenes do not letter names."""
    texts: list[Text] = []
    naming = table("words/texts")["naming"]
    for index, each in enumerate(tags):
        if each.folded not in (*naming["names"], *naming["titles"]):
            continue
        end = _run(tags, index + 1)
        if end == index + 1 or ledger.known(index + 1):
            continue
        content = content_of(tags, index + 1, end, source)
        if not graphic and each.folded in naming["names"]:
            for at in range(index + 1, end):
                ledger.note(at, tags[at].word, "undrawn")
            continue
        claim(tags, index + 1, end, content, ledger)
        texts.append(Text(role=cues()[each.folded], content=content))
    return texts


def _no_person(tag: Tag) -> bool:
    return tag.sense("occasion") is not None or tag.sense("kind") is not None or tag.kind == "number"


def recipient(tags: Sequence[Tag], source: str, ledger: Ledger) -> list[Text]:
    """For cards: "for Maya turning 7" names Maya and her age."""
    texts: list[Text] = []
    for index, each in enumerate(tags[:-1]):
        word = each.folded
        if word in ("for", "to", "dear") and _capitalised(tags[index + 1]) and not ledger.known(index + 1):
            if _no_person(tags[index + 1]):
                continue
            end = _run(tags, index + 1)
            if end > index + 1 and tags[end - 1].folded[:1].isdigit():
                # "For Leo's 5th birthday": what the number counts belongs to it.
                end += end < len(tags) and tags[end].kind == "word"
            content = content_of(tags, index + 1, end, source)
            claim(tags, index + 1, end, content, ledger)
            texts.append(Text(role="name", content=content))
        elif word in ("turning", "turns", "aged", "age") and tags[index + 1].kind == "number":
            ledger.note(index + 1, tags[index + 1].tokens[0].text, "drawn")
            texts.append(Text(role="caption", content=tags[index + 1].tokens[0].text))
    return texts
