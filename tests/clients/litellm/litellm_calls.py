"""LiteLLM's image functions. Arguments: the server's address, a folder with source.png and mask.png."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import litellm
from report import report

url, folder = sys.argv[1], Path(sys.argv[2])
litellm.suppress_debug_info = True
litellm.telemetry = False
ASK: dict[str, Any] = {
    "model": "openai/gpt-image-2",
    "prompt": "a red fox",
    "size": "1024x640",
    "api_base": f"{url}/v1",
    "api_key": "any",
    "max_retries": 0,
}


def generate(**values: Any) -> Any:
    return litellm.image_generation(**{**ASK, **values}).model_dump()


def edit(**values: Any) -> Any:
    with (folder / "source.png").open("rb") as source:
        return litellm.image_edit(image=source, **{**ASK, **values}).model_dump()


def edit_files() -> Any:
    with (folder / "source.png").open("rb") as first, (folder / "source.png").open("rb") as second:
        return litellm.image_edit(image=[first, second], **ASK).model_dump()


def edit_mask() -> Any:
    with (folder / "mask.png").open("rb") as mask:
        return edit(mask=mask, size="auto")


async def generate_async() -> Any:
    return (await litellm.aimage_generation(**ASK, n=2)).model_dump()


report(
    {
        "generate": lambda: generate(
            n=2, quality="low", background="transparent", output_format="webp", user="u-1"
        ),
        "generate_async": lambda: asyncio.run(generate_async()),
        "seed": lambda: [generate(extra_body={"seed": 11})["data"] for _ in range(2)],
        "edit": edit,
        "edit_files": edit_files,
        "edit_mask": edit_mask,
        "bad_request": lambda: generate(n=11),
        "retired": lambda: generate(model="openai/dall-e-3"),
        "response_format": lambda: generate(response_format="b64_json"),
    }
)
