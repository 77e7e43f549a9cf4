"""langchain-openai with the image_generation tool. Arguments: the server's address, a folder (not used)."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from langchain_openai import ChatOpenAI
from report import report

URL = sys.argv[1]
TOOL = {"type": "image_generation", "size": "1024x640", "quality": "low"}


def chat(**options: Any) -> Any:
    model = ChatOpenAI(
        model="gpt-5", base_url=f"{URL}/v1", api_key="any", use_responses_api=True, max_retries=0, **options
    )
    return model.bind_tools([TOOL])


def pictures(message: Any) -> list[str]:
    return [block["result"] for block in message.content if block.get("type") == "image_generation_call"]


async def draw() -> Any:
    message = await chat().ainvoke("draw a red fox")
    return {"pictures": pictures(message), "usage": message.usage_metadata}


async def go_on() -> Any:
    first = await chat(use_previous_response_id=True).ainvoke([("user", "draw a red fox")])
    second = await chat(use_previous_response_id=True).ainvoke(
        [("user", "draw a red fox"), first, ("user", "make the fox blue")]
    )
    return {"pictures": pictures(second)}


async def stream() -> Any:
    whole = None
    async for chunk in chat().astream("draw a red fox"):
        whole = chunk if whole is None else whole + chunk
    return {"pictures": pictures(whole)}


with asyncio.Runner() as runner:
    report({case.__name__: lambda case=case: runner.run(case()) for case in (draw, go_on, stream)})
