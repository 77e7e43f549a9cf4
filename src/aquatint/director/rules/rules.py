"""Draw, edit or answer: the rules in their order."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace

from aquatint.director.contract import Card, Move, Moves, Order, Paint, Said, Say, Show, Turn
from aquatint.director.rules import facts, remarks
from aquatint.director.rules.answers import answer
from aquatint.director.rules.intents import Intent, means_something, read_intent
from aquatint.director.rules.pronouns import with_names
from aquatint.director.rules.references import after, before, find_reference, line, resolve
from aquatint.director.rules.several import several
from aquatint.director.rules.shapes import shape_of
from aquatint.director.rules.story import description, quoted, story
from aquatint.director.rules.words import opening, plain, reply, trimmed, without_openers, without_talk, words
from aquatint.engines.composer.lexicon.vocabulary import vocabulary
from aquatint.errors import NoImageToEdit
from aquatint.types import PROMPT_LIMIT

_BARE_IT = re.compile(
    r"^(?:(?:let's |lets |i )?"
    r"(?:use|take|go with|go for|start with|start from|continue with|work on|choose|pick)\s+)?"
    r"it\s*(?:,|but\b|only\b|and\b|then\b)\s*(?:(?:but|only|just|and|then)\b\s*)*",
    re.IGNORECASE,
)
""" "The first one, but at night" is "at night" of the first one."""
_AGAIN = re.compile(r"^show (?:me )?the (?P<what>.+?) again$", re.IGNORECASE)
_KEEP = "keep everything as it is"
_BATCHES = 3
"""How many answers back pictures drawn together are still spoken of by their place among them."""
_LONG = 2_000
"""Characters that are read in a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One message as far as it has been read: its words, the picture it is about, and all pictures it names."""

    text: str
    about: Card | None
    sources: tuple[Card, ...]
    named: bool = False
    """Whether the words themselves said which picture: "the second one"."""
    apart: bool = False
    """Whether each of the pictures is meant by itself: "both"."""


class RulesDirector:
    """See the package's text."""

    def open(self) -> None:
        """Load the words."""
        vocabulary()
        words()

    async def direct(self, turn: Turn) -> Moves:
        """The moves of one turn."""
        text, given = latest_message(turn)
        wish = await _read(turn, text, given)
        if isinstance(wish, Say):
            yield wish
            return
        shown = 0
        async for move in _moves(turn, wish, given):
            made = yield move
            if isinstance(move, Paint):
                yield Say(remarks.on(made or (), wish.about if move.orders[0].action == "edit" else None))
            shown += isinstance(move, Show)
        if shown:
            yield Say("Here it is again." if shown == 1 else "Here they are again.")


def latest_message(turn: Turn) -> tuple[str, tuple[Card, ...]]:
    """What the user says now, and the pictures that came with it: all since the last answer."""
    now: list[Said] = []
    for said in reversed(turn.said):
        if said.role == "assistant":
            break
        if said.role == "user":
            now.insert(0, said)
    text = "\n".join(said.text for said in now if said.text).strip()
    return without_talk(text[:PROMPT_LIMIT]), tuple(card for said in now for card in said.pictures)


def latest_batch(turn: Turn) -> list[Card]:
    """The pictures that one of the last answers drew together, if one did; else those of the last answer."""
    batches: list[list[Card]] = [[]]
    for said in reversed([*turn.history, *turn.said]):
        if said.role == "user" and batches[-1]:
            batches.append([])
        elif said.role == "assistant":
            batches[-1] = [*said.pictures, *batches[-1]]
    return next((batch for batch in batches[:_BATCHES] if len(batch) > 1), batches[0])


async def _read(turn: Turn, text: str, given: tuple[Card, ...]) -> Wish | Say:
    gallery = turn.gallery
    latest = gallery.latest[-1] if gallery.latest else None
    if not text and not turn.rules.must_paint:
        return Say(reply("what_to_do" if given else "nothing"))
    about = given[0] if given else latest
    sources = given or ((latest,) if latest is not None else ())
    reference = find_reference(text) if gallery.count else None
    if reference is None or (reference.kind == "number" and gallery.count < 2 and not given):
        return Wish(text, about, sources)
    pictures = await resolve(reference, gallery, latest_batch(turn))
    if not pictures and turn.rules.must_paint:
        return Wish(text, about, sources)
    if not pictures:
        return Say(reply("no_such_picture"))
    told = f"{text[: reference.start]}it{text[reference.end :]}"
    return Wish(
        _BARE_IT.sub("", told),
        pictures[0],
        (*pictures, *(card for card in given if card not in pictures)),
        True,
        reference.kind == "both",
    )


async def _moves(turn: Turn, wish: Wish, given: tuple[Card, ...]) -> AsyncGenerator[Move, None]:
    """The moves, with the size that the words ask for where the caller leaves it open."""
    size, rest = shape_of(wish.text) if turn.rules.open_size else ("", wish.text)
    if size and not means_something(rest) and turn.rules.may_paint and wish.about is not None:
        yield Paint((await _reshaped(turn, wish.about, size),))
        return
    async for move in _unshaped(turn, replace(wish, text=rest), given):
        if size and isinstance(move, Paint):
            move = Paint(tuple(replace(order, size=size) for order in move.orders))
        yield move


async def _reshaped(turn: Turn, card: Card, size: str) -> Order:
    """The same picture in another shape."""
    if turn.rules.action == "generate":
        return Order(action="generate", prompt=await _again(turn, card), size=size)
    return Order(action="edit", prompt=_KEEP, sources=(card.id,), size=size)


async def _unshaped(turn: Turn, wish: Wish, given: tuple[Card, ...]) -> AsyncGenerator[Move, None]:
    rules = turn.rules
    if rules.must_paint:
        yield await _forced(turn, wish, given)
        return
    shown = wish.about if _shown(wish) else _seen_again(turn, wish)
    if shown is not None:
        wish = replace(wish, about=shown)
    if shown is not None:
        intent = Intent("show", wish.text)
    elif len(wish.text) > _LONG:
        intent = await asyncio.to_thread(read_intent, wish.text, wish.about)
    else:
        intent = read_intent(wish.text, wish.about)
    if intent.kind == "talk" and intent.topic in ("praise", "consent") and wish.named and rules.may_paint:
        intent = Intent("show", wish.text)
    if intent.kind == "ask":
        yield Say(_answered(turn, intent, wish))
    elif intent.kind in ("talk", "foreign", "unclear"):
        yield Say(_said(turn, intent))
    elif not rules.may_paint:
        yield Say(reply("no_tool"))
    elif rules.action == "edit" and wish.about is None:
        raise NoImageToEdit
    elif intent.kind == "show" and wish.apart and rules.action == "auto":
        for card in wish.sources:
            yield Show(card.id)
    else:
        yield await _painted(turn, intent, wish, given)


def _shown(wish: Wish) -> bool:
    """ "Show me the second one again": nothing is asked of it but to be seen."""
    if not wish.named:
        return False
    text = without_openers(wish.text)
    rest = trimmed(text[opening(text, words()["back"]["openers"]) :])
    closers = [*words()["back"]["closers"], "both", "them"]
    left = [word for word in plain(rest).split() if word not in closers and word != "it"]
    return not left and opening(text, words()["back"]["openers"]) > 0


def _seen_again(turn: Turn, wish: Wish) -> Card | None:
    """ "Show me the castle again": the latest picture that has one."""
    match = _AGAIN.match(without_openers(wish.text))
    if match is None:
        return None
    for card in reversed(turn.gallery.latest):
        scene = facts.scene_of(card)
        if scene is not None and facts.named(match["what"], facts.things(scene)):
            return card
    return None


async def _painted(turn: Turn, intent: Intent, wish: Wish, given: tuple[Card, ...]) -> Move:
    action = turn.rules.action
    if wish.about is not None and intent.kind in ("back", "show") and action == "auto":
        card = wish.about if intent.kind == "show" else await before(wish.about, turn.gallery)
        return Show(card.id) if card is not None else Say(reply("no_earlier"))
    if wish.about is not None and intent.kind == "forward" and action == "auto":
        later = await after(wish.about, turn.gallery)
        return Show(later.id) if later is not None else Say(reply("no_later"))
    if wish.about is None and intent.kind in ("back", "again", "show"):
        return Say(reply("no_picture"))
    if wish.about is None or (intent.kind == "draw" and not given and action != "edit") or action == "generate":
        return Paint(await _descriptions(turn, intent, wish))
    if intent.kind == "again" and action == "auto":
        order = Order(action="generate", prompt=await _again(turn, wish.about))
        return Paint((order,) * int(intent.topic or 1))
    if intent.kind == "turn" and action == "auto":
        return Paint((Order(action="generate", prompt=await _turned(turn, intent.text, wish.about)),))
    if wish.apart:
        apart = [replace(wish, about=card, sources=(card,)) for card in wish.sources]
        return Paint(tuple([await _edit(turn, intent.text, each) for each in apart]))
    return Paint((await _edit(turn, intent.text, wish),))


async def _forced(turn: Turn, wish: Wish, given: tuple[Card, ...]) -> Move:
    """A picture must come of it, whatever the words are."""
    intent = read_intent(wish.text, wish.about)
    if turn.rules.action == "edit" and wish.about is None:
        raise NoImageToEdit
    if intent.kind in ("talk", "ask", "foreign", "unclear"):
        intent = replace(intent, kind="edit" if wish.about is not None else "draw")
    move = await _painted(turn, intent, wish, given)
    if isinstance(move, Paint):
        return move
    if wish.about is not None:
        return Paint((await _edit(turn, wish.text, wish),))
    return Paint((Order(action="generate", prompt=wish.text),))


async def _descriptions(turn: Turn, intent: Intent, wish: Wish) -> tuple[Order, ...]:
    """New pictures from the words; where the words only change a picture, from its story and the words."""
    if wish.about is not None and intent.kind in ("edit", "turn", "again"):
        told = await _turned(turn, intent.text, wish.about)
        return (Order(action="generate", prompt=told),)
    return tuple(Order(action="generate", prompt=_with_style(turn, quoted(each))) for each in several(intent.text))


async def _edit(turn: Turn, text: str, wish: Wish) -> Order:
    assert wish.about is not None
    instruction = with_names(quoted(without_openers(text)), await line(wish.about, turn.gallery))
    return Order(action="edit", prompt=instruction, sources=tuple(card.id for card in wish.sources))


async def _again(turn: Turn, card: Card) -> str:
    told = story(await line(card, turn.gallery))
    return told or card.prompt or "a picture"


async def _turned(turn: Turn, text: str, card: Card) -> str:
    """ "make it a poster that says OPEN" of a harbour is ``a poster of a harbour that says "OPEN"``."""
    return remarks.joined(quoted(description(text)), story(await line(card, turn.gallery)))


def _with_style(turn: Turn, prompt: str) -> str:
    """The prompt with the style that the instructions ask for, unless it names one itself."""
    if not turn.instructions or any(each.sense("style") for each in facts.tags_of(prompt)):
        return prompt
    styles = [each.word for each in facts.tags_of(turn.instructions[:PROMPT_LIMIT]) if each.sense("style")]
    return f"{prompt}, in the style: {styles[0]}" if styles else prompt


def _answered(turn: Turn, intent: Intent, wish: Wish) -> str:
    if wish.about is None:
        return reply("no_picture")
    return answer(intent.text, wish.about, turn.gallery.count)


def _said(turn: Turn, intent: Intent) -> str:
    if intent.kind == "talk":
        return reply(intent.topic)
    if intent.kind == "foreign":
        return reply("foreign")
    return reply(intent.topic or "not_understood")
