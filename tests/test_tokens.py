"""Token counts against every figure that is published or was measured."""

from __future__ import annotations

import base64
import math

import pytest
import tiktoken_ext.openai_public
from hypothesis import given
from hypothesis import strategies as st
from openai.types.image_gen_completed_event import Usage as EventUsage
from openai.types.images_response import Usage as ReplyUsage

from aquatint import tokens
from aquatint.sizes import Size, parse_size
from aquatint.tokens import AreaGrid, RanksInvalid, RowGrid, TextCounter, Usage, input_image_tokens, output_tokens

AREA = AreaGrid({"low": 16, "medium": 24, "high": 48, "xhigh": 64, "max": 96})
ROWS = RowGrid({"low": 64, "medium": 32, "high": 16})

BYTE_RANKS = {bytes([value]): value for value in range(256)}


def as_file(ranks: dict[bytes, int]) -> bytes:
    return b"".join(base64.b64encode(token) + b" %d\n" % rank for token, rank in ranks.items())


@pytest.mark.parametrize(
    ("size", "counts"),
    [
        ("1024x1024", (196, 439, 1756, 3122, 7024)),
        ("1536x1024", (158, 343, 1372, 2459, 5488)),
        ("1024x640", (107, 239, 956, 1700, 3824)),
        ("1536x864", (120, 280, 1078, 1917, 4312)),
        ("2048x1152", (157, 367, 1413, 2511, 5650)),
        ("2048x2048", (397, 892, 3568, 6343, 14272)),
        ("2560x1440", (205, 478, 1843, 3276, 7370)),
        ("2880x2880", (659, 1483, 5930, 10542, 23719)),
        ("3072x1024", (103, 247, 988, 1729, 3952)),
        ("3840x1280", (139, 332, 1328, 2324, 5311)),
        ("3840x2160", (371, 865, 3336, 5930, 13342)),
    ],
)
def test_output_tokens_of_gpt_image_2_and_later(size: str, counts: tuple[int, ...]) -> None:
    landscape = parse_size(size)
    portrait = Size(landscape.height, landscape.width)
    for shape in (landscape, portrait):
        assert tuple(output_tokens(AREA, quality, shape) for quality in AREA.long_side) == counts


@pytest.mark.parametrize(("size", "quality", "rows"), [("784x2048", "xhigh", 25), ("944x1536", "high", 29)])
def test_near_halves_round_as_the_published_calculator_does(size: str, quality: str, rows: int) -> None:
    picture = parse_size(size)
    area = 2_000_000 + picture.pixels
    assert output_tokens(AREA, quality, picture) == math.ceil(AREA.long_side[quality] * rows * area / 4_000_000)


@pytest.mark.parametrize(
    ("quality", "counts"),
    [("low", (272, 408, 400)), ("medium", (1056, 1584, 1568)), ("high", (4160, 6240, 6208))],
)
def test_output_tokens_of_the_gpt_image_1_family(quality: str, counts: tuple[int, ...]) -> None:
    sizes = (Size(1024, 1024), Size(1024, 1536), Size(1536, 1024))
    assert tuple(output_tokens(ROWS, quality, size) for size in sizes) == counts


@pytest.mark.parametrize("grid", [AREA, ROWS])
def test_each_partial_image_costs_a_hundred(grid: tokens.TokenGrid) -> None:
    size = Size(1024, 1024)
    assert output_tokens(grid, "low", size, 3) == output_tokens(grid, "low", size) + 300


@pytest.mark.parametrize("grid", [AREA, ROWS])
def test_a_very_slim_picture_is_not_free(grid: tokens.TokenGrid) -> None:
    assert output_tokens(grid, "low", Size(8000, 10)) > 0


@pytest.mark.parametrize(
    ("size", "count"),
    [
        ("1024x1024", 1024),
        ("1536x1024", 1536),
        ("341x512", 704),
        ("1179x2556", 1482),
        ("512x512", 1024),
        ("2048x2048", 1521),
        ("2560x1440", 1508),
        ("3840x2160", 1508),
    ],
)
def test_source_tokens_of_gpt_image_2_and_later(size: str, count: int) -> None:
    assert input_image_tokens(AREA, parse_size(size)) == count
    assert input_image_tokens(AREA, parse_size(size), "high") == count


def patches_in_floats(width: float, height: float) -> int:
    """The same rule as it is usually written, with roots and rounded quotients."""
    if max(width, height) < 1024:
        scale = 1024 / max(width, height)
        return math.ceil(round(width * scale / 32, 6)) * math.ceil(round(height * scale / 32, 6))
    patches = math.ceil(width / 32) * math.ceil(height / 32)
    if patches <= 1536:
        return patches
    scale = math.sqrt(32 * 32 * 1536 / (width * height))
    columns, rows = round(width * scale / 32, 6), round(height * scale / 32, 6)
    scale *= min(math.floor(columns) / columns, math.floor(rows) / rows)
    return math.ceil(round(width * scale / 32, 6)) * math.ceil(round(height * scale / 32, 6))


@given(st.integers(16, 8000), st.integers(16, 8000))
def test_source_patches_equal_the_usual_form_and_keep_the_cap(width: int, height: int) -> None:
    count = input_image_tokens(AREA, Size(width, height))
    assert count == patches_in_floats(width, height)
    assert 0 < count <= 1536


@pytest.mark.parametrize("size", [Size(1, 1), Size(1, 100_000), Size(100_000, 1), Size(3, 40_000)])
@pytest.mark.parametrize("grid", [AREA, ROWS])
def test_extreme_sources_still_count(grid: tokens.TokenGrid, size: Size) -> None:
    assert input_image_tokens(grid, size) > 0


@pytest.mark.parametrize(
    ("size", "tiles"),
    [
        ("1024x1024", 1),
        ("2048x2048", 1),
        ("300x200", 1),
        ("1024x1025", 1),
        ("512x513", 2),
        ("1536x1024", 2),
        ("1920x1080", 2),
        ("3840x2160", 2),
        ("1024x2048", 2),
        ("4096x512", 4),
        ("8000x100", 4),
    ],
)
def test_source_tokens_of_the_gpt_image_1_family(size: str, tiles: int) -> None:
    assert input_image_tokens(ROWS, parse_size(size)) == 65 + 129 * tiles
    assert input_image_tokens(ROWS, parse_size(size), "low") == 65 + 129 * tiles


@pytest.mark.parametrize(
    ("size", "extra"),
    [("1024x1024", 4160), ("1024x1025", 4160), ("1200x1000", 4160), ("1230x1000", 6240), ("1024x1536", 6240)],
)
def test_high_fidelity_costs_more(size: str, extra: int) -> None:
    source = parse_size(size)
    assert input_image_tokens(ROWS, source, "high") == input_image_tokens(ROWS, source, "low") + extra


def test_usage_adds_up_and_fits_the_clients_types() -> None:
    usage = Usage(input_text=10, input_image=1024, output_image=196) + Usage(input_text=5, output_image=4)
    assert usage.total == 10 + 5 + 1024 + 196 + 4
    reply, event = usage.as_reply(), usage.as_event()
    assert ReplyUsage.model_validate(reply, strict=True).model_dump() == reply
    assert EventUsage.model_validate(event, strict=True).model_dump() == event
    assert reply["output_tokens_details"] == {"image_tokens": 200, "text_tokens": 0}
    assert reply["input_tokens_details"] == {"image_tokens": 1024, "text_tokens": 15}
    assert event["input_tokens"] == 1039


def test_the_pattern_is_that_of_o200k_base(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiktoken_ext.openai_public, "load_tiktoken_bpe", lambda *_, **__: {})
    assert tokens._o200k_pattern() == tiktoken_ext.openai_public.o200k_base()["pat_str"]


def test_text_is_merged_by_rank() -> None:
    merges = {b"re": 256, b"red": 257, b" f": 258, b"ox": 259, b" fox": 260}
    counter = TextCounter.from_bytes(as_file(BYTE_RANKS | merges))
    assert counter.count("") == 0
    assert counter.count("red") == 1
    assert counter.count("red fox") == 2
    assert counter.count("red foxes") == 4


@pytest.mark.parametrize(("text", "count"), [("<|endoftext|>", 13), ("a\x00b", 3), ("🦊", 4), ("\ud800", 3)])
def test_odd_text_is_plain_text(text: str, count: int) -> None:
    assert TextCounter(BYTE_RANKS).count(text) == count


@pytest.mark.parametrize("text", ["a" * 32_000, " " * 32_000, "^" * 32_000, "\n" * 32_000, "'s" * 16_000])
def test_the_longest_prompts_can_be_counted(text: str) -> None:
    assert TextCounter(BYTE_RANKS).count(text) == 32_000


@pytest.mark.parametrize("line", [b"no-rank", b"!!!! 5", b"YQ== five", b""])
def test_broken_ranks_are_refused_by_line(line: bytes) -> None:
    with pytest.raises(RanksInvalid, match="line 257"):
        TextCounter.from_bytes(as_file(BYTE_RANKS) + line + b"\n")


def test_ranks_without_all_bytes_are_refused() -> None:
    with pytest.raises(RanksInvalid, match="1 of the 256"):
        TextCounter.from_bytes(as_file({token: rank for token, rank in BYTE_RANKS.items() if rank != 65}))
