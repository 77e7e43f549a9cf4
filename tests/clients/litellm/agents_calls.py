"""openai-agents with its ImageGenerationTool. Arguments: the server's address, a folder (not used)."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from agents import Agent, ImageGenerationTool, ModelSettings, OpenAIResponsesModel, Runner, set_tracing_disabled
from openai import AsyncOpenAI
from report import report

URL = sys.argv[1]
set_tracing_disabled(True)


def agent(**tool: Any) -> Agent:
    client = AsyncOpenAI(base_url=f"{URL}/v1", api_key="any", max_retries=0, timeout=60)
    return Agent(
        name="Illustrator",
        instructions="You draw.",
        model=OpenAIResponsesModel(model="gpt-5", openai_client=client),
        tools=[ImageGenerationTool(tool_config={"type": "image_generation", "size": "1024x640", **tool})],
        model_settings=ModelSettings(tool_choice="auto"),
    )


def pictures(result: Any) -> list[str]:
    raw = [item.raw_item for item in result.new_items if item.type == "tool_call_item"]
    return [item.result for item in raw if item.type == "image_generation_call"]


async def draw() -> Any:
    result = await Runner.run(agent(quality="low"), "draw a red fox")
    return {"pictures": pictures(result), "text": result.final_output}


async def go_on() -> Any:
    first = await Runner.run(agent(), "draw a red fox")
    told = [*first.to_input_list(), {"role": "user", "content": "make the fox blue"}]
    second = await Runner.run(agent(), told)
    return {"pictures": pictures(second), "items": [item["type"] for item in told if "type" in item]}


async def stream() -> Any:
    result = Runner.run_streamed(agent(partial_images=2), "draw a red fox")
    raw = [event.data.type async for event in result.stream_events() if event.type == "raw_response_event"]
    return {"events": raw, "pictures": pictures(result)}


with asyncio.Runner() as runner:
    report({case.__name__: lambda case=case: runner.run(case()) for case in (draw, go_on, stream)})
