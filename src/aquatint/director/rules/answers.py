"""Simple questions about a picture, answered from what is known of it. What is not known is not answered."""

from __future__ import annotations

import re
from collections.abc import Callable

from aquatint.director.contract import Card
from aquatint.director.rules import facts
from aquatint.director.rules.scene_answers import answer_from_scene
from aquatint.director.rules.words import reply


def answer(question: str, card: Card, count: int) -> str:
    """The answer to a question about a picture of a conversation of ``count`` pictures."""
    asked = question.casefold().replace("’", "'")
    for pattern, tell in _ABOUT_FILES:
        if pattern.search(asked):
            return tell(card, count)
    scene = facts.scene_of(card)
    if scene is None:
        return reply("foreign_picture") if card.origin == "given" else reply("unknown")
    return answer_from_scene(asked, scene, card) or reply("unknown")


def _seed(card: Card, _: int) -> str:
    return f"Its seed is {card.seed}." if card.seed is not None else "Its seed is not known."


def _size(card: Card, _: int) -> str:
    if not card.size:
        return "Its size is not known to me."
    width, height = card.size.split("x")
    return f"It is {width} pixels wide and {height} pixels high."


def _format(card: Card, _: int) -> str:
    kind = card.output_format.upper()
    return f"It is a {kind} file." if kind else "Its format is not known to me."


def _quality(card: Card, _: int) -> str:
    return f"Its quality is '{card.quality}'." if card.quality else "Its quality is not known to me."


def _background(card: Card, _: int) -> str:
    return f"Its background is {card.background}." if card.background else "I do not know that."


def _engine(card: Card, _: int) -> str:
    return f"It was drawn by {card.engine}." if card.engine else "I do not know what made it."


def _prompt(card: Card, _: int) -> str:
    return f'It was made from: "{card.prompt}"' if card.prompt else "I do not know what it was made from."


def _pictures(_: Card, count: int) -> str:
    return f"There {'is' if count == 1 else 'are'} {facts.number_word(count)} so far."


def _change(card: Card, _: int) -> str:
    if card.origin == "edit":
        return f'The last change that was asked for: "{card.prompt}"'
    return (
        "Nothing was changed in this picture; it was drawn new." if card.origin == "generate" else _prompt(card, _)
    )


def _undrawn(card: Card, _: int) -> str:
    lost = f"I could not draw: {', '.join(card.undrawn)}." if card.undrawn else "Nothing was left out."
    near = f" Drawn only roughly: {', '.join(card.approximated)}." if card.approximated else ""
    return lost + near


_SIZE = (
    r"\b(size|resolution|dimensions?|pixels?)\b|\bhow (big|large|wide|tall|high) is (it|the picture|the image)\b"
)
_LEFT_OUT = (
    r"\b(left out|leave out|missing|not draw|didn't you draw|couldn't you|could you not|undrawn|forg[eo]t)\b"
    r"|\bleave (anything|something) out\b|\bwhat did you leave\b"
)
_ENGINE = r"\b(engine|which model|what model|who (drew|made|painted) (it|this|that))\b"
_ABOUT_FILES: tuple[tuple[re.Pattern[str], Callable[[Card, int], str]], ...] = (
    (re.compile(r"\bhow many (pictures|images|drawings|versions)\b"), _pictures),
    (re.compile(r"\bwhat (did|have) (you|i|we) (change|changed|edit|edited|do|done)\b"), _change),
    (re.compile(r"\bseed\b"), _seed),
    (re.compile(_SIZE), _size),
    (re.compile(r"\b(format|file ?type|png|jpeg|webp)\b"), _format),
    (re.compile(r"\bquality\b"), _quality),
    (re.compile(r"\btransparent\b"), _background),
    (re.compile(_ENGINE), _engine),
    (re.compile(r"\b(prompt|description did you use)\b"), _prompt),
    (re.compile(_LEFT_OUT), _undrawn),
)
