"""Fitting: never over the edge, never a word lost, lines of even length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aquatint.engines.composer.type import (
    face,
    fit_block,
    fit_line,
    line_width,
    load_face,
    measure_block,
    shape,
    wrap,
)

WORDS = st.lists(
    st.text(alphabet="abcdefghijklmnoprstuvwxyzABCDELMVWÉÑłß0123456789.,'-", min_size=1, max_size=12),
    min_size=1,
    max_size=30,
).map(" ".join)
FACES = st.sampled_from(
    ["inter-400", "playfair-display-700", "pacifico-400", "bebas-neue-400", "press-start-2p-400"]
)


def test_line_gets_as_large_as_its_room() -> None:
    font = face("display", "poster")
    size = fit_line("CONCERT", font, 500, 1000)
    assert line_width("CONCERT", font, size) == pytest.approx(500)
    assert fit_line("CONCERT", font, 500, 20) == 20
    assert fit_line("", font, 500, 20) == 20


def test_tracking_counts() -> None:
    font = face("display", "poster")
    assert fit_line("CONCERT", font, 500, 1000, 0.3) < fit_line("CONCERT", font, 500, 1000)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    text=WORDS,
    name=FACES,
    width=st.floats(40, 1500),
    height=st.floats(20, 1500),
    tracking=st.sampled_from([0, 0.08]),
)
def test_block_never_exceeds_its_room(text: str, name: str, width: float, height: float, tracking: float) -> None:
    font = load_face(name)
    block = fit_block(text, font, (width, height), 200, tracking=tracking)
    assert 0 < block.size <= 200
    assert block.width <= width * 1.0001
    assert block.height <= height * 1.0001
    for line in block.lines:
        assert shape(line, font, tracking).width * block.size <= width * 1.0001


@settings(max_examples=60, deadline=None, derandomize=True)
@given(text=WORDS, name=FACES, width=st.floats(60, 800))
def test_no_character_is_lost_or_added(text: str, name: str, width: float) -> None:
    lines = wrap(text, load_face(name), 30, width)
    assert "".join("".join(lines).split()) == "".join(text.split())


@settings(max_examples=40, deadline=None, derandomize=True)
@given(text=WORDS, name=FACES, width=st.floats(60, 800))
def test_wrapped_lines_fit(text: str, name: str, width: float) -> None:
    font = load_face(name)
    for line in wrap(text, font, 30, width):
        assert line_width(line, font, 30) <= width * 1.005 or len(line) == 1


def test_words_stay_whole_in_a_fitted_block() -> None:
    text = "An extraordinarily uncharacteristic announcement"
    block = fit_block(text, load_face("alfa-slab-one-400"), (120, 400), 90)
    assert " ".join(block.lines) == text


def test_lines_are_even() -> None:
    font = load_face("inter-400")
    text = "The quick brown fox jumps over the lazy dog again"
    lines = wrap(text, font, 20, line_width(text, font, 20) * 0.66)
    assert len(lines) == 2
    short, long = sorted(line_width(line, font, 20) for line in lines)
    assert short / long > 0.8


def test_fewest_lines_come_first() -> None:
    font = load_face("inter-400")
    assert wrap("one two three", font, 20, 1000) == ["one two three"]


def test_line_breaks_of_the_text_stay() -> None:
    font = load_face("inter-400")
    assert wrap("one two\n\nthree", font, 20, 1000) == ["one two", "", "three"]
    assert fit_block("one\ntwo", font, (1000, 1000), 20).lines == ("one", "two")


def test_lines_break_after_hyphens() -> None:
    font = load_face("inter-400")
    assert wrap("state-of-the-art", font, 20, line_width("state-of-", font, 20) * 1.05) == ["state-of-", "the-art"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    font = load_face("inter-400")
    lines = wrap("Donaudampfschifffahrt", font, 20, 80)
    assert len(lines) > 1
    assert "".join(lines) == "Donaudampfschifffahrt"
    assert all(line_width(line, font, 20) <= 80 for line in lines)


def test_max_lines_is_kept() -> None:
    text = "A night of jazz and stars beneath the old harbour bridge"
    block = fit_block(text, face("display", "deco"), (600, 600), 200, max_lines=2)
    assert len(block.lines) <= 2
    assert block.size < fit_block(text, face("display", "deco"), (600, 600), 200).size


def test_few_words_use_the_room() -> None:
    block = fit_block("JAZZ", face("display", "deco"), (600, 300), 1000)
    assert block.width > 590 or block.height > 295


def test_measured_block_keeps_the_size() -> None:
    block = measure_block("one two three four five six", load_face("inter-400"), 24, 100, leading=1.5)
    assert block.size == 24
    assert block.leading == 36
    assert block.height == pytest.approx(36 * (len(block.lines) - 1), abs=30)


def test_empty_text_is_one_empty_line() -> None:
    block = fit_block("", load_face("inter-400"), (100, 100), 40)
    assert block.lines == ("",)
    assert block.height == 0
