"""The options by which a command is told of a language model."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import get_args

from aquatint.cli.console import Failure
from aquatint.language.endpoint import Endpoint, Wire

KEY = "AQUATINT_LLM_KEY"
"""The environment variable that holds the key; a key on the command line would show in every list of processes."""


def add_language_arguments(parser: argparse.ArgumentParser) -> None:
    """The options themselves."""
    group = parser.add_argument_group("language model", f"any OpenAI-compatible server; its key comes from {KEY}")
    group.add_argument("--llm-url", metavar="URL", help="the base URL, to the /v1: http://127.0.0.1:11434/v1")
    group.add_argument("--llm-model", metavar="NAME", help="the model's name there")
    group.add_argument("--llm-api", choices=get_args(Wire), default="chat", help="what it speaks (%(default)s)")
    group.add_argument(
        "--llm-timeout", type=float, default=60.0, metavar="S", help="seconds (default %(default)s)"
    )
    group.add_argument(
        "--llm-retries", type=int, default=2, metavar="N", help="further tries (default %(default)s)"
    )


def read_endpoint(options: argparse.Namespace, environ: Mapping[str, str]) -> Endpoint | None:
    """The language model of the options, if there is one. Raises `Failure`."""
    if options.llm_url is None and options.llm_model is None:
        return None
    if options.llm_url is None or options.llm_model is None:
        raise Failure("A language model needs both: --llm-url URL --llm-model NAME")
    try:
        return Endpoint(
            url=options.llm_url,
            model=options.llm_model,
            key=environ.get(KEY) or "none",
            wire=options.llm_api,
            timeout=options.llm_timeout,
            retries=options.llm_retries,
        )
    except ValueError as error:
        raise Failure(str(error)) from None
