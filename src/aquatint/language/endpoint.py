"""Where a language model is, how patient we are with it, and what its failures are called here."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from aquatint.errors import LanguageModelFailed
from aquatint.language.contract import LanguageModel

_log = logging.getLogger(__name__)

Wire = Literal["chat", "responses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One model on one server. Invalid values raise ValueError with the reason."""

    url: str
    """The base URL, to the ``/v1``."""
    model: str
    key: str = "none"
    """Local servers mostly take any."""
    wire: Wire = "chat"
    timeout: float = 60.0
    """Seconds without a sign of life after which an attempt is given up."""
    retries: int = 2
    """Further attempts when the server cannot be reached, is overloaded, or fails."""

    def __post_init__(self) -> None:
        if not self.url.startswith(("http://", "https://")):
            raise ValueError(f"The language model's URL must begin with http:// or https://, but is '{self.url}'.")
        if not self.model:
            raise ValueError("The language model's name is missing.")
        if self.timeout <= 0 or self.retries < 0:
            raise ValueError("The timeout must be above 0, and the retries at least 0.")


class ClientMissing(RuntimeError):
    """The official client is not installed."""

    def __init__(self) -> None:
        super().__init__("A language model needs the official client. Install it: pip install 'aquatint[llm]'")


def connect(endpoint: Endpoint) -> LanguageModel:
    """A model that can be asked. Nothing is sent yet. Raises `ClientMissing`."""
    try:
        openai = importlib.import_module("openai")
    except ImportError:
        raise ClientMissing from None
    client = openai.AsyncOpenAI(
        base_url=endpoint.url, api_key=endpoint.key, timeout=endpoint.timeout, max_retries=endpoint.retries
    )
    module = importlib.import_module(f"aquatint.language.{endpoint.wire}")
    model: LanguageModel = module.Model(client, endpoint)
    return model


@contextmanager
def named_failures(endpoint: Endpoint) -> Iterator[None]:
    """What the client raises, as `LanguageModelFailed`. Callers learn the model's name, the log also the place."""
    openai: Any = importlib.import_module("openai")
    try:
        yield
    except openai.OpenAIError as error:
        reason = _reason(openai, endpoint, error)
        _log.error("The language model '%s' at %s %s.", endpoint.model, endpoint.url, reason)
        raise LanguageModelFailed(f"The language model '{endpoint.model}' {reason}.") from error


def _reason(openai: Any, endpoint: Endpoint, error: Any) -> str:
    if isinstance(error, openai.APITimeoutError):
        return f"did not answer within {endpoint.timeout:g} s"
    if isinstance(error, openai.APIConnectionError):
        return "cannot be reached; whoever runs this server should check that it runs"
    if isinstance(error, openai.APIStatusError):
        return f"answered with status {error.status_code}: {(error.message or 'no reason given')[:300]}"
    return f"gave an answer that cannot be read: {str(error)[:300]}"
