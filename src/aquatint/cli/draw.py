"""``aquatint draw PROMPT``."""

from __future__ import annotations

import argparse

from aquatint.cli.console import Failure
from aquatint.cli.pictures import add_picture_arguments, build_order, check_words, make_pictures


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("prompt", metavar="PROMPT", help="what to draw, in words")
    add_picture_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Draw and save."""
    if not options.prompt.strip():
        raise Failure('There is nothing to draw: the prompt is empty. Try: aquatint draw "a red fox"')
    check_words(options.prompt, "prompt")
    make_pictures(build_order(options, operation="generate"), options.output)
    return 0
