"""Tokenizer ranks in the plain form that tiktoken reads: one "base64 rank" per line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from packer.modules import Module

PACKAGE = "js-tiktoken"
MEMBER = "tokenizer/o200k_base.tiktoken"
SOURCE = "dist/ranks/o200k_base.js"


def ranks(module: Module) -> bytes:
    """The o200k_base vocabulary, in order of rank."""
    script = (module.folder / SOURCE).read_text(encoding="utf-8")
    encoding = json.loads(script.removeprefix("export default ").strip().removesuffix(";"))
    pairs = sorted(_pairs(encoding["bpe_ranks"]))
    return b"".join(f"{token} {rank}\n".encode() for rank, token in pairs)


def _pairs(table: str) -> Iterator[tuple[int, str]]:
    """Each line of the table is a mark, the rank of its first token, and tokens of rising rank."""
    for line in table.splitlines():
        _, first, *tokens = line.split(" ")
        yield from enumerate(tokens, int(first))
