"""Conversations with a director, without a server and without pixels: pictures are only planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from aquatint.director.contract import Card, Order, Paint, Rules, Said, Say, Show, Turn
from aquatint.director.rules import RulesDirector
from aquatint.engines.composer.edits.instruct import follow_all
from aquatint.engines.composer.planner.author import author
from aquatint.engines.composer.scene import Reading, Scene
from aquatint.sizes import Size

DIRECTOR = RulesDirector()
DIRECTOR.open()


@dataclass
class Pictures:
    """A gallery in a list."""

    all: list[Card] = field(default_factory=list)

    @property
    def latest(self) -> Sequence[Card]:
        return self.all[-24:]

    @property
    def count(self) -> int:
        return len(self.all)

    async def number(self, number: int) -> Card | None:
        return self.all[number - 1] if 0 < number <= len(self.all) else None

    async def by_id(self, picture: str) -> Card | None:
        return next((card for card in self.all if card.id == picture), None)

    def add(self, card: Card) -> Card:
        card = replace(card, id=f"p{self.count + 1}", number=self.count + 1)
        self.all.append(card)
        return card


@dataclass
class Talk:
    """One conversation. ``say`` gives what was done and what was said."""

    pictures: Pictures = field(default_factory=Pictures)
    history: list[Said] = field(default_factory=list)

    async def say(self, text: str, *given: Card, instructions: str = "", **rules: Any) -> tuple[list[str], str]:
        """What was done ("generate: a fox", "edit p1: ...", "show p1"), and the text of the answer."""
        cards = tuple(self.pictures.add(card) for card in given)
        said = [Said("user", text, cards)]
        turn = Turn(
            instructions=instructions,
            history=list(self.history),
            said=said,
            gallery=self.pictures,
            rules=Rules(**{"may_paint": True, **rules}),
        )
        done, answer = await self._play(turn)
        self.history += said
        shown = self.pictures.all[len(self.pictures.all) - len(done) :] if done else []
        self.history += [Said("assistant", pictures=(card,)) for card in shown]
        return done, answer

    async def _play(self, turn: Turn) -> tuple[list[str], str]:
        moves, made, done, answer = DIRECTOR.direct(turn), None, list[str](), ""
        while True:
            try:
                move = await moves.asend(made)
            except StopAsyncIteration:
                return done, answer
            made = None
            if isinstance(move, Say):
                answer += move.text
            elif isinstance(move, Show):
                card = await self.pictures.by_id(move.picture)
                assert card is not None
                made = (self.pictures.add(replace(card, copy_of=card.copy_of or card.id)),)
                done.append(f"show {move.picture}")
            elif isinstance(move, Paint):
                made = tuple([await self._paint(order) for order in move.orders])
                done += [_told(order) for order in move.orders]

    async def _paint(self, order: Order) -> Card:
        scene, reading = await self._planned(order)
        return self.pictures.add(
            Card(
                id="",
                origin=order.action,
                prompt=order.prompt,
                parent=order.sources[0] if order.sources else "",
                size=order.size or "1024x1024",
                output_format="png",
                quality="high",
                engine="composer/1",
                seed=1,
                undrawn=tuple(reading.undrawn),
                approximated=tuple(reading.approximated),
                plan=None if scene is None else scene.to_plan(),
            )
        )

    async def _planned(self, order: Order) -> tuple[Scene | None, Reading]:
        if order.action == "generate":
            authored = author(order.prompt, seed=1)
            return authored.scene, authored.reading
        source = await self.pictures.by_id(order.sources[0])
        if source is None or source.plan is None:
            return None, Reading()
        draft = follow_all(Scene.from_plan(source.plan), order.prompt, Size(1024, 1024))
        return draft.scene, draft.reading()


def _told(order: Order) -> str:
    where = f"edit {' '.join(order.sources)}" if order.action == "edit" else "generate"
    shape = f" [{order.size}]" if order.size else ""
    return f"{where}: {order.prompt}{shape}"


async def after(*texts: str) -> Talk:
    """A conversation in which these were said."""
    talk = Talk()
    for text in texts:
        await talk.say(text)
    return talk
