"""The Responses API as a client: for servers that speak it better than chat completions."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

from aquatint.errors import LanguageModelFailed
from aquatint.language.contract import Call, Choice, Function, Message, Piece, Tokens
from aquatint.language.endpoint import Endpoint, named_failures


class Model:
    """Follows `aquatint.language.contract.LanguageModel`. Nothing is kept at the other server."""

    def __init__(self, client: Any, endpoint: Endpoint) -> None:
        self._client = client
        self._endpoint = endpoint

    async def answer(
        self, messages: Sequence[Message], functions: Sequence[Function] = (), choice: Choice = "auto"
    ) -> AsyncIterator[Piece]:
        """The answer in pieces."""
        options: dict[str, Any] = {}
        if functions:
            options = {"tools": [_tool(function) for function in functions], "tool_choice": choice}
        with named_failures(self._endpoint):
            stream = await self._client.responses.create(
                model=self._endpoint.model, input=_items(messages), stream=True, store=False, **options
            )
            async for event in stream:
                piece = self._piece(event)
                if piece is not None:
                    yield piece

    async def structured(self, messages: Sequence[Message], name: str, schema: dict[str, Any]) -> str:
        """An answer that is JSON text of that schema."""
        form = {"format": {"type": "json_schema", "name": name, "schema": schema, "strict": True}}
        with named_failures(self._endpoint):
            done = await self._client.responses.create(
                model=self._endpoint.model, input=_items(messages), store=False, text=form
            )
        if not done.output_text:
            raise LanguageModelFailed(f"The language model '{self._endpoint.model}' gave an empty answer.")
        return str(done.output_text)

    async def close(self) -> None:
        """Let go of all connections."""
        await self._client.close()

    def _piece(self, event: Any) -> Piece | None:
        if event.type == "response.output_text.delta":
            return str(event.delta)
        if event.type == "response.output_item.done" and event.item.type == "function_call":
            return Call(event.item.call_id, event.item.name, event.item.arguments)
        if event.type in ("response.failed", "error"):
            raise LanguageModelFailed(f"The language model '{self._endpoint.model}' failed: {_reason(event)}")
        usage = event.response.usage if event.type == "response.completed" else None
        return _tokens(usage) if usage is not None else None


def _reason(event: Any) -> str:
    error = event.response.error if event.type == "response.failed" else event
    return str(getattr(error, "message", None) or "no reason given")[:300]


def _tokens(usage: Any) -> Tokens:
    return Tokens(
        input=usage.input_tokens,
        output=usage.output_tokens,
        cached=usage.input_tokens_details.cached_tokens if usage.input_tokens_details else 0,
        reasoning=usage.output_tokens_details.reasoning_tokens if usage.output_tokens_details else 0,
    )


def _items(messages: Sequence[Message]) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = []
    for message in messages:
        if message.role == "tool":
            items.append({"type": "function_call_output", "call_id": message.call_id, "output": message.text})
            continue
        if message.text:
            items.append({"role": message.role, "content": message.text})
        items += [
            {"type": "function_call", "call_id": call.id, "name": call.name, "arguments": call.arguments}
            for call in message.calls
        ]
    return items


def _tool(function: Function) -> dict[str, Any]:
    return {
        "type": "function",
        "name": function.name,
        "description": function.description,
        "parameters": function.parameters,
        "strict": False,
    }
