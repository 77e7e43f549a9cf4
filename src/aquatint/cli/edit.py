"""``aquatint edit IMAGE... INSTRUCTION``."""

from __future__ import annotations

import argparse
from pathlib import Path

from aquatint.cli.console import Failure
from aquatint.cli.pictures import add_picture_arguments, build_order, check_words, make_pictures
from aquatint.types import Source

HEAD = 512
"""Bytes of a file in which its kind is told."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("inputs", nargs="+", metavar="IMAGE... INSTRUCTION", help="pictures, then what to change")
    parser.add_argument("--mask", type=Path, metavar="FILE", help="PNG with alpha: where it is clear may change")
    add_picture_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Edit and save."""
    *images, instruction = options.inputs
    if not images:
        raise Failure('Name a picture and an instruction: aquatint edit fox.png "make the fox blue"')
    if not instruction.strip():
        raise Failure("The instruction is empty: say what to change.")
    if len(images) > 16:
        raise Failure(f"At most 16 pictures can be edited together, but there are {len(images)}.")
    options.prompt = check_words(instruction, "instruction")
    sources = tuple(_source(Path(name), f"image {number}") for number, name in enumerate(images, start=1))
    mask = _source(options.mask, "mask") if options.mask else None
    make_pictures(build_order(options, operation="edit", sources=sources, mask=mask), options.output)
    return 0


def _source(path: Path, label: str) -> Source:
    if not path.is_file():
        raise Failure(f"There is no file {path}. The last argument is the instruction, pictures come before it.")
    with path.open("rb") as file:
        head = file.read(HEAD)
    kind = "GIF" if head.startswith(b"GIF8") else "SVG" if b"<svg" in head else ""
    if kind:
        raise Failure(f"{path} is a {kind} file. PNG, JPEG and WebP can be edited: draw it again as one of these.")
    return Source(path=path, label=label)
