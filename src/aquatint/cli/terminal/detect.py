"""Which way of showing pictures a terminal has: told by its variables, else asked for by its device attributes."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from collections.abc import Mapping
from typing import Literal

Way = Literal["kitty", "iterm", "sixel", "blocks", "none"]
_PATIENCE = 0.3
"""Seconds in which a terminal answers."""
_SIXEL = "4"
"""The device attribute that stands for sixel graphics."""


def choose_way(environ: Mapping[str, str]) -> Way:
    """The best way for this terminal; "none" when nobody looks."""
    if not sys.stdout.isatty() or environ.get("TERM", "") == "dumb":
        return "none"
    told = way_of(environ)
    if told is not None:
        return told
    return "sixel" if sys.stdin.isatty() and _SIXEL in _attributes() else "blocks"


def way_of(environ: Mapping[str, str]) -> Way | None:
    """What the variables tell of the terminal; None if they tell nothing."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if environ.get("TMUX") or term.startswith(("screen", "tmux")):
        return "blocks"  # these take the escapes of pictures away
    if environ.get("KITTY_WINDOW_ID") or term in ("xterm-kitty", "xterm-ghostty") or program == "ghostty":
        return "kitty"
    if program in ("iTerm.app", "WezTerm", "vscode") or environ.get("LC_TERMINAL") == "iTerm2":
        return "iterm"
    if term in ("foot", "foot-extra", "mlterm", "yaft-256color"):
        return "sixel"
    return None


def _attributes() -> list[str]:
    """The primary device attributes, asked for on the terminal itself."""
    try:
        import termios
        import tty
    except ImportError:
        return []
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        os.write(sys.stdout.fileno(), b"\x1b[c")
        return read_attributes(_answer(descriptor))
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def read_attributes(answer: str) -> list[str]:
    """The attributes in an answer such as ``ESC [ ? 62 ; 4 c``."""
    match = re.search(r"\x1b\[\?([0-9;]*)c", answer)
    return match[1].split(";") if match else []


def _answer(descriptor: int) -> str:
    text, end = "", time.monotonic() + _PATIENCE
    while (left := end - time.monotonic()) > 0 and not text.endswith("c"):
        if select.select([descriptor], [], [], left)[0]:
            text += os.read(descriptor, 64).decode("ascii", "replace")
    return text
