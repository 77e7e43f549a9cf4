"""SVG files: nothing but a drawing gets out."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from aquatint.errors import ServerError
from aquatint.imaging.vectors import finish_svg
from aquatint.sizes import Size

SIZE = Size(64, 32)
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="64" height="32">'


def drawing(inside: str) -> str:
    return f"{OPEN}{inside}</svg>"


def test_the_record_is_in_the_metadata() -> None:
    record = {"seed": 3, "plan": {"prompt": "a < b & c > d 雪"}}
    root = ElementTree.fromstring(finish_svg(drawing('<rect width="4" height="4"/>'), SIZE, record))
    metadata = root.find("{http://www.w3.org/2000/svg}metadata")
    assert metadata is not None
    assert json.loads(metadata.text or "") == record


@pytest.mark.parametrize(
    "inside",
    [
        '<g id="a"/><use href="#a"/><use xlink:href="#a"/>',
        '<rect fill="url(#a)" filter="url(#b)" clip-path="url(#c)" style="mix-blend-mode:screen"/>',
        "<text>onclick</text>",
    ],
)
def test_drawings_pass(inside: str) -> None:
    assert inside.encode() in finish_svg(drawing(inside), SIZE, {})


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="data:image/png;base64,AAAA"/>',
        "<foreignObject/>",
        '<a href="#x"/>',
        '<animate attributeName="x"/>',
        '<rect onclick="x()"/>',
        '<use href="http://example.org/a.svg#b"/>',
        '<use xlink:href="other.svg#a"/>',
        '<rect fill="url(http://example.org/#a)"/>',
        '<rect style="fill: url(other.svg#a)"/>',
        "<style>@import 'x.css';</style>",
        "<style>rect { fill: url(x) }</style>",
        '<rect xmlns="http://www.w3.org/1999/xhtml"/>',
        "<rect>",
    ],
)
def test_anything_else_does_not(inside: str) -> None:
    with pytest.raises(ServerError):
        finish_svg(drawing(inside), SIZE, {})


def test_declarations_are_refused() -> None:
    with pytest.raises(ServerError, match="declaration"):
        finish_svg('<!DOCTYPE svg [<!ENTITY a "b">]>' + drawing(""), SIZE, {})


def test_the_size_must_be_the_one_ordered() -> None:
    with pytest.raises(ServerError, match="64x33"):
        finish_svg(drawing(""), Size(64, 33), {})
