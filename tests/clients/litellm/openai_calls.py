"""openai-python 2.x. Arguments: the server's address, a folder with source.png and mask.png."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import openai
from report import report

url, folder = sys.argv[1], Path(sys.argv[2])
BASE: dict[str, Any] = {"base_url": f"{url}/v1", "api_key": "any", "max_retries": 0, "timeout": 30}
ASK: dict[str, Any] = {"model": "gpt-image-2", "prompt": "a red fox", "size": "1024x640"}
client = openai.OpenAI(**BASE)
source, mask = folder / "source.png", folder / "mask.png"


def events(stream: Any) -> list[Any]:
    return [event.model_dump() for event in stream]


def until_error() -> Any:
    prompt = "a fox fake: fail_at=4 error=no_more_paint"
    types: list[str] = []
    try:
        stream = client.images.generate(**{**ASK, "prompt": prompt}, stream=True, partial_images=2)
        types.extend(event.type for event in stream)
    except openai.APIError as error:
        return {"types": types, "name": type(error).__name__, "message": error.message}
    return {"types": types}


async def both_async() -> Any:
    async with openai.AsyncOpenAI(**BASE) as others:
        drawn = await others.images.generate(**ASK)
        edited = await others.images.edit(**ASK, image=source)
    return [drawn.model_dump(), edited.model_dump()]


report(
    {
        "version": lambda: openai.__version__,
        "generate": lambda: client.images.generate(
            **ASK, n=2, quality="low", background="transparent", output_format="webp", output_compression=80
        ).model_dump(),
        "seed": lambda: [
            client.images.generate(**ASK, extra_body={"seed": 11}).model_dump()["data"] for _ in range(2)
        ],
        "edit": lambda: client.images.edit(**ASK, image=source).model_dump(),
        "edit_files": lambda: client.images.edit(**ASK, image=[source, source]).model_dump(),
        "edit_mask": lambda: client.images.edit(**{**ASK, "size": "auto"}, image=source, mask=mask).model_dump(),
        "async": lambda: asyncio.run(both_async()),
        "stream_generate": lambda: events(client.images.generate(**ASK, stream=True, partial_images=2)),
        "stream_edit": lambda: events(client.images.edit(**ASK, image=source, stream=True, partial_images=1)),
        "stream_fails": until_error,
        "bad_request": lambda: client.images.generate(**ASK, n=11),
        "retired": lambda: client.images.generate(**{**ASK, "model": "dall-e-3"}),
        "models": lambda: [model.id for model in client.models.list()],
    }
)
