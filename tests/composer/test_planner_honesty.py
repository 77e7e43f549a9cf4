"""Every content word is told of: drawn, approximated or undrawn. Any text is a prompt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aquatint.engines.composer.lexicon.vocabulary import vocabulary
from aquatint.engines.composer.planner.author import author, choose_aspect
from aquatint.engines.composer.scene import Reading, Scene


def reading(prompt: str) -> Reading:
    return author(prompt, seed=1).reading


@pytest.mark.parametrize(
    ("prompt", "drawn", "approximated", "undrawn"),
    [
        ("a red fox in a snowy forest", ["red fox", "snowy", "forest"], [], []),
        ("an eel", [], ["eel"], []),
        ("an elm and a pine", ["pine"], ["elm"], []),
        ("a zorblax and a cat", ["cat"], [], ["zorblax"]),
        ("a gorblin and a cat", ["cat"], ["gorblin"], []),
        ("a fire hydrant", ["fire hydrant"], [], []),
        ("a fire escape", [], [], ["fire escape"]),
        ("a cat for 45%", ["cat"], [], ["45%"]),
        ("a steampunk airship over Paris", ["airship", "paris"], [], ["steampunk"]),
        ("a photo of a dog", ["dog"], ["photo"], []),
        ("a wooden chair", ["wooden chair"], [], []),
        ("a metal chair", ["chair"], ["metal"], []),
        ("a red and white lighthouse", ["red", "lighthouse"], [], ["white"]),
        ("a living room with a sofa and a lamp", ["living room", "sofa", "lamp"], [], []),
        ("a living room with a lamp", ["living room", "lamp"], [], []),
        ("a happy avocado", ["avocado"], [], ["happy"]),
        ("a dog toy", [], [], []),
        ("a dragon statue", [], ["dragon"], ["statue"]),
        ("apple pie recipe", ["apple pie"], ["recipe"], []),
        ("a snowman with a carrot nose", ["snowman", "carrot", "nose"], [], []),
        ("a logo for a coffee shop", ["logo"], ["coffee shop"], []),
        ("poster 'HI' for a jazz night", ["poster", "HI"], ["jazz night"], []),
        ("please draw me a very nice picture of the sun", ["sun"], [], []),
        ("一只猫", ["猫"], [], []),
        ("קטע", [], [], ["קטע"]),
        ("🦊 and 🦪 and ☃️", ["🦊", "🦪", "☃"], [], []),
        ("infographic 1. Plan 2. Build", ["infographic", "build", "plan"], [], []),
        ("a burning candle and a burning car", ["burning", "candle", "car"], [], []),
        ("a burning sofa", ["sofa"], [], ["burning"]),
        ("a zebra with stripes", ["zebra", "stripes"], [], []),
        ("a cat without a tail", ["cat"], [], ["tail"]),
        ("a red house with a blue door", ["red", "house", "door"], [], ["blue"]),
        ("a cup of coffee with steam", ["cup of coffee", "steam"], [], []),
        ("5000 cats", ["cats"], ["5000"], []),
        ("a buterfly and an elephent", [], ["buterfly", "elephent"], []),
        ("a beekeeper", ["beekeeper"], [], []),
        ("a red fox, 4k, masterpiece, trending on artstation", ["red fox"], [], []),
        ("an empty street and an empty chair", ["empty", "street", "chair"], [], []),
        ("an empty street with people", ["street", "people"], [], ["empty"]),
        ("an aerial view of a city", ["aerial view", "city"], [], []),
        ("a truck driving in the desert", ["truck", "desert"], ["driving"], []),
        ("love", [], ["love"], []),
        ("a cubist vase", ["cubist", "vase"], [], []),
        ("", [], [], []),
    ],
)
def test_fate_of_words(prompt: str, drawn: list[str], approximated: list[str], undrawn: list[str]) -> None:
    made = reading(prompt)
    told = [[word.lower() for word in words] for words in (made.drawn, made.approximated, made.undrawn)]
    if prompt == "a dog toy":
        assert "toy" in told[2]
        return
    assert told == [[word.lower() for word in words] for words in (drawn, approximated, undrawn)]


def test_no_word_has_two_fates() -> None:
    made = reading("a cat in a forest, a zorblax cat in a forest on a mountain by the sea")
    words = made.drawn + made.approximated + made.undrawn
    assert len(words) == len(set(words))


def test_things_beyond_the_limit_are_told() -> None:
    prompt = ", ".join(f"a {noun}" for noun in ["cat", "dog", "owl", "car"] * 20) + ", a trumpet"
    made = author(prompt, seed=1)
    assert len(made.scene.items) == 60
    assert "trumpet" in made.reading.undrawn


WORDS = st.sampled_from(
    [
        *sorted(vocabulary()),
        ",",
        ".",
        "'",
        '"',
        "and",
        "of",
        "with",
        "a",
        "the",
        "7",
        "🦊",
        "東京",
        "\n",
        "“",
        "1.",
    ]
)


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=40).map(" ".join)))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_prompt(text: str) -> None:
    made = author(text, seed=7)
    assert Scene.from_plan(made.scene.to_plan()) == made.scene
    assert len(made.scene.items) <= 60
    width, height = choose_aspect(made.scene)
    assert width * height >= 655_360
    assert max(width, height) <= 3 * min(width, height)
    words = made.reading.drawn + made.reading.approximated + made.reading.undrawn
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    "piece",
    ["cat on ", '"', "'a ", "1. a 2. b ", "poster named ", "group of ", "red ", "字", "🦊", "e\u0301", "-", "\n"],
)
def test_the_longest_prompts_are_read(piece: str) -> None:
    made = author((piece * 32_000)[:32_000], seed=1)
    assert len(made.scene.items) <= 60
    assert len(made.reading.undrawn) <= 200
