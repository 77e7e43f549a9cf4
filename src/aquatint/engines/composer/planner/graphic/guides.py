"""Guides: "how to plant a tree in 5 steps", "5 tips for better sleep", "the phases of the moon"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer.lexicon.vocabulary import fold, vocabulary
from aquatint.engines.composer.planner.graphic.art import emblem_of
from aquatint.engines.composer.planner.graphic.content import Content
from aquatint.engines.composer.planner.graphic.known import (
    OPENING,
    Known,
    Part,
    find_known,
    find_rough,
    named_rows,
    parts_of,
    tokens_of,
)
from aquatint.engines.composer.planner.graphic.pieces import Piece
from aquatint.engines.composer.planner.tags import Tag
from aquatint.engines.composer.planner.tokens import Token, tokenise
from aquatint.engines.composer.scene import Entry, Sheet, Step

_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_ADVICE = "tips|ways|rules|habits|tricks|hacks|secrets|reasons|ideas"
"""Words for parts that have no order, and no arrows."""
_TITLES = re.compile(
    rf"\bhow\s+(?:to|do\s+(?:you|i|we)|does\s+(?:one|a|an))\s+(?=\w)"
    rf"|\b(?:{_NUMBER}\s+)?(?:[a-z]+\s+){{0,2}}(?:{_ADVICE})\s+(?:for|to|on|of)\s+(?=\w)"
    rf"|\b{_NUMBER}\s+(?:easy\s+|simple\s+|quick\s+)?steps\s+(?:to|for|of)\s+(?=\w)"
    r"|\bguide\s+(?:to|for|on)\s+(?=\w)",
    re.IGNORECASE,
)
"""Words that begin a heading that promises a guide."""
_LEADS = re.compile(
    r"\b(?:step[\s-]+by[\s-]+step(?:\s+(?:guide|instructions?|tutorial|infographic|poster|recipe))?(?:\s+(?:to|for|on|of))?"
    r"|instructions?\s+(?:for|to|on)|tutorial\s+(?:for|on)|steps\s+(?:to|for|of|in)|process\s+of|making\s+of)\s+(?=\w)",
    re.IGNORECASE,
)
"""Words before what a guide is about."""
_END = re.compile(
    rf"[:;,.\n!?(\"“”]|\s+(?:in|with)\s+(?:\w+\s+)?{_NUMBER}\s"
    r"|\s+(?:infographic|poster|diagram|chart|guide|flyer|step by step)\b|"
    rf"\s+(?:with|in)\s+(?:an?\s+)?(?:[\w-]+\s+){{0,3}}(?:style|colou?rs?|palette|theme|pictures|icons|illustrations|steps|numbers|arrows)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"\b(?:in\s+|with\s+)?(?:just\s+|only\s+)?(?P<number>{_NUMBER})[\s-]+(?:(?:easy|simple|quick|numbered|clear|basic)\s+)*"
    rf"(?:steps?|stages?|phases?|parts?|arrows|{_ADVICE})\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:step[\s-]+by[\s-]+step|in\s+(?:the\s+)?(?:right\s+|correct\s+)?order|labell?ed|with\s+(?:their\s+)?(?:names|labels)|with\s+names|"
    r"all(?:\s+(?:the\s+)?(?:eight|8|four|4|twelve|12|seven|7))?(?=\s+planets|\s+phases|\s+signs|\s+days|\s+months)|educational|instructions?|tutorial|guide|steps?|arrows?)\b",
    re.IGNORECASE,
)
"""Words about the form of a guide: where it is made, they ask for nothing more."""
CUES = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:right\s+|correct\s+)?order|labell?ed|labels|names?|named|for\s+(?:kids|children|toddlers|preschool\w*)|educational|"
    r"classroom|learn(?:ing)?|flash\s?cards?|chart|vocabulary|school|nursery|infographic|diagram|montessori)\b",
    re.IGNORECASE,
)
"""Words by which the name of a set asks for it as a page."""
_LISTED = re.compile(rf":\s[^:]*,(?!\s*(?:in\s+)?{_NUMBER}\s(?:\w+\s+)?(?:steps?|stages?|phases?|tips)\b)")
"""A colon and things in a row; "how to recycle, 4 steps" is none."""
_AFTER_ALONE = frozenset(
    {"for", "with", "in", "as", "on", "infographic", "poster", "diagram", "chart", "labelled", "labeled"}
)
_SHOWN_ON = frozenset({"a", "an", "white", "black", "dark", "plain", "one"})
_BEFORE_ALONE = frozenset({
    "the", "a", "an", "all", "of", "picture", "illustration", "drawing", "showing", "about",
})  # fmt: skip
_ORDERLESS = re.compile(rf"\b(?:{_ADVICE})\b", re.IGNORECASE)
MOST_STEPS = 12
TELLING = 3
"""Words of a phrase that promises tips by itself: "the benefits of running"."""
TEACHING = frozenset({"poster", "chart", "lineup"})
"""Kinds of picture on which sets are taught."""


class Guide(NamedTuple):
    """A heading that promises a guide."""

    heading: Piece
    verb: int
    """Place of the token after its opening words."""


def find_guide(prompt: str, tokens: Sequence[Token]) -> Guide | None:
    """The promise of a guide, if the text makes one."""
    found = _TITLES.search(prompt) or _LEADS.search(prompt)
    if found is None:
        return None
    after = found.end()
    stop = _END.search(prompt, after)
    end = stop.start() if stop is not None else len(prompt)
    start = found.start() if found.re is _TITLES else after
    heading = Piece(prompt[start:end], start).strip()
    return Guide(heading, sum(token.start < after for token in tokens)) if heading.text else None


def guide_at(tags: Sequence[Tag]) -> int:
    """The tag by which a text asks for a guide or for a set, though it names no kind of picture; -1 if none."""
    tokens = tokens_of(tags)[:80]
    words = [token.folded.replace(" ", "_") or "_" for token in tokens]
    text = " ".join(words)
    promised = _TITLES.search(text) or _LEADS.search(text)
    place = text[: promised.start()].count(" ") if promised is not None else OPENING
    acted = any(each.sense("pose") or each.sense("noun") for each in tags if _before(each, tokens, place))
    if place < OPENING and not acted and _can_tell(tokens, text, promised):
        return _tag_at(tags, tokens[place])
    rows = (known for known in named_rows(tokens) if _stands_alone(known, tokens))
    known = next(rows, None)
    return _tag_at(tags, tokens[known.start]) if known is not None else -1


def _before(each: Tag, tokens: Sequence[Token], place: int) -> bool:
    """Whether a tag stands before the token at a place: "a robot reading a guide" is no guide."""
    return place < len(tokens) and each.tokens[-1].end <= tokens[place].start


def _can_tell(tokens: Sequence[Token], text: str, promised: re.Match[str] | None) -> bool:
    """Whether there is something to tell: a known process, one that is known roughly, or places for its steps."""
    after = text[: promised.end()].count(" ") if promised is not None else 0
    return bool(_COUNT.search(text) or _LISTED.search(text) or find_known(tokens) or find_rough(tokens, after))


_ROUND = re.compile(r"^(?:an? |the )?(?:[\w'-]+ ){0,4}?(?P<round>cycle|loop) :(?: [^:]*)? , ")


def cycle_at(tags: Sequence[Tag]) -> int:
    """The tag of "cycle" before a list of its stages ("recycling cycle: collect, sort, melt"), or -1."""
    tokens = tokens_of(tags)[:80]
    words = [token.folded.replace(" ", "_") or token.text.replace(" ", "_") for token in tokens]
    found = _ROUND.match(" ".join(words))
    return _tag_at(tags, tokens[found.string[: found.start("round")].count(" ")]) if found is not None else -1


def _stands_alone(known: Known, tokens: Sequence[Token]) -> bool:
    """Whether the phrase is all that the picture is about, and asks for a page of it."""
    if any(token.folded not in _BEFORE_ALONE for token in tokens[: known.start]):
        return False
    if not known.row.get("alone"):
        return False
    after = tokens[known.end] if known.end < len(tokens) else None
    if after is None or after.kind == "mark":
        return True
    if after.folded == "on":
        return _shown_on(tokens, known.end + 1)
    if after.folded == "with":
        shown = " ".join(token.folded for token in tokens[known.end : known.end + 6])
        return CUES.search(shown) is not None or _FORM.search(shown) is not None
    return after.folded in _AFTER_ALONE


def _shown_on(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].folded in _SHOWN_ON


def _tag_at(tags: Sequence[Tag], token: Token) -> int:
    return next(index for index, each in enumerate(tags) if token in each.tokens)


def read_guide(prompt: str, tags: Sequence[Tag], kind: str) -> Content | None:
    """The steps, tips or things that a text asks for without listing them; None where nothing is known."""
    if _LISTED.search(prompt):
        return None
    tokens = tokens_of(tags)
    guide = find_guide(prompt, tokens)
    # What is quoted is one token of the prompt, and a title all the same.
    known = find_known(tokens) or (find_known(tokenise(guide.heading.text)) if guide is not None else None)
    if known is not None and not _asked(known, kind, prompt, guided=guide is not None):
        known = None
    known = known or (find_rough(tokens, guide.verb) if guide is not None else None)
    count = _COUNT.search(prompt)
    wanted = _number(count["number"]) if count is not None else None
    if known is None:
        return _bare(prompt, guide, count, wanted)
    parts = _chosen(parts_of(known, wanted), prompt)
    heading = guide.heading if guide is not None else _between(prompt, tokens, known)
    content = _content(known, parts)
    content.heading, content.claims = heading, [heading]
    content.rough = known.rough
    if count is not None:
        number = Piece(prompt, 0).cut(*count.span())
        fitting = content.near if known.rough else content.claims
        (fitting if wanted == len(parts) else content.missed).append(number)
    spent = [Piece(found[0], found.start()) for found in _FORM.finditer(prompt)]
    spent += [_between(prompt, tokens, row) for row in named_rows(tokens) if row.name == known.name]
    lower = prompt.lower()
    if len(parts) < len(parts_of(known)):
        # The prompt lists them itself.
        places = [(lower.find(part.label.lower()), part.label) for part in parts]
        spent += [Piece(prompt[at : at + len(label)], at) for at, label in places if at >= 0]
    told = [*content.claims, *content.missed]
    content.spent = [p for p in spent if not any(c.start < p.end and p.start < c.end for c in told)]
    return content


def _chosen(parts: list[Part], prompt: str) -> list[Part]:
    """Those of a set that the prompt lists itself ("emotions chart with happy, sad, angry"), else all."""
    listed = prompt.lower().partition(" with ")[2]
    found = [part for part in parts if re.search(rf"\b{re.escape(part.label.lower())}\b", listed)]
    return found if len(found) > 1 else parts


def _asked(known: Known, kind: str, prompt: str, *, guided: bool) -> bool:
    """Whether a kind of picture takes the row.

    Tips need their promise, and sets of common things a word that says that they are taught.
    """
    if known.row.get("alone") or (guided and known.form != "set"):
        return True
    if kind == "infographic":
        return known.form != "tips" or known.end - known.start >= TELLING
    taught = known.row.get("page") or CUES.search(prompt)
    return known.form == "set" and kind in TEACHING and bool(taught)


def _content(known: Known, parts: Sequence[Part]) -> Content:
    if known.form in ("steps", "cycle"):
        steps = [Step(label=part.label, detail=part.detail, art=part.art) for part in parts[:MOST_STEPS]]
        return Content("infographic", steps=steps)
    sizes = known.row.get("sizes", [1.0] * len(parts))
    numbered, counted = known.form == "tips", bool(known.row.get("counted"))
    entries = [
        Entry(
            label=part.label,
            detail=part.detail,
            art=part.art,
            mark=str(index + 1) if numbered else "",
            scale=sizes[index],
            count=index + 1 if counted else 1,
        )
        for index, part in enumerate(parts)
    ]
    return Content("lineup", sheet=Sheet(entries=entries, night=bool(known.row.get("night"))))


def _bare(prompt: str, guide: Guide | None, count: re.Match[str] | None, wanted: int | None) -> Content | None:
    """Numbered places for the steps of a process that nobody told: as many as asked, with the thing in each."""
    if guide is None or count is None or wanted is None or not 1 < wanted <= MOST_STEPS:
        return None
    art = _last_thing(guide.heading.text)
    steps = [Step(label="", art=art if index == wanted - 1 else "") for index in range(wanted)]
    content = Content("infographic", steps=steps, heading=guide.heading, claims=[guide.heading], rough=True)
    if _ORDERLESS.search(guide.heading.text):
        entries = [Entry(label=str(index + 1)) for index in range(wanted)]
        content = Content("lineup", sheet=Sheet(entries=entries), heading=guide.heading, rough=True)
        content.claims = [guide.heading]
    content.near = [Piece(prompt, 0).cut(*count.span())]
    return content


def _last_thing(words: str) -> str:
    """The drawing of the last thing that some words name."""
    found = words.split()
    ways = (
        " ".join(found[start:end]) for end in range(len(found), 0, -1) for start in range(max(0, end - 3), end)
    )
    return next((art for way in ways if (art := emblem_of(way))), "")


def _between(prompt: str, tokens: Sequence[Token], known: Known) -> Piece:
    start, end = tokens[known.start].start, tokens[known.end - 1].end
    return Piece(prompt[start:end], start)


def _number(word: str) -> int | None:
    sense = next((s for s in vocabulary().get(fold(word), ()) if s.category == "count"), None)
    said = word if word.isdecimal() else sense.value if sense is not None else ""
    return int(said) if said.isdecimal() else None
