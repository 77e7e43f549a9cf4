"""SVG files: checked to be drawings and nothing else, with a record in their metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from aquatint.errors import ServerError
from aquatint.sizes import Size

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
        "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "filter",
        "feGaussianBlur", "feColorMatrix", "pattern", "title", "desc", "metadata", "style",
    }
)  # fmt: skip
"""What a drawing may be made of. No scripts, no pictures, no foreign objects, no animation by time."""
MARK = "<metadata>"


def finish_svg(svg: str, size: Size, record: Mapping[str, Any]) -> bytes:
    """The SVG document as it is sent, with ``record`` as JSON in its metadata.

    Raises ServerError when it is not well formed, not of ``size``, or could do anything but be looked at.
    """
    check(svg, size)
    head, start, rest = svg.partition(">")
    if head.startswith("<?xml"):
        more, start, rest = rest.partition(">")
        head = f"{head}>{more}"
    text = json.dumps(dict(record), separators=(",", ":"), ensure_ascii=False)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"{head}{start}{MARK}{text}</metadata>{rest}".encode()


def check(svg: str, size: Size) -> None:
    """Raise ServerError for a document that must not be sent."""
    if "<!" in svg:
        raise ServerError("The engine made an SVG with a declaration in it.")
    try:
        root = ElementTree.fromstring(svg)  # noqa: S314 - declarations, and so entities, are refused above
    except ElementTree.ParseError as trouble:
        raise ServerError(f"The engine made an SVG that is not well formed: {trouble}.") from trouble
    if (root.get("width"), root.get("height")) != (str(size.width), str(size.height)):
        raise ServerError(f"The engine made an SVG of another size than {size}.")
    for element in root.iter():
        _check_element(element)


def _check_element(element: ElementTree.Element) -> None:
    name = element.tag.removeprefix(SVG)
    if not element.tag.startswith(SVG) or name not in ELEMENTS:
        raise ServerError(f"The engine made an SVG with a '{name}' in it.")
    if name == "style" and any(word in (element.text or "") for word in ("url(", "@import", "expression", "\\")):
        raise ServerError("The engine made an SVG whose style refers to something outside.")
    for key, value in element.attrib.items():
        local = key.rpartition("}")[2].lower()
        outside = "url(" in value.replace("url(#", "")
        if local.startswith("on") or outside or (local == "href" and not value.startswith("#")):
            raise ServerError(f"The engine made an SVG with a forbidden attribute '{local}'.")
