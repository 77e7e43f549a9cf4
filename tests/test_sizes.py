"""Size rules: the exact texts, the exact count, and the size nearest to a wish."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aquatint.sizes import IllegalSize, Size, SizeRule, UnlistedSize, parse_size

FLEXIBLE = SizeRule()
FIXED = SizeRule(fixed=(Size(1024, 1024), Size(1024, 1536), Size(1536, 1024)))
EVERY = tuple(FLEXIBLE.every())


def problem_of(rule: SizeRule, text: str) -> str:
    with pytest.raises(IllegalSize) as caught:
        rule.parse(text)
    return caught.value.text


def test_there_are_29146_legal_sizes() -> None:
    assert len(EVERY) == len(set(EVERY)) == 29_146
    assert all(FLEXIBLE.allows(size) for size in EVERY)


def test_the_shortest_legal_edge_is_480_and_the_largest_square_2880() -> None:
    assert min(min(size.width, size.height) for size in EVERY) == 480
    assert max(size.width for size in EVERY if size.width == size.height) == 2880


@pytest.mark.parametrize(
    "text",
    [
        *("1024x1024", "1536x1024", "1024x1536", "2048x2048", "2048x1152", "3840x2160", "2160x3840"),
        *("816x816", "1920x1088", "480x1376", "480x1440", "3840x1280", "1824x1024"),
    ],
)
def test_legal_sizes_of_the_documents_pass(text: str) -> None:
    assert str(FLEXIBLE.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("banana", "Invalid size 'banana'. Expected WIDTHxHEIGHT, for example '1824x1024'."),
        ("872x2048", "Invalid size '872x2048'. Width and height must both be divisible by 16."),
        ("1920x1080", "Invalid size '1920x1080'. Width and height must both be divisible by 16."),
        ("1792x936", "Invalid size '1792x936'. Width and height must both be divisible by 16."),
        ("4096x4096", "Invalid size '4096x4096'. The longest edge must be less than or equal to 3840."),
        ("576x1024", "Invalid size '576x1024'. Requested resolution is below the current minimum pixel budget."),
        ("800x800", "Invalid size '800x800'. Requested resolution is below the current minimum pixel budget."),
        ("3840x1264", "Invalid size '3840x1264'. The aspect ratio must be between 1:3 and 3:1."),
        ("2896x2896", "Invalid size '2896x2896'. Requested resolution is above the current maximum pixel budget."),
    ],
)
def test_illegal_sizes_are_refused_with_the_known_texts(text: str, message: str) -> None:
    assert problem_of(FLEXIBLE, text) == message


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "1024", "1024x", "x1024", "1024X1024", "1024×1024", " 1024x1024", "1024x1024 ", "1024x1024\n"),
        *("+1024x1024", "1024x-1024", "1024.0x1024", "1_024x1024", "01024x1024", "0x0", "1024x1024x3", "auto"),
        *("１０２４x1024", "1e3x1e3", "9999999999x1024"),
    ],
)
def test_only_plain_ascii_digits_make_a_size(text: str) -> None:
    with pytest.raises(IllegalSize, match="Expected WIDTHxHEIGHT"):
        parse_size(text)


def test_long_texts_are_not_repeated_in_full() -> None:
    assert len(problem_of(FLEXIBLE, "9" * 33_000)) < 200
    assert len(problem_of(FIXED, "9" * 33_000)) < 250


@pytest.mark.parametrize("text", ["512x512", "1024x1040", "banana"])
def test_a_fixed_list_refuses_like_an_enum(text: str) -> None:
    with pytest.raises(UnlistedSize) as caught:
        FIXED.parse(text)
    expected = f"Invalid value: '{text}'. Supported values are: '1024x1024', '1024x1536', '1536x1024', and 'auto'."
    assert caught.value.text == expected


def test_a_fixed_list_allows_its_members_only() -> None:
    assert [FIXED.parse(str(size)) for size in FIXED.every()] == list(FIXED.fixed)
    assert not FIXED.allows(Size(2048, 2048))
    with pytest.raises(UnlistedSize, match="'2048x2048'"):
        FIXED.check(Size(2048, 2048))


@pytest.mark.parametrize(
    ("wish", "nearest"),
    [
        ((1920, 1080), "1920x1088"),
        ((800, 800), "816x816"),
        ((7680, 4320), "3840x2160"),
        ((10_000, 10_000), "2880x2880"),
        ((1, 1), "816x816"),
        ((5000, 1), "1408x480"),
        ((1000, 10_000_000), "1280x3840"),
    ],
)
def test_nearest_examples(wish: tuple[int, int], nearest: str) -> None:
    assert str(FLEXIBLE.nearest(*wish)) == nearest


@pytest.mark.parametrize(
    ("wish", "nearest"),
    [
        ((500, 500), "1024x1024"),
        ((1080, 1920), "1024x1536"),
        ((4000, 3000), "1536x1024"),
        ((1100, 1000), "1024x1024"),
    ],
)
def test_nearest_of_a_fixed_list_goes_by_aspect(wish: tuple[int, int], nearest: str) -> None:
    assert str(FIXED.nearest(*wish)) == nearest


def test_nearest_of_equal_aspect_goes_by_area() -> None:
    rule = SizeRule(fixed=(Size(256, 256), Size(1024, 1024)))
    assert rule.nearest(900, 900) == Size(1024, 1024)


@pytest.mark.parametrize("wish", [(0, 10), (10, -1)])
def test_nearest_wants_real_sizes(wish: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="at least 1x1"):
        FLEXIBLE.nearest(*wish)


@given(st.sampled_from(EVERY))
def test_a_legal_size_is_its_own_nearest(size: Size) -> None:
    assert FLEXIBLE.nearest(size.width, size.height) == size


@given(st.integers(1, 50_000), st.integers(1, 50_000))
@settings(max_examples=300)
def test_nearest_is_legal_and_mirrors(width: int, height: int) -> None:
    size = FLEXIBLE.nearest(width, height)
    assert FLEXIBLE.allows(size)
    assert FLEXIBLE.nearest(height, width) == Size(size.height, size.width)


@given(st.integers(1, 50_000), st.integers(1, 50_000))
@settings(max_examples=300)
def test_nearest_keeps_the_aspect_within_rounding(width: int, height: int) -> None:
    size = FLEXIBLE.nearest(width, height)
    aspect = min(max(width / height, 1 / 3), 3.0)
    # Half a multiple on the shortest legal edge (480) is 1.7 %; near the corners of the bounds one more step.
    assert abs(math.log(size.width / size.height / aspect)) < math.log(1 + 32 / 480)


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{1,5}x[0-9]{1,5}", fullmatch=True))
def test_every_text_is_a_legal_size_or_refused(text: str) -> None:
    try:
        size = FLEXIBLE.parse(text)
    except IllegalSize:
        return
    assert size in set(EVERY)
    assert str(size) == text
