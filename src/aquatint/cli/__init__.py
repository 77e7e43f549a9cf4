"""The command line: ``aquatint draw``, ``edit``, ``chat``, ``serve``, ``keys``, ``doctor``.

Commands are thin. Each lives in a module of its own with ``add_arguments`` and ``run``; modules are imported
only when their command is called, so that a drawing does not wait for a web server to load.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

from aquatint import __version__
from aquatint.cli.console import Failure, fail

COMMANDS = {
    "draw": "draw a picture of a prompt",
    "edit": "change pictures by an instruction",
    "chat": "talk about pictures in the terminal",
    "serve": "serve the Image API and the Responses API",
    "keys": "create, list and revoke API keys",
    "doctor": "say what was found, what was chosen, and why",
}


def build_parser(wanted: str | None) -> argparse.ArgumentParser:
    """The parser, with the arguments of the wanted command only (all, if None)."""
    parser = argparse.ArgumentParser(
        prog="aquatint", description="The GPT-image-2 API on your own machine, with a built-in illustrator."
    )
    parser.add_argument("--version", action="version", version=f"aquatint {__version__}")
    parser.add_argument("--traceback", action="store_true", help="show where an unexpected error came from")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
        if wanted in (None, name):
            _module(name).add_arguments(command)
    return parser


def _module(name: str) -> Any:
    return importlib.import_module(f"aquatint.cli.{name}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 failed, 2 wrongly called, 130 interrupted."""
    # One picture is drawn on one core, here and in workers; idle threads of a matrix library only get in the way.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = list(sys.argv[1:] if arguments is None else arguments)
    wanted = next((word for word in words if word in COMMANDS), None)
    options = build_parser(wanted).parse_args(words)
    try:
        return int(_module(options.command).run(options))
    except Failure as failure:
        return fail(str(failure))
    except KeyboardInterrupt:
        return fail("Interrupted.", code=130)
    except BrokenPipeError:
        return 1
    except Exception as error:
        if options.traceback:
            raise
        what = f"{type(error).__name__}: {error}"
        return fail(f"Something unexpected happened. {what}. See where: aquatint --traceback {options.command}")
