"""Chat completions: the wire that nearly every server of language models speaks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from aquatint.errors import LanguageModelFailed
from aquatint.language.contract import Call, Choice, Function, Message, Piece, Tokens
from aquatint.language.endpoint import Endpoint, named_failures


class Model:
    """Follows `aquatint.language.contract.LanguageModel`."""

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
            stream = await self._client.chat.completions.create(
                model=self._endpoint.model,
                messages=[_message(message) for message in messages],
                stream=True,
                stream_options={"include_usage": True},
                **options,
            )
            calls = _Calls({})
            async for chunk in stream:
                for piece in calls.read(chunk):
                    yield piece
            for call in calls.finished():
                yield call

    async def structured(self, messages: Sequence[Message], name: str, schema: dict[str, Any]) -> str:
        """An answer that is JSON text of that schema."""
        form = {"type": "json_schema", "json_schema": {"name": name, "schema": schema, "strict": True}}
        with named_failures(self._endpoint):
            done = await self._client.chat.completions.create(
                model=self._endpoint.model,
                messages=[_message(message) for message in messages],
                response_format=form,
            )
        text = done.choices[0].message.content if done.choices else None
        if not text:
            raise LanguageModelFailed(f"The language model '{self._endpoint.model}' gave an empty answer.")
        return str(text)

    async def close(self) -> None:
        """Let go of all connections."""
        await self._client.close()


@dataclass(slots=True)
class _Calls:
    """The calls of one answer, which come in fragments."""

    parts: dict[int, list[str]]

    def read(self, chunk: Any) -> list[Piece]:
        found: list[Piece] = []
        for choice in chunk.choices[:1]:
            if choice.delta.content:
                found.append(choice.delta.content)
            for fragment in choice.delta.tool_calls or ():
                self._add(fragment)
        if chunk.usage is not None:
            found.append(_tokens(chunk.usage))
        return found

    def _add(self, fragment: Any) -> None:
        part = self.parts.setdefault(fragment.index, ["", "", ""])
        part[0] = part[0] or fragment.id or ""
        function = fragment.function
        if function is not None:
            part[1] += function.name or ""
            part[2] += function.arguments or ""

    def finished(self) -> list[Call]:
        return [Call(id or f"call_{index}", name, text) for index, (id, name, text) in sorted(self.parts.items())]


def _tokens(usage: Any) -> Tokens:
    cached = getattr(usage.prompt_tokens_details, "cached_tokens", None) if usage.prompt_tokens_details else None
    details = usage.completion_tokens_details
    reasoning = getattr(details, "reasoning_tokens", None) if details else None
    return Tokens(
        input=usage.prompt_tokens, output=usage.completion_tokens, cached=cached or 0, reasoning=reasoning or 0
    )


def _message(message: Message) -> dict[str, Any]:
    body: dict[str, Any] = {"role": message.role, "content": message.text}
    if message.role == "tool":
        body["tool_call_id"] = message.call_id
    if message.calls:
        body["content"] = message.text or None
        body["tool_calls"] = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in message.calls
        ]
    return body


def _tool(function: Function) -> dict[str, Any]:
    return {
        "type": "function",
        "function": {
            "name": function.name, "description": function.description, "parameters": function.parameters,
        },
    }  # fmt: skip
