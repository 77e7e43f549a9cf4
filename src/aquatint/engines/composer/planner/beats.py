"""The beats of a story: what the prompt tells of one panel after the other, and what it says of all of them.

Looked for in this order: "Panel 1: ...", numbered lines, semicolons and line breaks, "first ... then ... finally",
sentences, and clauses between commas where each does something or there are as many as panels.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from aquatint.engines.composer.lexicon.nouns import nouns
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import vocabulary
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.tags import Tag, tag
from aquatint.engines.composer.planner.tokens import tokenise

_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|last|final|next)"
_UNIT = r"(?:panel|frame|shot|scene|picture|image|cell|stage|step)"
_VERB = r"(?:\s*(?:shows?|is|depicts?|has)\b)?\s*"
_MARK = re.compile(
    rf"\b(?:(?:in|on)\s+)?{_UNIT}\s*{_NUMBER}\b\s*[:.,)–—-]*{_VERB}"
    rf"|\b(?:(?:in|on)\s+)?the\s+{_ORDINAL}\s+(?:one\b|{_UNIT})\s*[:,]?{_VERB}",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:^|(?<=[\s:(]))\(?(\d{1,2})[.)]\s+(?=\S)")
_SEQUENCE = re.compile(
    r"(?:[,.;]\s*)?\b(?:and\s+)?(?:first(?:ly)?|then|next|after that|after which|afterwards|finally|lastly|"
    r"at last|in the end|in the beginning|at first|at the end|later|suddenly|meanwhile)\b,?\s*",
    re.IGNORECASE,
)
_STRONG = re.compile(r"\s*(?:;|\n+|\s->|→|=>|\s/\s)\s*")
_SEVERAL = frozenset({"couple", "family", "crowd", "group", "team", "pair"})
_WHO = frozenset({"who", "that", "which", "everyone", "everybody", "someone", "nobody"})
_SENTENCE = re.compile(r"(?<=[^\s.][.!?])\s+(?=\S)|(?<=\x02)\s+(?=[A-Z])")
_COMMA = re.compile(
    r"\s*,\s*(?:and\s+|but\s+|so\s+|until\s+|while\s+)*|\s+until\s+|\s+and\s+(?=(?:he|she|they|it|both|everyone)\s)",
    re.IGNORECASE,
)
_PARTS = (
    rf"{_NUMBER}(?:\s*(?:x|by)\s*|-by-|[\s-]+)(?:{_NUMBER}[\s-]+)?(?:(?:equal|vertical|square|comic|story)[\s-]+)*"
    r"(?:panels?|frames?|shots?|scenes?)"
)
_PAGES = (
    r"(?:story\s*boards?|comics?(?:\s+(?:book|strip|page))*|manga(?:\s+(?:page|strip))?|cartoon(?:\s+strip)?|strip|"
    r"webcomic|webtoon|panels|graphic novel(?:\s+page)?|story)(?!\s+book)"
)
_AT = r"(?:in|on|at|by|near|through|under)"
_LISTED_PLACES = re.compile(
    rf"\b({_AT})\s+((?:an?|the)\s[\w ]+?(?:\s*,\s*(?:{_AT}\s)?(?:an?|the)\s[\w ]+?)+(?:\s*,)?\s+and\s+"
    rf"(?:{_AT}\s)?(?:an?|the)\s\w+(?:\s\w+)?)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:\b(?:an?|the|in|as|into|of|with|page|grid|row|line|strip|tell|telling|draw|create|make|please)\s+)*"
    rf"(?:\b{_PARTS}[\s-]+)?(?:\b(?:\d+\s*[x×]\s*\d+|{_NUMBER} by {_NUMBER}|{_NUMBER}-by-{_NUMBER})\s+)?"
    r"(?:\b(?:short|funny|simple|cute|silent|wordless|vertical|little|comic|manga|movie|film|grid|panel)[\s-]+)*"
    rf"(?:\b{_PAGES}\b|\b{_PARTS}\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^[\s,.:;–—-]*(?:(?:about|of|on|where|in which|with|that|which|who|shows?|showing|depicting|telling|for|and|"
    r"how)\b\s*)*",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?<!\d):(?=\s)|(?<!\d):(?!\S)")
_LONGEST = 12
"""More pieces than this are no panels of one page."""


class Story(NamedTuple):
    """What a prompt tells."""

    opening: str
    """What it says of all beats, or ""."""
    beats: tuple[str, ...]
    """Fewer than two where it tells of one moment only."""
    marked: bool = False
    """Whether the prompt numbers its beats, so that each is a panel of its own."""


def read_story(prompt: str, wanted: int = 0) -> Story:
    """The beats of a prompt. ``wanted`` is the number of panels that it asks for, 0 if it does not say."""
    masked = _masked(prompt)
    for marks in (list(_MARK.finditer(masked)), _numbered(masked)):
        if len(marks) > 1:
            ends = [mark.start() for mark in marks[1:]] + [len(prompt)]
            pieces = [_trimmed(prompt[m.end() : end]) for m, end in zip(marks, ends, strict=True)]
            if len([piece for piece in pieces if piece]) > 1:
                opening = _blank(_HEAD, masked)[: marks[0].start()]
                return Story(_trimmed(_kept(prompt, opening)), tuple(piece for piece in pieces if piece), True)
    return _told(prompt, _blank(_HEAD, masked), wanted)


def is_order(word: str) -> bool:
    """Whether a word only says which beat comes when or where: "first", "2", "finally", "in a row"."""
    if word.lower() in ("in a row", "horizontal", "side by side"):
        return True
    return word.isdecimal() or _SEQUENCE.fullmatch(word) is not None or word.lower() in ("second", "third", "last")


def _told(prompt: str, masked: str, wanted: int) -> Story:
    """Beats that are only parted by marks and words of order."""
    start = _LEADING.match(masked)
    begin = start.end() if start is not None else 0
    colon = _COLON.search(masked)
    if colon is not None and len(parts := _parts(prompt, masked, colon.end(), wanted)) > 1:
        return Story(_trimmed(_kept(prompt, masked[: colon.start()])), tuple(parts))
    if len(places := _places(prompt, masked, begin)) == wanted > 1:
        return Story("", tuple(places))
    parts = _parts(prompt, masked, begin, wanted)
    if len(parts) > 2 and len(parts) != wanted and _opens_only(parts):
        # "A comic about a fox. The fox walks...": what it is about comes first.
        return Story(parts[0], tuple(parts[1:]))
    return Story("", tuple(parts))


def _places(prompt: str, masked: str, begin: int) -> list[str]:
    """ "A knight in a castle, a cave and a forest": once in each place."""
    found = _LISTED_PLACES.search(masked, begin)
    if found is None:
        return []
    where = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", prompt[found.start(2) : found.end(2)])
    before, after = prompt[begin : found.start()], prompt[found.end() :]
    placed = [place if re.match(rf"{_AT}\s", place, re.IGNORECASE) else f"{found[1]} {place}" for place in where]
    return [_trimmed(f"{before}{place}{after}") for place in placed]


def _opens_only(parts: Sequence[str]) -> bool:
    """Whether nothing happens in the first part, but something does in the second."""
    return not does_something(parts[0]) and does_something(parts[1])


def _parts(prompt: str, masked: str, begin: int, wanted: int) -> list[str]:
    """The pieces by the strongest marks that part what happens; finer ones where more panels are wanted."""
    best: list[str] = []
    for pattern, hold in _WAYS:
        pieces = _cut(prompt, masked, begin, pattern)
        if 1 < len(pieces) <= _LONGEST and hold(pieces, wanted) and len(pieces) > len(best):
            best = pieces
        if best and len(best) >= wanted:
            return best
    finer = [part for piece in best for part in _finer(piece)]
    return finer if len(best) < len(finer) <= wanted else best


def _finer(piece: str) -> list[str]:
    """A piece cut at its commas where each part does something."""
    parts = _cut(piece, _masked(piece), 0, _COMMA)
    return parts if len(parts) > 1 and _are_clauses(parts, 0) else [piece]


def _cut(prompt: str, masked: str, begin: int, pattern: re.Pattern[str]) -> list[str]:
    pieces, at = [], begin
    for found in pattern.finditer(masked, begin):
        pieces.append(_trimmed(_kept(prompt, masked, at, found.start())))
        at = found.end()
    pieces.append(_trimmed(_kept(prompt, masked, at, len(masked))))
    return _with_quotes([piece for piece in pieces if piece])


def _with_quotes(pieces: list[str]) -> list[str]:
    """Pieces that are only words to be set belong to the piece before them."""
    joined: list[str] = []
    for piece in pieces:
        only = not re.sub(r"[\"“”«»‘’'].*[\"“”«»‘’']", "", piece).strip(" ,.!?:")
        if only and joined:
            joined[-1] = f"{joined[-1]} {piece}"
        else:
            joined.append(piece)
    return joined


def _are_told(pieces: Sequence[str], wanted: int) -> bool:
    """Whether most of the pieces show something: "Cute style." is no beat."""
    return sum(map(_shows, pieces)) >= max(2, len(pieces) - 1) or len(pieces) == wanted


def _are_clauses(pieces: Sequence[str], wanted: int) -> bool:
    """Whether every piece does something, or there are as many as panels are wanted."""
    return len(pieces) == wanted or all(map(does_something, pieces))


_WAYS: tuple[tuple[re.Pattern[str], Callable[[Sequence[str], int], bool]], ...] = (
    (_STRONG, _are_told),
    (_SEQUENCE, _are_told),
    (_SENTENCE, _are_told),
    (_COMMA, _are_clauses),
)
"""What parts beats, the strongest first, and how to tell that it does."""


def _shows(piece: str) -> bool:
    shown = ("noun", "place", "pose", "time", "weather", "season", "expression", "situation", "pronoun")
    tags = tag(tokenise(piece))
    return any(each.sense(name) is not None for each in tags for name in shown)  # type: ignore[arg-type]


def does_something(piece: str) -> bool:
    """Whether a piece has a verb: one that is known, or a word in -s or -ed after a noun or at its beginning."""
    tags = [each for each in tag(tokenise(piece)) if each.kind == "word"]
    return any(is_verb(tags, index) for index in range(len(tags)))


def is_verb(tags: Sequence[Tag], index: int) -> bool:
    """Whether the word is what somebody does, judged by its own form and the word before it."""
    each, before = tags[index], tags[index - 1] if index else None
    if each.sense("pose") or each.sense("situation") or each.folded in table("words/stop")["copulas"]:
        return True
    if before is not None and not _may_act(before):
        return len(each.tokens) > 1 and does(each.tokens[0].folded, each.tokens[1].folded)
    if re.search(r"[a-z]{2}(?:s|ed)$", each.folded) is None:
        return False
    if before is not None and names_living(before.tokens[-1].folded):
        return each.sense("clothes") is None and each.sense("part") is None
    return not each.sense("noun") and not each.sense("time") and not each.sense("place")


def _may_act(before: Tag) -> bool:
    named = before.folded in _WHO or before.sense("noun") is not None or before.sense("pronoun") is not None
    return named and before.sense("article") is None


def does(subject: str, word: str) -> bool:
    """Whether a folded word after another is what that one does: "penguin slides", "dragon flies"."""
    return word.endswith("s") and not word.endswith("ss") and names_living(subject)


def names_living(word: str) -> bool:
    """Whether a folded word names one being, or several by one word ("couple")."""
    senses = vocabulary().get(word, ())
    singular = (s for s in senses if s.category == "noun" and (not s.plural or s.value == word))
    return any(nouns()[s.value].group in LIVING for s in singular if s.value in nouns()) or word in _SEVERAL


def _numbered(masked: str) -> list[re.Match[str]]:
    """The marks of a numbered list, if they count 1, 2, 3."""
    marks = list(_LISTED.finditer(masked))
    return marks if [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1)) else []


def _masked(prompt: str) -> str:
    """The prompt with every quoted passage replaced by as many signs that part nothing."""
    text = prompt
    for token in tokenise(prompt):
        if token.kind == "quote":
            # What is said may end a sentence.
            end = "\x02" if token.text[-1:] in ".!?" else "\x01"
            text = text[: token.start] + "\x01" * (token.end - token.start - 1) + end + text[token.end :]
    return text


def _blank(pattern: re.Pattern[str], masked: str) -> str:
    """The text with what matches made blank, as long as before."""
    return pattern.sub(lambda found: " " * len(found.group()), masked)


def _kept(prompt: str, masked: str, start: int = 0, end: int | None = None) -> str:
    """The passage of the prompt without what was made blank in the masked text."""
    end = len(masked) if end is None else end
    pairs = zip(prompt[start:end], masked[start:end], strict=True)
    return "".join(" " if shown == " " else sign for sign, shown in pairs)


def _trimmed(piece: str) -> str:
    words = " ".join(piece.split()) if "\n" not in piece else piece
    for pattern in (_LEADING, _SEQUENCE):
        begin = pattern.match(words)
        words = words[begin.end() if begin is not None else 0 :]
    return words.strip(" \n.;,")
