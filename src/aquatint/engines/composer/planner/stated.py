"""Words to be set that stand without quotation marks: "a sign that says OPEN", dates, hours, prices and places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.texts import LINE_LIMIT, claim, content_of, cues
from aquatint.engines.composer.scene import Text, TextRole

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    "|dec(?:ember)?"
)
_DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_ORDINAL = "(?:st|nd|rd|th)?"
_RANGE = r"(?:\s?[-–]\s?\d{1,2})?"
_FACT = re.compile(
    rf"\b(?:every\s+)?{_DAYS}\b"
    rf"|\b(?:{_MONTHS})\s\d{{1,2}}{_RANGE}{_ORDINAL}(?:,?\s\d{{4}})?\b"
    rf"|\b\d{{1,2}}{_RANGE}{_ORDINAL}\s(?:of\s)?(?:{_MONTHS})(?:\s\d{{4}})?\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|\b\d{1,2}(?::\d{2})?(?:\s?[-–]\s?\d{1,2}(?::\d{2})?)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\w)"
    r"|\b\d{1,2}:\d{2}(?!\d)"
    r"|[$€£¥]\s?\d+(?:[.,]\d+)*"
    r"|\b\d+(?:[.,]\d+)*\s?(?:[€£¥]|dollars|euros|pounds|usd|eur)(?!\w)"
    r"|\b\d{1,3}\s?%(?:\s(?:off|discount))?"
    r"|\b\d{1,2}(?::\d{2})?\s(?:to|till|until)\s\d{1,2}(?::\d{2})?(?:\s?(?:am|pm))?(?=\s*(?:[,.;\n]|$))"
    r"|\b\d{1,5}[a-z]?\s(?-i:[A-Z][\w'’-]*\s){1,3}"
    r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|square|sq|way|boulevard|blvd|court|place|terrace|plaza|row)\b"
    r"|\b(?:(?:call|tel\.?|phone)\s)?(?:\(?\d{3}\)?[-.\s])?\d{3}[-.]\d{4}\b"
    r"|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:www\.)?[a-z0-9-]+\.(?:com|org|net|io|de|co\.uk)\b",
    re.IGNORECASE,
)
"""Dates, hours, prices, shares and addresses, as people write them."""
_BOUND = re.compile(r"[\s,]*(?:at|on|from|,)?\s*$", re.IGNORECASE)
"""What may stand between two of them that make one line: "June 12 at 8 PM"."""
_LONGEST_RUN = 8
_PAPER = frozenset({"A0", "A1", "A2", "A3", "A4", "A5", "A6", "DIN", "HD", "4K", "8K", "UHD", "HDR"})
"""Sizes of paper and pictures, which nobody wants to read on them."""


def _is_loud(tag: Tag) -> bool:
    """Whether the tag is written in capitals, or is a figure or sign among them."""
    text = tag.tokens[0].text
    if text in _PAPER:
        return False
    return (
        all(token.text.isupper() for token in tag.tokens)
        if tag.kind == "word"
        else text.isdigit() or text in "&!?+%'"
    )


def _loud_run(tags: Sequence[Tag], start: int, ledger: Ledger) -> int:
    """End of the run of capitals that starts there; it begins with a word."""
    end = start
    if start >= len(tags) or tags[start].kind != "word":
        return start
    while end < len(tags) and _is_loud(tags[end]) and not ledger.known(end):
        end += 1
    return end


def _clause(tags: Sequence[Tag], start: int, ledger: Ledger) -> int:
    """End of the words to be set in small letters: a mark or a word that goes on with the picture ends them."""
    until = table("words/texts")["stating"]["until"]
    end = start
    while end < len(tags) and end - start < _LONGEST_RUN and not ledger.known(end):
        if tags[end].kind in ("quote", "other") or (tags[end].kind == "mark" and tags[end].folded not in "!?&'"):
            break
        if tags[end].folded.partition(" ")[0] in until:
            break
        end += 1
    return end


def _role(word: str, graphic: bool) -> TextRole:
    known = next((cues()[part] for part in reversed(word.split()) if part in cues()), None)
    return known or ("title" if graphic else "sign")


def _states_plainly(tags: Sequence[Tag], index: int) -> bool:
    """Whether any words may follow: after "says" and "with the words"; "the title" wants capitals."""
    stating = table("words/texts")["stating"]
    if tags[index].folded == "reads" and index + 1 < len(tags) and tags[index + 1].sense("article"):
        # "She reads a book".
        return False
    if tags[index].folded == "reads" and index and _is_somebody(tags[index - 1]):
        # "An old man reads".
        return False
    if index and tags[index - 1].kind == "number":
        # "4 labelled steps" have labels of their own.
        return False
    if tags[index].folded in stating["plain"]:
        return True
    if tags[index].folded in stating["capitals"] and index + 1 < len(tags) and tags[index + 1].folded == ":":
        return True
    return index > 0 and tags[index].folded in stating["wording"] and tags[index - 1].folded in ("the", "with")


def _is_somebody(each: Tag) -> bool:
    noun = each.sense("noun")
    return noun is not None and nouns()[noun.value].group in ("people", "animals")


def _is_read(each: Tag, index: int, ledger: Ledger) -> bool:
    """Whether the tag is taken already: as words to be set, but not as the kind of picture ("a monogram AB")."""
    return ledger.known(index) and each.sense("kind") is None


def _start_of_words(tags: Sequence[Tag], index: int, ledger: Ledger) -> int | None:
    """Where the words begin that the cue at ``index`` announces; None if they are quoted or read already."""
    start = index + 1
    while start < len(tags) and tags[start].folded in (":", "that", *table("words/texts")["stating"]["plain"]):
        start += 1
    free = start < len(tags) and not ledger.known(start) and tags[start].kind != "quote"
    return start if free else None


def _end_of_words(tags: Sequence[Tag], start: int, ledger: Ledger, *, plain: bool) -> int:
    end = _loud_run(tags, start, ledger)
    if end == start and plain:
        return _clause(tags, start, ledger)
    return title_run(tags, start, ledger) if end == start else end


def title_run(tags: Sequence[Tag], start: int, ledger: Ledger) -> int:
    """End of a run of words with capitals: "title Moby Dick"; figures may follow."""
    end = start
    while end < len(tags) and not ledger.known(end) and (_is_capitalised(tags[end]) or _ties(tags, end, start)):
        end += 1
    return end if end > start and tags[start].kind == "word" else start


def _ties(tags: Sequence[Tag], at: int, start: int) -> bool:
    """Whether a small word or sign ties two words with capitals: "Emma & Noah", "Lord of Rings"."""
    joins = tags[at].folded in ("&", "and", "+", "of", "the")
    return start < at < len(tags) - 1 and joins and _is_capitalised(tags[at + 1])


def stated(
    tags: Sequence[Tag], source: str, ledger: Ledger, *, graphic: bool, taken: Sequence[Text]
) -> list[Text]:
    """What signs say and titles are, without quotation marks."""
    stating = table("words/texts")["stating"]
    texts: list[Text] = []
    for index, each in enumerate(tags):
        plain = _states_plainly(tags, index)
        if (not plain and each.folded not in table("words/texts")["stating"]["capitals"]) or _is_read(
            each, index, ledger
        ):
            continue
        start = _start_of_words(tags, index, ledger)
        end = _end_of_words(tags, start, ledger, plain=plain) if start is not None else 0
        if start is None or end <= start:
            continue
        content = content_of(tags, start, end, source)
        last = _single_letters(tags, start) if each.folded in _LETTERS else start
        if last > end:
            # "The letters J and M" are one monogram.
            end = last
            content = "".join(tag.tokens[0].text for tag in tags[start:end] if tag.folded not in ("and", ","))
        claim(tags, start, end, content, ledger)
        if each.folded in stating["announcing"] or not each.sense("noun"):
            ledger.note(index, each.word, "silent")
        roles = [text.role for text in (*taken, *texts)]
        role = _role(each.folded, graphic)
        texts.append(Text(role="subtitle" if role == "title" and "title" in roles else role, content=content))
    return texts


def loud(
    tags: Sequence[Tag], source: str, ledger: Ledger, *, graphic: bool, taken: Sequence[Text], kind_at: int = -1
) -> list[Text]:
    """Words in capitals are words to be set, unless the whole text is written so or they only name the kind.

    Right after the kind at ``kind_at`` any word is one: "magazine cover WANDER".
    """
    letters = [character for character in source if character.isalpha()]
    if sum(map(str.isupper, letters)) > 0.8 * len(letters):
        return []
    texts: list[Text] = []
    index = 0
    while index < len(tags):
        end = _loud_run(tags, index, ledger)
        after_kind = index > 0 and tags[index - 1].sense("kind") is not None and kind_at >= -1
        named = (index == kind_at + 1 or after_kind) and len(tags[index].tokens[0].text) > 1
        if end > index and (named or _asks_to_be_set(tags, index, end, graphic=graphic)):
            content = content_of(tags, index, end, source)
            claim(tags, index, end, content, ledger)
            titled = any(text.role == "title" for text in (*taken, *texts))
            texts.append(Text(role="subtitle" if titled else "title", content=content))
        index = max(end, index + 1)
    return texts


def _asks_to_be_set(tags: Sequence[Tag], start: int, end: int, *, graphic: bool) -> bool:
    words = [tag for tag in tags[start:end] if tag.kind == "word"]
    letters = sum(len(token.text) for tag in words for token in tag.tokens)
    if letters < 4 or (end < len(tags) and tags[end].sense("kind") is not None):
        return False
    single = len(words) == 1 and len(words[0].tokens) == 1
    # One word in capitals may be an abbreviation: "a NASA rocket", "a DVD".
    return not single or (graphic and not words[0].senses and letters > 4)


_LETTERS = frozenset({"letters", "letter", "initials", "monogram"})


def _single_letters(tags: Sequence[Tag], start: int) -> int:
    """End of a run of single capitals: "J and M", "A, B"."""
    end = start
    while end < len(tags):
        if _is_letter(tags[end]):
            end += 1
        elif (
            end > start
            and tags[end].folded in ("and", "&", "+", ",")
            and _is_letter(tags[min(end + 1, len(tags) - 1)])
        ):
            end += 2
        else:
            break
    return min(end, len(tags))


def _is_letter(each: Tag) -> bool:
    text = each.tokens[0].text
    return len(each.tokens) == 1 and len(text) == 1 and text.isalpha() and text.isupper()


def facts(tags: Sequence[Tag], source: str, ledger: Ledger, taken: Sequence[Text]) -> list[Text]:
    """Dates, hours, prices and shares of a poster or card, as its lines below the title."""
    spans: list[tuple[int, int]] = []
    for match in _FACT.finditer(source):
        if is_free(tags, match.start(), match.end(), ledger):
            if spans and _BOUND.fullmatch(source[spans[-1][1] : match.start()]):
                spans[-1] = spans[-1][0], match.end()
            else:
                spans.append(match.span())
    spans += _venues(tags, ledger, spans)
    texts: list[Text] = []
    for start, end in sorted(spans):
        content = " ".join(source[start:end].split())[:LINE_LIMIT]
        inside = [i for i, tag in enumerate(tags) if tag.tokens[0].start < end and tag.tokens[-1].end > start]
        claim(tags, inside[0], inside[-1] + 1, content, ledger)
        subtitled = any(text.role == "subtitle" for text in (*taken, *texts))
        texts.append(Text(role="caption" if subtitled else "subtitle", content=content))
    return texts


def _venues(tags: Sequence[Tag], ledger: Ledger, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names between commas or after "at": "at the Roxy", ", Club Mono". One word of each must be no other word."""
    found: list[tuple[int, int]] = []
    for index, each in enumerate(tags[:-1]):
        if each.folded not in (",", ";", "at", "@", "\n"):
            continue
        start = index + 1
        if tags[start].folded == "the":
            start += 1
        end = title_run(tags, start, ledger)
        ends = end == len(tags) or tags[end].folded in (",", ";", ".", "\n", "on", "with", "and")
        words = [tag for tag in tags[start:end] if tag.kind == "word"]
        # After a date two capitals make a name; without one, a word must be no other word.
        named = any(not tag.senses for tag in words) or (bool(spans) and sum(len(tag.tokens) for tag in words) > 1)
        if ends and named and end - start <= _LONGEST_RUN:
            span = tags[start].tokens[0].start, tags[end - 1].tokens[-1].end
            if not any(span[0] < other[1] and other[0] < span[1] for other in spans):
                found.append(span)
    return found


def _is_capitalised(tag: Tag) -> bool:
    text = tag.tokens[0].text
    # Scripts without capitals have none that could tell a name.
    cased = text[0].upper() != text[0].lower() or not text[0].isalpha()
    return tag.kind in ("word", "number") and cased and not text[0].islower() and text not in _PAPER


def is_free(tags: Sequence[Tag], start: int, end: int, ledger: Ledger) -> bool:
    """Whether the span covers whole tags, none of which has been read already."""
    inside = [i for i, tag in enumerate(tags) if tag.tokens[0].start < end and tag.tokens[-1].end > start]
    return bool(inside) and not any(ledger.known(i) or tags[i].kind == "quote" for i in inside)
