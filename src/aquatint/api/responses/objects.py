"""The response object, as the official clients know it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aquatint.api.responses.reading import Ask
from aquatint.errors import PublicError
from aquatint.store.records import Status
from aquatint.tokens import Usage

_ERROR_CODES = {
    429: "rate_limit_exceeded",
    400: "invalid_prompt",
}
_IMAGE_CODES = frozenset(
    {
        "invalid_image",
        "invalid_image_format",
        "invalid_base64_image",
        "invalid_image_url",
        "image_too_large",
        "image_too_small",
        "image_parse_error",
        "image_content_policy_violation",
        "invalid_image_mode",
        "image_file_too_large",
        "unsupported_image_media_type",
        "empty_image_file",
        "failed_to_download_image",
        "image_file_not_found",
    }
)
_TRANSLATED = {"invalid_image_file": "invalid_image", "invalid_mask_image_format": "invalid_image_format"}


def body_of(ask: Ask, *, created_at: int) -> dict[str, Any]:
    """The fields of a response that are known when it begins, but for its id, status and output."""
    fields = ask.fields
    text = {"format": {"type": "text"}, "verbosity": "medium", **fields["text"]}
    reasoning = {"effort": fields["reasoning"].get("effort"), "summary": _summary(fields["reasoning"])}
    conversation = fields["conversation"]
    return {
        "created_at": created_at,
        "background": fields["background"],
        "completed_at": None,
        "error": None,
        "incomplete_details": None,
        "instructions": fields["instructions"],
        "max_output_tokens": fields["max_output_tokens"],
        "max_tool_calls": fields["max_tool_calls"],
        "model": ask.main.name,
        "parallel_tool_calls": fields["parallel_tool_calls"],
        "previous_response_id": fields["previous_response_id"],
        "conversation": None if conversation is None else {"id": conversation},
        "prompt_cache_key": fields["prompt_cache_key"],
        "prompt_cache_retention": fields["prompt_cache_retention"],
        "reasoning": reasoning,
        "safety_identifier": fields["safety_identifier"],
        "service_tier": "default",
        "store": fields["store"],
        "temperature": fields["temperature"],
        "text": text,
        "tool_choice": ask.tools.choice,
        "tools": [] if ask.tools.image is None else [ask.tools.image.echo],
        "top_logprobs": 0,
        "top_p": fields["top_p"],
        "truncation": fields["truncation"],
        "usage": None,
        "user": fields["user"],
        "metadata": fields["metadata"],
    }


def _summary(reasoning: dict[str, Any]) -> Any:
    return reasoning.get("summary", reasoning.get("generate_summary"))


def response_object(
    id: str, status: Status, body: dict[str, Any], output: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The whole object."""
    return {"id": id, "object": "response", "status": status, **body, "output": list(output)}


def usage_of(input_tokens: int, cached: int, output_tokens: int, reasoning: int) -> dict[str, Any]:
    """``usage``: the main model's tokens."""
    return {
        "input_tokens": input_tokens,
        "input_tokens_details": {"cached_tokens": cached, "cache_write_tokens": 0},
        "output_tokens": output_tokens,
        "output_tokens_details": {"reasoning_tokens": reasoning},
        "total_tokens": input_tokens + output_tokens,
    }


def tool_usage_of(images: Usage) -> dict[str, Any]:
    """``tool_usage``: the pictures' tokens."""
    return {"image_gen": images.as_reply(), "web_search": {"num_requests": 0}}


def error_of(error: PublicError) -> dict[str, Any]:
    """``error`` of a failed response: its codes are a list of their own."""
    code = _TRANSLATED.get(error.code or "", error.code or "")
    if code not in _IMAGE_CODES:
        code = _ERROR_CODES.get(error.status, "server_error")
    return {"code": code, "message": error.message}
