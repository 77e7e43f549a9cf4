"""What a message asks for, by its words alone and whether there is a picture that they can be about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from aquatint.director.contract import Card
from aquatint.director.rules import facts
from aquatint.director.rules.more import alternatives, as_more
from aquatint.director.rules.pronouns import is_instead, is_wish
from aquatint.director.rules.remarks import without_verb
from aquatint.director.rules.wholes import (
    drawn_in_another_language,
    goes_on,
    names_row,
    tells_whole_graphic,
)
from aquatint.director.rules.words import found, only_talk, opening, plain, trimmed, without_openers, words
from aquatint.engines.composer.edits.clauses import clauses
from aquatint.engines.composer.edits.grammar import grammar
from aquatint.engines.composer.edits.orders import in_orders
from aquatint.engines.composer.planner.kinds import find_kind
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.scene import Scene

Kind = Literal["talk", "ask", "foreign", "again", "back", "forward", "show", "draw", "turn", "edit", "unclear"]
_WOULD = re.compile(
    r"^(?:what|how) would (?:it|that|this|the (?:picture|image)) look(?: like)? "
    r"(?=(?:in|at|as|with|without|by|on)\b)",
    re.IGNORECASE,
)
_CAN_BE = re.compile(
    r"^(?:(?:can|could|should|may) (?P<what>it|the [\w -]+?) be"
    r"|(?:what if|imagine|suppose) (?P<what_if>it|the [\w -]+?) (?:was|were|is)) (?P<how>.+)$",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(it|this|them|these|those|him|her|that(?! (?:says?|reads?|shows?|is|are|has|have|looks?|depicts?)\b))\b",
    re.IGNORECASE,
)
_AS_KIND = re.compile(r"^as an? (?=[\w ]+ (?:for|that|with|saying|of)\b)", re.IGNORECASE)
_MAY_HAVE = re.compile(
    r"^(?:can|could|may) (?:i|we) (?:(?:have|get)|see(?= (?:\d|an?\b|some\b|two\b|three\b))) ", re.IGNORECASE
)
_NEW = re.compile(r"^(?:an? )?new (?:picture|image|drawing|one)\s*[:,-]", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|this|that|your|my) ", re.IGNORECASE)
_VERSION = re.compile(
    r"^an? (?!(?:new|different)\b)[\w-]+ (?:version|variation|variant)(?!s? of\b)", re.IGNORECASE
)
""" "A square version": of the picture that is there."""
_AUXILIARY = re.compile(
    r"^(?:is|are|was|were|does|did|has|have|had|am|can|could|may|should|will|would|isn't|aren't|doesn't|don't)\b"
    r"(?= (?:there|it|you|they|we|i|he|she|this|that|these|those|the|any|my|your)\b|.*\?$)"
    r"|^do (?:you|they|we|i)\b",
    re.IGNORECASE,
)
_ABOUT_US = re.compile(
    r"^(?:are|do|can|could|would|will|have) you\b(?! (?:see|tell|leave|draw everything))", re.IGNORECASE
)
_POLITE = re.compile(r"^(?:\W*\w+,? ){0,3}?(?:can|could|would|will) (?:you|we|i)\b", re.IGNORECASE)
_SETTINGS = re.compile(
    r"^(?:make it )?(?:square|landscape|portrait|horizontal|vertical|widescreen)(?: please)?$"
    r"|\b(?:jpe?g|png|webp|gif|svg|4k|8k|hd|(?:1|2|3|4|5|9|16|21):(?:1|2|3|4|5|9|16)"
    r"|aspect ratio|resolution|\d{3,4} ?x ?\d{3,4}"
    r"|(?:square|portrait|landscape) (?:format|version|size)|(?:larger|smaller|bigger) (?:size|format|file))\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^(?:(?:do|draw|make) )?(?:(?:it |that )?again|(?:exactly )?(?:the )?same(?: [\w-]+)?),?"
    r" (?:but|only|just|except|as|in|at|with)\b ?",
    re.IGNORECASE,
)
_KEPT_WORDS = re.compile(r" (as|in|at|with) ?$", re.IGNORECASE)
_WEAK_KINDS = frozenset({"scene", "abstract", "isometric", "portrait", "pattern"})
_MEANING = frozenset(
    {
        "noun", "colour", "time", "weather", "season", "camera", "mood", "place", "style", "kind", "size", "age",
        "pose", "expression", "hair", "look", "material", "clothes", "part", "spread", "occasion", "transparent",
        "process", "emblem",
    }
)  # fmt: skip


_POINTS_ALONE = re.compile(
    r"(?:draw|paint|make|do|create|sketch|show|render)(?: me)? (?:it|this|that|them|these|those)", re.IGNORECASE
)
""" "Draw it": what?"""
_FEW = 7
"""Words of a message that can only be about the setting that it names."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What is asked for, and the text that says it: without politeness, and turned from a question into a wish."""

    kind: Kind
    text: str
    topic: str = ""
    """For talk: which reply; for "again": how many pictures."""


def read_intent(message: str, picture: Card | None) -> Intent:
    """The intent of a message, beside the picture that it would be about."""
    whole = plain(message)
    for topic, entries in words()["talk"].items():
        if whole in entries:
            return Intent("talk", message, topic)
    if topic := only_talk(whole):
        return Intent("talk", message, topic)
    if foreign := drawn_in_another_language(message):
        return Intent("draw", foreign)
    if picture is not None and plain(without_openers(message)) in words()["forward"]["words"] and picture.copy_of:
        return Intent("forward", message)
    text = as_wish(without_openers(message))
    for topic, entries in words()["talk"].items():
        if plain(text) in entries:
            return Intent("talk", message, topic)
    if (count := alternatives(text)) and picture is not None:
        return Intent("again", text, str(count))
    if plain(text) in words()["again"]["words"] or whole in words()["again"]["words"]:
        return Intent("again", text)
    if plain(text) in words()["back"]["words"] or whole in words()["back"]["words"]:
        return Intent("back", text)
    if len(text.split()) <= _FEW and _SETTINGS.search(text) and not is_question(message, text):
        return Intent("talk", text, "settings")
    if is_question(message, text):
        return Intent("talk", text, "help") if _ABOUT_US.match(text) else Intent("ask", text)
    if picture is not None and (more := as_more(message, picture)):
        return Intent("edit", more)
    if asks_for_nothing(text) or (picture is None and _POINTS_ALONE.fullmatch(text)):
        return Intent("talk", text, "surprise")
    if opening(text, words()["foreign"]["openers"]) and not opening(text, words()["drawing"]["nouns"]):
        return Intent("foreign", text)
    if picture is None:
        return _without_picture(text)
    return _with_picture(text, picture)


def as_wish(text: str) -> str:
    """Questions that are wishes: "could the boat be red?" is "make the boat red"."""
    text = _MAY_HAVE.sub("I want ", text)
    match = _WOULD.match(text)
    if match is not None:
        return text[match.end() :].rstrip("? ")
    if match := _NEW.match(text):
        return f"draw {text[match.end() :].strip()}"
    match = _SAME.match(text)
    if match is not None and text[match.end() :].strip():
        kept = _KEPT_WORDS.search(match[0])
        return f"{kept[1] if kept else ''} {text[match.end() :]}".strip()
    match = _CAN_BE.match(text.rstrip("? "))
    return f"make {match['what'] or match['what_if']} {match['how']}" if match is not None else text


def is_question(message: str, text: str) -> bool:
    """Whether it wants to know something, and not to have something drawn. ``text`` is the message as a wish."""
    if opening(text, words()["questions"]["openers"]) or _AUXILIARY.match(text):
        return True
    if _POLITE.match(message) and text != message:
        return False
    if not message.rstrip().endswith("?") or draws(text) or any(clause.operation for clause in clauses(text)):
        return False
    return text == without_openers(message) and not found(message[:40], words()["questions"]["suggestions"])


def asks_for_nothing(text: str) -> bool:
    """ "Draw a picture": of what?"""
    rest = text
    while length := opening(rest, words()["drawing"]["verbs"]):
        rest = rest[length:].lstrip()
    silent = {*words()["drawing"]["nouns"], *words()["drawing"]["indefinite"], "me", "us", "please", "nice", "new"}
    return (rest != text or len(text) < 3) and all(plain(word) in silent for word in rest.split())


def _without_picture(text: str) -> Intent:
    if _needs_picture(text):
        return Intent("unclear", text, "no_picture")
    if draws(text) or means_something(text):
        return Intent("draw", text)
    return Intent("unclear", text)


def _needs_picture(text: str) -> bool:
    """Whether it only makes sense beside a picture: "make it blue", "remove the boat"."""
    first = next(iter(clauses(text)), None)
    if first is None or first.operation in ("", "add", "write"):
        return False
    if first.operation == "change":
        rest = trimmed(text[opening(text, words()["drawing"]["verbs"]) :])
        return bool(_POINTS.match(rest) or re.match(r"the\b", rest, re.IGNORECASE)) and not draws(rest)
    return True


def _with_picture(text: str, picture: Card) -> Intent:
    scene = facts.scene_of(picture)
    if scene is not None and (in_orders(text, scene) != text or names_row(text, scene)):
        return Intent("edit", text)
    if is_instead(text) and scene is not None:
        return Intent("edit", text)
    if (told := goes_on(text, picture, scene)) is not None:
        return Intent("draw", told)
    if turns_into(text, scene):
        return Intent("turn", text)
    if _is_anew(text, scene):
        return Intent("draw", text)
    if means_something(text) or any(clause.operation for clause in clauses(text)) or grows(text) or is_wish(text):
        return Intent("edit", text)
    return Intent("unclear", text)


def draws(text: str) -> bool:
    """Whether it opens as a wish for a new picture."""
    return bool(opening(text, words()["drawing"]["verbs"])) or _begins_indefinite(text)


def means_something(text: str) -> bool:
    """Whether at least one word of it can be drawn, or is to be set as text."""
    tags = facts.tags_of(text)
    return any(each.kind == "quote" or any(s.category in _MEANING for s in each.senses) for each in tags)


def grows(text: str) -> bool:
    """Whether it speaks of a size or a side: "bigger", "more to the left"."""
    return found(text, [*grammar()["growth"], *grammar()["places"]]) is not None


def turns_into(text: str, scene: Scene | None) -> bool:
    """Whether the picture is to become another kind of picture: "make it a poster that says OPEN"."""
    if scene is None or not (_POINTS.search(text.split(" that ")[0]) or _AS_KIND.match(text)):
        return False
    kind = find_kind(facts.tags_of(without_verb(text)), Ledger()).name
    return kind not in _WEAK_KINDS and kind != scene.kind


def _is_anew(text: str, scene: Scene | None) -> bool:
    """Whether a new picture is wanted although there is one."""
    verb = opening(text, words()["drawing"]["verbs"])
    rest = trimmed(text[verb:]) if verb else text
    weak = verb > 0 and plain(text[:verb]) in words()["drawing"]["weak"]
    if verb and found(rest, words()["several"]["each"]):
        return True
    if scene is not None and re.match(r"(?:\w+ )?more\b", rest, re.IGNORECASE):
        return False
    if grows(rest) and not any(each.sense("noun") for each in facts.tags_of(rest)):
        return False
    if found(rest[:60], words()["drawing"]["nouns"]) and (verb or _begins_indefinite(rest)):
        if _DEFINITE.match(rest) or _VERSION.match(rest):
            return False
        return not _POINTS.search(rest) or bool(
            re.search(r"\b(new|another|different)\b", rest[:40], re.IGNORECASE)
        )
    if _refers(rest, scene):
        return False
    if not verb and tells_whole_graphic(rest):
        return True
    if not verb:
        first = next(iter(clauses(rest)), None)
        return (first is None or not first.operation) and (_begins_indefinite(rest) or _names_anew(rest, scene))
    return _begins_indefinite(rest) or not weak


def _refers(text: str, scene: Scene | None) -> bool:
    """Whether it speaks of the picture that is there: "it", or "the fox" where a fox is."""
    if _POINTS.search(text):
        return True
    if scene is None:
        return False
    items = facts.things(scene)
    return any(
        facts.named(match[1], items) for match in re.finditer(r"\bthe ([\w-]+(?: [\w-]+)?)", text, re.IGNORECASE)
    )


def _names_anew(text: str, scene: Scene | None) -> bool:
    """Whether it opens with a thing that the picture does not have: "mountains at sunset"."""
    if scene is None or len(text.split()) < 3:
        return False
    items = facts.things(scene)
    for each in facts.tags_of(text):
        if each.sense("noun") is not None:
            return not facts.named(each.word, items)
        if not any(each.sense(category) for category in ("colour", "size", "age", "count", "look", "material")):
            return False
    return False


def _begins_indefinite(text: str) -> bool:
    return bool(opening(text, words()["drawing"]["indefinite"])) or bool(re.match(r"\d+ [a-z]", text))
