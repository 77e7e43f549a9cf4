"""``aquatint chat``: talk about pictures in the terminal."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from aquatint.cli.console import Bar, Failure, fail, say
from aquatint.cli.conversation import Conversation, Drawing, Picture, Words
from aquatint.cli.terminal.detect import Way, choose_way
from aquatint.cli.terminal.graphics import show

HELP = """\
  /save [FILE]   keep the last picture; /save 2 FILE keeps picture 2
  /undo          go back by one turn
  /new           begin a new conversation
  /help          this
  /quit          leave (or Ctrl-D)"""
KEY = "AQUATINT_API_KEY"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("--url", help=f"a running server; its key comes from {KEY}. Default: one of its own")
    parser.add_argument("--model", default="gpt-5", help="the main model's name (default %(default)s)")
    parser.add_argument("--size", default="auto", help="of new pictures: WIDTHxHEIGHT, or auto")
    parser.add_argument("--quality", default="auto", help="of new pictures (default %(default)s)")
    parser.add_argument(
        "--pictures", choices=["auto", *get_args(Way)], default="auto", help="how the terminal shows them"
    )


def run(options: argparse.Namespace) -> int:
    """Talk until the end of the input."""
    way: Way = choose_way(os.environ) if options.pictures == "auto" else options.pictures
    tool = {"size": options.size, "quality": options.quality}
    with _server(options.url) as url:
        while _talk(url, options.model, tool, way):
            pass
    return 0


def _talk(url: str, model: str, tool: dict[str, str], way: Way) -> bool:
    """One conversation; true when another one is wanted."""
    if sys.stdin.isatty():
        say("Say what you would like to see, or /help.")
    with Conversation(url, os.environ.get(KEY, "any"), model, tool) as conversation:
        for line in _lines():
            command, _, rest = line.partition(" ")
            if command == "/new":
                return True
            if command in ("/quit", "/exit"):
                return False
            try:
                _follow(conversation, command, rest.strip()) if command.startswith("/") else _turn(
                    conversation, line, way
                )
            except Failure as failure:
                fail(str(failure))
    return False


def _lines() -> Iterator[str]:
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401 - makes input() editable, and gives it a history
    prompt = "> " if sys.stdin.isatty() else ""
    while True:
        try:
            line = input(prompt).strip()
        except EOFError:
            return
        if line:
            yield line


def _turn(conversation: Conversation, text: str, way: Way) -> None:
    spoken, number = False, len(conversation.pictures)
    with contextlib.ExitStack() as stack:
        for heard in conversation.say(text):
            if isinstance(heard, Drawing):
                stack.enter_context(Bar("drawing")).show(0, 1, "")
            elif isinstance(heard, Picture):
                stack.close()
                number += 1
                _present(heard, number, way)
            elif isinstance(heard, Words):
                spoken = True
                sys.stdout.write(heard.text)
                sys.stdout.flush()
    if spoken:
        say()


def _present(picture: Picture, number: int, way: Way) -> None:
    sys.stdout.write(show(picture.data, way, shutil.get_terminal_size().columns))
    missing = f"; not drawn: {', '.join(picture.undrawn)}" if picture.undrawn else ""
    say(f"[picture {number}, {picture.size}{missing}]")


def _follow(conversation: Conversation, command: str, rest: str) -> None:
    if command == "/help":
        say(HELP)
    elif command == "/undo":
        say("Back by one turn." if conversation.undo() else "There is nothing to undo.")
    elif command == "/save":
        _save(conversation.pictures, rest)
    else:
        raise Failure(f"There is no command {command}. Commands: /save, /undo, /new, /help, /quit")


def _save(pictures: list[Picture], wish: str) -> None:
    number, _, name = wish.partition(" ")
    if not number.isdecimal():
        number, name = str(len(pictures)), wish
    if not pictures or not 1 <= int(number) <= len(pictures):
        raise Failure("There is no such picture yet." if pictures else "There is no picture yet.")
    picture = pictures[int(number) - 1]
    suffix = {"jpeg": "jpg"}.get(picture.output_format, picture.output_format)
    path = Path(name.strip() or f"picture-{number}.{suffix}")
    try:
        path.write_bytes(picture.data)
    except OSError as error:
        raise Failure(f"Cannot write {path}: {error.strerror}. Choose another place: /save FILE") from None
    say(f"Saved {path}")


@contextlib.contextmanager
def _server(url: str | None) -> Iterator[str]:
    """The URL of a server: the one that was named, or one of our own for as long as the conversation lasts."""
    if url is not None:
        yield url.rstrip("/").removesuffix("/v1")
        return
    with tempfile.TemporaryDirectory(prefix="aquatint-chat-") as folder:
        words = [sys.executable, "-m", "aquatint", "serve", "--port", "0", "--data", folder]
        # Every word of this command is ours.
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)  # noqa: S603
        with process:
            try:
                yield _ready(process)
            finally:
                process.terminate()


def _ready(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    with Bar("starting"):
        for line in process.stdout:
            if line.startswith("ready "):
                return line.removeprefix("ready ").strip()
    raise Failure("The server could not start; the reason is above. Look deeper: aquatint doctor")
