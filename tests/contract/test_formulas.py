"""Sizes and tokens over HTTP: the pixels decoded are those that were asked for, and the usage is the formulas'."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import httpx
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract.proofs import proves
from live.calls import EDITS_FORM, GENERATIONS, file_part, made, order
from live.pictures import encoded, pictures_of

GRIDS = {
    "gpt-image-2": {"low": 16, "medium": 48, "high": 96},
    "gpt-image-2.5-sunburst": {"low": 16, "medium": 24, "high": 48, "xhigh": 64, "max": 96},
}
TABLE = {
    "low": {"1024x1024": 272, "1024x1536": 408, "1536x1024": 400},
    "medium": {"1024x1024": 1056, "1024x1536": 1584, "1536x1024": 1568},
    "high": {"1024x1024": 4160, "1024x1536": 6240, "1536x1024": 6208},
}

over_http = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@st.composite
def legal_sizes(draw: st.DrawFn) -> tuple[int, int]:
    """Any of the 29,146 sizes, by the rules as they are published."""
    width = 16 * draw(st.integers(30, 240))
    least = max(math.ceil(655_360 / width), math.ceil(width / 3))
    most = min(8_294_400 // width, 3 * width, 3840)
    low, high = -(-least // 16), most // 16
    return width, 16 * draw(st.integers(low, max(low, high)))


def output_tokens(cells: int, width: int, height: int) -> int:
    """The published calculator, with fractions instead of floats."""
    short = round(Fraction(cells * min(width, height), max(width, height)))
    return math.ceil(Fraction(cells * short * (2_000_000 + width * height), 4_000_000))


def input_tokens(width: int, height: int) -> int:
    """Patches of 32 pixels; at least 1024 along the longer side, at most 1536 patches."""
    w, h = float(width), float(height)
    if max(w, h) < 1024:
        factor = 1024 / max(w, h)
        w, h = w * factor, h * factor
    if math.ceil(round(w / 32, 6)) * math.ceil(round(h / 32, 6)) <= 1536:
        return math.ceil(round(w / 32, 6)) * math.ceil(round(h / 32, 6))
    ratio = math.sqrt(32 * 32 * 1536 / (w * h))
    columns, rows = w * ratio / 32, h * ratio / 32
    ratio *= min(math.floor(columns) / columns, math.floor(rows) / rows)
    return math.ceil(round(w * ratio / 32, 6)) * math.ceil(round(h * ratio / 32, 6))


@proves((GENERATIONS, EDITS_FORM), "size", "honoured", "for a random sample of the 29,146 legal sizes, exactly")
@over_http
@given(size=legal_sizes(), place=st.sampled_from([GENERATIONS, EDITS_FORM]))
def test_random_sizes_are_exact(http: httpx.Client, size: tuple[int, int], place: str) -> None:
    text = f"{size[0]}x{size[1]}"
    body = made(order(http, place, size=text, output_format="jpeg", output_compression=50))
    assert body["size"] == text
    assert pictures_of(body)[0].size == size


@over_http
@given(size=legal_sizes(), data=st.data())
def test_output_tokens(http: httpx.Client, size: tuple[int, int], data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(sorted(GRIDS)))
    quality = data.draw(st.sampled_from(sorted(GRIDS[model])))
    n = data.draw(st.integers(1, 3))
    values: dict[str, Any] = {"model": model, "quality": quality, "n": n, "size": f"{size[0]}x{size[1]}"}
    usage = made(order(http, GENERATIONS, output_format="jpeg", output_compression=1, **values))["usage"]
    assert usage["output_tokens"] == n * output_tokens(GRIDS[model][quality], *size)
    assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"]


@pytest.mark.parametrize("quality", list(TABLE))
@pytest.mark.parametrize("size", ["1024x1024", "1024x1536", "1536x1024"])
def test_the_table_of_older_models(http: httpx.Client, quality: str, size: str) -> None:
    body = made(order(http, GENERATIONS, model="gpt-image-1.5", quality=quality, size=size))
    assert body["usage"]["output_tokens"] == TABLE[quality][size]


@pytest.mark.parametrize(
    ("width", "height", "tokens"),
    [(1024, 1024, 1024), (1536, 1024, 1536), (341, 512, 704), (1179, 2556, 1482), (2048, 2048, 1521)],
)
def test_measured_input_tokens(http: httpx.Client, width: int, height: int, tokens: int) -> None:
    assert _input_of(http, width, height) == tokens


@over_http
@given(width=st.integers(1, 3000), height=st.integers(1, 3000))
def test_input_tokens(http: httpx.Client, width: int, height: int) -> None:
    assert _input_of(http, width, height) == input_tokens(width, height)


def _input_of(http: httpx.Client, width: int, height: int) -> int:
    """Image input tokens of an edit of a blank picture of that size."""
    files = [file_part("image", encoded(np.zeros((height, width, 3), np.uint8)))]
    usage = made(order(http, EDITS_FORM, files=files))["usage"]
    details: dict[str, int] = usage["input_tokens_details"]
    assert details["image_tokens"] + details["text_tokens"] == usage["input_tokens"]
    return details["image_tokens"]
