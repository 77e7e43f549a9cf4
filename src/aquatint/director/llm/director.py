"""The turn with a language model: ask, carry out its calls, tell it what came of them, until it has answered."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from aquatint.director.contract import Card, Director, Move, Moves, Order, Paint, Say, Show, Spent, Turn
from aquatint.director.llm.briefing import messages, result
from aquatint.director.llm.functions import Again, Nonsense, Wish, allowed, read_call
from aquatint.errors import LanguageModelFailed
from aquatint.language.contract import Call, Function, LanguageModel, Message, Tokens

_log = logging.getLogger(__name__)

ROUNDS = 5
"""How often the model is asked on one turn."""


@dataclass(slots=True)
class _Answer:
    """What one asking came to."""

    text: str = ""
    calls: list[Call] = field(default_factory=list)


class LlmDirector:
    """Follows `aquatint.director.contract.Director`."""

    def __init__(self, model: LanguageModel, fallback: Director | None = None) -> None:
        """``fallback`` takes turns over that the model fails before it has said or done anything."""
        self._model = model
        self._fallback = fallback

    def open(self) -> None:
        """Make the fallback ready; the model is elsewhere."""
        if self._fallback is not None:
            self._fallback.open()

    async def direct(self, turn: Turn) -> Moves:
        """The moves of one turn. Raises `LanguageModelFailed`."""
        attempt = _Attempt(self._model, turn)
        moves = attempt.moves()
        answer: Sequence[Card] | None = None
        try:
            while True:
                try:
                    move = await moves.asend(answer)
                except StopAsyncIteration:
                    return
                except LanguageModelFailed as failure:
                    if self._fallback is None or attempt.acted:
                        raise
                    _log.warning("%s The fallback takes the turn over.", failure.message)
                    break
                answer = yield move
        finally:
            await moves.aclose()
        async for step in _passed_on(self._fallback.direct(turn)):
            yield step


async def _passed_on(moves: Moves) -> AsyncGenerator[Move, Sequence[Card] | None]:
    answer: Sequence[Card] | None = None
    try:
        while True:
            try:
                move = await moves.asend(answer)
            except StopAsyncIteration:
                return
            answer = yield move
    finally:
        await moves.aclose()


class _Attempt:
    """One turn, as the model goes through it."""

    def __init__(self, model: LanguageModel, turn: Turn) -> None:
        self._model = model
        self._turn = turn
        self._spent: list[Tokens] = []
        self.acted = False
        """Whether anything of it has reached the caller."""

    async def moves(self) -> Moves:
        """The moves of the turn."""
        told, made = messages(self._turn), 0
        for _ in range(ROUNDS):
            functions, choice = allowed(self._turn.rules, self._turn.gallery)
            answer = _Answer()
            async for piece in self._model.answer(told, functions, "auto" if made and functions else choice):
                if isinstance(piece, str):
                    self.acted = True
                    answer.text += piece
                    yield Say(piece)
                elif isinstance(piece, Call):
                    answer.calls.append(piece)
                else:
                    self._spent.append(piece)
            if not answer.calls:
                break
            work = await _read(answer.calls, functions, self._turn)
            for move in work.moves():
                self.acted = True
                made += work.came_of(move, (yield move) or ())
            told += [Message(role="assistant", text=answer.text, calls=tuple(answer.calls)), *work.results()]
        if self._turn.rules.must_paint and not made:
            raise LanguageModelFailed("The language model made no picture, although the caller demanded one.")
        if self._spent:
            yield _sum(self._spent)


@dataclass(slots=True)
class _Work:
    """The calls of one answer, what they mean, and what came of each."""

    wishes: list[tuple[Call, Wish]]
    told: dict[str, str] = field(default_factory=dict)

    def moves(self) -> list[Paint | Show]:
        """All new pictures at once, then those that are shown again."""
        orders = tuple(wish for _, wish in self.wishes if isinstance(wish, Order))
        shown = [Show(wish.picture) for _, wish in self.wishes if isinstance(wish, Again)]
        return [*([Paint(orders)] if orders else []), *shown]

    def came_of(self, move: Paint | Show, cards: Sequence[Card]) -> int:
        """Take down what came of a move, and return how many pictures that is."""
        if isinstance(move, Show):
            calls = [call for call, wish in self.wishes if wish == Again(move.picture)]
            self.told |= {call.id: result(cards) for call in calls}
        else:
            calls = [call for call, wish in self.wishes if isinstance(wish, Order)]
            self.told |= {call.id: result([card]) for call, card in zip(calls, cards, strict=False)}
        return len(cards)

    def results(self) -> list[Message]:
        """The answers to the calls, in their order."""
        texts = {call.id: wish.reason for call, wish in self.wishes if isinstance(wish, Nonsense)} | self.told
        return [
            Message(role="tool", call_id=call.id, text=texts.get(call.id, "It was not made."))
            for call, _ in self.wishes
        ]


async def _read(calls: Sequence[Call], functions: Sequence[Function], turn: Turn) -> _Work:
    return _Work([(call, await read_call(call, functions, turn.gallery)) for call in calls])


def _sum(spent: Sequence[Tokens]) -> Spent:
    return Spent(
        input_tokens=sum(each.input for each in spent),
        output_tokens=sum(each.output for each in spent),
        cached_tokens=sum(each.cached for each in spent),
        reasoning_tokens=sum(each.reasoning for each in spent),
    )
