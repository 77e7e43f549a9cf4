"""The director with a language model: what it is told, what its calls become, and when the rules take over."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from aquatint.director.contract import Card, Move, Moves, Order, Paint, Rules, Said, Say, Show, Spent, Turn
from aquatint.director.llm import LlmDirector
from aquatint.errors import LanguageModelFailed
from aquatint.language.contract import Call, Choice, Function, Message, Piece, Tokens

CARDS = (
    Card(
        id="ig_1", number=1, origin="generate", prompt="a fox", plan={"kind": "scene", "items": [{"word": "fox"}]}
    ),
    Card(id="ig_2", number=2, origin="edit", prompt="make it blue", parent="ig_1", undrawn=("glitter",)),
)


@dataclass
class Pictures:
    """A gallery of cards."""

    latest: Sequence[Card]

    @property
    def count(self) -> int:
        return len(self.latest)

    async def number(self, number: int) -> Card | None:
        return next((card for card in self.latest if card.number == number), None)

    async def by_id(self, picture: str) -> Card | None:
        return next((card for card in self.latest if card.id == picture), None)


Script = Sequence[Sequence[Piece] | Exception]


@dataclass
class Model:
    """Plays answers, and keeps what it was asked."""

    script: Script
    asked: list[tuple[list[Message], list[str], Choice]] = field(default_factory=list)

    async def answer(
        self, messages: Sequence[Message], functions: Sequence[Function] = (), choice: Choice = "auto"
    ) -> AsyncIterator[Piece]:
        self.asked.append((list(messages), [function.name for function in functions], choice))
        line = self.script[len(self.asked) - 1]
        if isinstance(line, Exception):
            raise line
        for piece in line:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def structured(self, messages: Sequence[Message], name: str, schema: dict[str, Any]) -> str:
        raise AssertionError("a director asks for no structure")

    async def close(self) -> None:
        raise AssertionError("a director does not close what it was given")


class Plain:
    """A director of one word."""

    async def direct(self, turn: Turn) -> Moves:
        yield Say("plain")


def turn(text: str, cards: Sequence[Card] = CARDS, **rules: Any) -> Turn:
    return Turn(
        instructions="Speak French.",
        history=(Said("user", "a fox please"), Said("assistant", "Here.", tuple(cards[:1]))),
        said=(Said("user", text),),
        gallery=Pictures(tuple(cards)),
        rules=Rules(**{"may_paint": True, **rules}),
    )


async def played(director: LlmDirector, of: Turn) -> list[Move]:
    """The moves, each `Paint` and `Show` answered with as many new cards as it wants."""
    moves, found, number = director.direct(of), list[Move](), of.gallery.count
    answer: Sequence[Card] | None = None
    while True:
        try:
            move = await moves.asend(answer)
        except StopAsyncIteration:
            return found
        found.append(move)
        wanted = len(move.orders) if isinstance(move, Paint) else 1 if isinstance(move, Show) else 0
        answer = [Card(id=f"ig_new{i}", number=number + 1 + i, prompt="new") for i in range(wanted)] or None
        number += wanted


def call(name: str, arguments: str, id: str = "c1") -> Call:
    return Call(id, name, arguments)


async def test_it_draws_and_then_tells() -> None:
    model = Model(
        [
            [call("draw_picture", '{"prompt": "an owl"}'), Tokens(input=5, output=2)],
            ["An ", "owl.", Tokens(input=9, output=3)],
        ]
    )
    moves = await played(LlmDirector(model), turn("draw an owl"))
    assert moves == [
        Paint((Order(action="generate", prompt="an owl"),)),
        Say("An "),
        Say("owl."),
        Spent(input_tokens=14, output_tokens=5),
    ]
    told = model.asked[1][0]
    assert [message.role for message in told[-2:]] == ["assistant", "tool"]
    assert '"picture": 3' in told[-1].text


async def test_it_edits_by_number() -> None:
    model = Model([[call("edit_picture", '{"picture": 1, "instruction": "add a moon"}')], ["Done."]])
    moves = await played(LlmDirector(model), turn("add a moon to the first"))
    assert moves[0] == Paint((Order(action="edit", prompt="add a moon", sources=("ig_1",)),))


async def test_references_become_sources() -> None:
    model = Model([[call("draw_picture", '{"prompt": "both together", "references": [1, "2"]}')], ["Done."]])
    moves = await played(LlmDirector(model), turn("both"))
    assert moves[0] == Paint((Order(action="edit", prompt="both together", sources=("ig_1", "ig_2")),))


async def test_several_pictures_are_one_move_and_one_is_shown_again() -> None:
    wanted = [
        call("draw_picture", '{"prompt": "a"}', "c1"),
        call("show_picture", '{"picture": 2}', "c2"),
        call("draw_picture", '{"prompt": "b"}', "c3"),
    ]
    model = Model([wanted, ["There."]])
    moves = await played(LlmDirector(model), turn("go"))
    assert moves[:2] == [
        Paint((Order(action="generate", prompt="a"), Order(action="generate", prompt="b"))),
        Show("ig_2"),
    ]
    assert [message.call_id for message in model.asked[1][0][-3:]] == ["c1", "c2", "c3"]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (call("edit_picture", '{"picture": 9, "instruction": "x"}'), "There is no picture 9"),
        (call("edit_picture", '{"picture": true, "instruction": "x"}'), "There is no picture True"),
        (call("draw_picture", "{"), "not JSON"),
        (call("draw_picture", "[]"), "not an object"),
        (call("draw_picture", '{"prompt": " "}'), "prompt is missing"),
        (call("draw_picture", '{"prompt": "a", "references": 3}'), "not a list"),
        (call("launch", "{}"), "no function 'launch'"),
    ],
)
async def test_nonsense_is_told_and_not_done(wish: Call, told: str) -> None:
    model = Model([[wish], ["Sorry."]])
    assert await played(LlmDirector(model), turn("x")) == [Say("Sorry.")]
    assert told in model.asked[1][0][-1].text


async def test_the_model_knows_the_pictures_and_what_was_said() -> None:
    model = Model([["Hello."]])
    await played(LlmDirector(model), turn("what is in it?"))
    (system, *rest), _, _ = model.asked[0]
    assert "Speak French." in system.text
    assert '"picture": 2' in system.text
    assert '"undrawn": ["glitter"]' in system.text
    assert '"word": "fox"' in system.text
    assert [message.text for message in rest] == ["a fox please", "Here.\n[picture 1]", "what is in it?"]


@pytest.mark.parametrize(
    ("rules", "cards", "functions", "choice"),
    [
        ({}, CARDS, ["draw_picture", "edit_picture", "show_picture"], "auto"),
        ({}, (), ["draw_picture"], "auto"),
        ({"must_paint": True}, CARDS, ["draw_picture", "edit_picture", "show_picture"], "required"),
        ({"action": "edit"}, CARDS, ["edit_picture"], "auto"),
        ({"action": "generate", "must_paint": True}, CARDS, ["draw_picture"], "required"),
        ({"may_paint": False}, CARDS, [], "none"),
    ],
)
async def test_the_callers_wishes_decide_what_may_be_called(
    rules: dict[str, Any], cards: Sequence[Card], functions: list[str], choice: str
) -> None:
    script: Script = [
        [
            call("draw_picture", '{"prompt": "a"}'),
            call("edit_picture", '{"picture": 1, "instruction": "b"}', "c2"),
        ],
        ["x"],
    ]
    model = Model(script)
    await played(LlmDirector(model), turn("x", cards, **rules))
    assert (model.asked[0][1], model.asked[0][2]) == (functions, choice)


async def test_a_demanded_picture_that_does_not_come_is_a_failure() -> None:
    model = Model([["I would rather not."]])
    with pytest.raises(LanguageModelFailed, match="no picture"):
        await played(LlmDirector(model), turn("draw", must_paint=True))


async def test_it_ends_although_the_model_never_does() -> None:
    model = Model([[call("draw_picture", '{"prompt": "again"}')]] * 20)
    moves = await played(LlmDirector(model), turn("loop"))
    assert len(moves) == 5


async def test_the_fallback_takes_over_only_at_the_beginning_and_only_if_there_is_one() -> None:
    down = LanguageModelFailed("The language model 'small' cannot be reached.")
    assert await played(LlmDirector(Model([down]), Plain()), turn("x")) == [Say("plain")]
    with pytest.raises(LanguageModelFailed):
        await played(LlmDirector(Model([down])), turn("x"))
    begun = Model([[call("draw_picture", '{"prompt": "a"}')], down])
    with pytest.raises(LanguageModelFailed):
        await played(LlmDirector(begun, Plain()), turn("x"))


async def test_plans_of_old_pictures_and_endless_plans_are_left_out() -> None:
    many = [replace(CARDS[0], id=f"ig_{i}", number=i, plan={"texts": ["y" * 9_000]}) for i in range(1, 10)]
    model = Model([["x"]])
    await played(LlmDirector(model), turn("x", many))
    system = model.asked[0][0][0].text
    assert system.count('"plan"') == 4
    assert len(system) < 20_000
