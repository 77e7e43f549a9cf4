"""Every error that a user can meet, one class each.

PublicError                     status, type, code, param and message of OpenAI's error envelope
├── InvalidRequest              400 invalid_request_error: the request breaks the contract
│   ├── MissingParameter, UnknownParameter, UnsupportedParameter
│   ├── InvalidType, Unconvertible, InvalidValue
│   ├── EmptyString, StringTooLong, IntegerTooSmall, IntegerTooLarge, EmptyArray, ArrayTooLong
│   ├── MalformedBody
│   ├── ModelNotForResponses, PreviousResponseNotFound, NoImageToEdit
│   ├── NotFound                   404: a response, conversation, item or file
│   ├── ResponseUnfinished, ConversationLocked    409
│   ├── BodyTooLarge               413
│   └── UnsupportedContentType     415
├── ImageUserError              400 image_generation_user_error: legal JSON, but this picture cannot be ordered
│   ├── InvalidSize, FormatNotSupported
│   ├── ModelDoesNotExist          the Images API's answer; other endpoints say ModelNotFound
│   └── ...
├── AuthenticationFailed        401
│   ├── MissingApiKey
│   └── InvalidApiKey
├── HostNotAllowed              403
├── ModelNotFound               404
│   └── ModelShutDown
├── QueueFull                   429, with a retry-after
└── ServerError                 500, 503: our fault
    ├── EngineFailed
    ├── EngineUnavailable
    ├── WorkerLost
    ├── LanguageModelFailed
    └── ShuttingDown
"""

from __future__ import annotations

from typing import Any


class PublicError(Exception):
    """An error that reaches the client as ``{"error": {"message", "type", "param", "code"}}``."""

    status: int = 500
    type: str = "server_error"
    code: str | None = None
    retry_after: float | None = None
    """Seconds after which a retry makes sense; becomes ``retry-after`` and ``retry-after-ms``."""

    def __init__(self, message: str, *, param: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.param = param
        if code is not None:
            self.code = code

    def envelope(self) -> dict[str, Any]:
        """The JSON body of the reply."""
        error = {"message": self.message, "type": self.type, "param": self.param, "code": self.code}
        return {"error": error}

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross process boundaries; subclasses have other constructors, so rebuild from the state.
        return (_rebuild, (type(self), self.args, dict(self.__dict__)))


def _rebuild(cls: type[PublicError], args: tuple[Any, ...], state: dict[str, Any]) -> PublicError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class InvalidRequest(PublicError):
    """The request breaks the contract."""

    status = 400
    type = "invalid_request_error"


class MissingParameter(InvalidRequest):
    """A required parameter is absent."""

    code = "missing_required_parameter"

    def __init__(self, name: str) -> None:
        super().__init__(f"Missing required parameter: '{name}'.", param=name)


class UnknownParameter(InvalidRequest):
    """The endpoint has no such parameter; a null value counts as present."""

    code = "unknown_parameter"

    def __init__(self, name: str) -> None:
        super().__init__(f"Unknown parameter: '{name}'.", param=name)


class InvalidType(InvalidRequest):
    """A value of the wrong JSON type; ``expected`` and ``found`` carry their article: "an integer"."""

    code = "invalid_type"

    def __init__(self, name: str, expected: str, found: str) -> None:
        text = f"Invalid type for '{name}': expected {expected}, but got {found} instead."
        super().__init__(text, param=name)


class Unconvertible(InvalidRequest):
    """A form string that should have been a number or a truth value."""

    code = "invalid_type"

    def __init__(self, name: str, expected: str) -> None:
        found = f"a string value that could not be converted into {expected}"
        super().__init__(f"Invalid type for '{name}': expected {expected}, but got {found}.", param=name)


class InvalidValue(InvalidRequest):
    """A value of the right type that the contract does not allow."""

    code = "invalid_value"


class UnsupportedParameter(InvalidRequest):
    """A parameter of the real service that this server cannot honour."""

    code = "unsupported_parameter"


class EmptyString(InvalidRequest):
    """A string that must not be empty."""

    code = "empty_string"

    def __init__(self, name: str) -> None:
        text = "empty string. Expected a string with minimum length 1, but got an empty string instead."
        super().__init__(f"Invalid '{name}': {text}", param=name)


class StringTooLong(InvalidRequest):
    """A string over its limit; lengths are in characters."""

    code = "string_above_max_length"

    def __init__(self, name: str, limit: int, length: int) -> None:
        expected = f"Expected a string with maximum length {limit}"
        text = f"string too long. {expected}, but got a string with length {length} instead."
        super().__init__(f"Invalid '{name}': {text}", param=name)


class IntegerTooSmall(InvalidRequest):
    """An integer below its lower bound."""

    code = "integer_below_min_value"

    def __init__(self, name: str, limit: int, found: int) -> None:
        text = f"integer below minimum value. Expected a value >= {limit}, but got {found} instead."
        super().__init__(f"Invalid '{name}': {text}", param=name)


class IntegerTooLarge(InvalidRequest):
    """An integer above its upper bound."""

    code = "integer_above_max_value"

    def __init__(self, name: str, limit: int, found: int) -> None:
        text = f"integer above maximum value. Expected a value <= {limit}, but got {found} instead."
        super().__init__(f"Invalid '{name}': {text}", param=name)


class EmptyArray(InvalidRequest):
    """An array that must hold at least one entry."""

    code = "empty_array"

    def __init__(self, name: str) -> None:
        text = "empty array. Expected an array with minimum length 1, but got an empty array instead."
        super().__init__(f"Invalid '{name}': {text}", param=name)


class ArrayTooLong(InvalidRequest):
    """An array over its limit."""

    code = "array_above_max_length"

    def __init__(self, name: str, limit: int, length: int) -> None:
        expected = f"Expected an array with maximum length {limit}"
        text = f"array too long. {expected}, but got an array with length {length} instead."
        super().__init__(f"Invalid '{name}': {text}", param=name)


class MalformedBody(InvalidRequest):
    """The body cannot be read at all."""

    code = "invalid_body"


class BodyTooLarge(InvalidRequest):
    """The body is over the server's limit."""

    status = 413
    code = "request_too_large"


class UploadTooSlow(InvalidRequest):
    """The body comes so slowly that the server does not wait for the rest."""

    status = 408
    code = "request_timeout"


class UnsupportedContentType(InvalidRequest):
    """The endpoint does not read bodies of this content type."""

    status = 415
    code = "unsupported_content_type"


class ImageUserError(PublicError):
    """A well-formed request for a picture that cannot be ordered."""

    status = 400
    type = "image_generation_user_error"


class InvalidImageFile(ImageUserError):
    """An input file that is no readable still picture; ``label`` names it: "image 3", "mask"."""

    code = "invalid_image_file"

    def __init__(self, label: str) -> None:
        text = f"Invalid image file or mode for {label}, please check your image file."
        super().__init__(text, param="mask" if label == "mask" else "image")


class InvalidMask(ImageUserError):
    """A mask that does not fit; ``problem`` says how: "mask size does not match image size"."""

    code = "invalid_mask_image_format"

    def __init__(self, problem: str) -> None:
        super().__init__(f"Invalid mask image format - {problem}", param="mask")


class InputImageRefused(ImageUserError):
    """An input picture cannot be taken from where the request says: a bad URL, a failed download, too large."""

    code = "invalid_image_url"


class ParameterNotForModel(ImageUserError):
    """A value that the contract knows, but not together with this model or with the other parameters."""

    code = "invalid_value"


class FormatNotSupported(ParameterNotForModel):
    """The engine behind the model cannot make this kind of file of this request."""

    def __init__(self, output_format: str) -> None:
        text = f"This picture cannot be made as {output_format.upper()}. Use 'png', 'jpeg' or 'webp'."
        super().__init__(text, param="output_format")


class InvalidSize(ImageUserError):
    """A size that cannot be read or that the profile's bounds forbid; texts come from `aquatint.sizes`."""

    code = "invalid_value"

    def __init__(self, text: str) -> None:
        super().__init__(text, param="size")


class ModelDoesNotExist(ImageUserError):
    """No deployment has this name: how the Images API says it."""

    code = "invalid_value"

    def __init__(self, model: str) -> None:
        super().__init__(f"The model '{_shorten(model)}' does not exist.", param="model")


class AuthenticationFailed(PublicError):
    """The request carries no key, or one that is unknown or revoked."""

    status = 401
    type = "invalid_request_error"


class MissingApiKey(AuthenticationFailed):
    """The server is open to others, so it wants a key, and there was none."""

    def __init__(self) -> None:
        super().__init__(
            "You didn't provide an API key. Send one in the header 'Authorization: Bearer KEY'. "
            "Whoever runs this server makes keys with: aquatint keys create NAME"
        )


class InvalidApiKey(AuthenticationFailed):
    """The key is unknown or revoked."""

    code = "invalid_api_key"

    def __init__(self, secret: str) -> None:
        shown = f"{secret[:8]}***{secret[-4:]}" if len(secret) > 20 else "***"
        super().__init__(f"Incorrect API key provided: {shown}.")


class HostNotAllowed(PublicError):
    """On the loopback, a request that names another host: a web page may be trying to reach this server."""

    status = 403
    type = "invalid_request_error"
    code = "host_not_allowed"

    def __init__(self) -> None:
        super().__init__("This server answers only to localhost, 127.0.0.1 and [::1].")


class ModelNotFound(PublicError):
    """No model has this name: how every endpoint but the Images API says it."""

    status = 404
    type = "invalid_request_error"
    code = "model_not_found"

    def __init__(self, model: str, trouble: str = "does not exist or you do not have access to it.") -> None:
        super().__init__(f"The model `{_shorten(model)}` {trouble}")


class ModelNotForResponses(InvalidRequest):
    """A model that makes pictures, called as the main model of a response."""

    code = "model_not_found"

    def __init__(self, model: str) -> None:
        text = f"The requested model '{_shorten(model)}' is not supported with the Responses API."
        super().__init__(
            f"{text} Name a main model, and this one as 'model' of the 'image_generation' tool.", param="model"
        )


class NotFound(InvalidRequest):
    """No object of this project has this id."""

    status = 404

    def __init__(self, kind: str, name: str, *, param: str | None = None) -> None:
        super().__init__(f"{kind} with id '{_shorten(name)}' not found.", param=param)


class PreviousResponseNotFound(InvalidRequest):
    """``previous_response_id`` names no response of this project."""

    code = "previous_response_not_found"

    def __init__(self, name: str) -> None:
        super().__init__(f"Previous response with id '{_shorten(name)}' not found.", param="previous_response_id")


class ResponseUnfinished(InvalidRequest):
    """``previous_response_id`` names a response that is still being made."""

    status = 409
    code = "response_not_finished"

    def __init__(self, name: str) -> None:
        text = (
            f"Previous response with id '{_shorten(name)}' is still being made. Please retry when it is finished."
        )
        super().__init__(text, param="previous_response_id")


class ConversationLocked(InvalidRequest):
    """A response is being made in this conversation."""

    status = 409
    code = "conversation_locked"

    def __init__(self) -> None:
        super().__init__(
            "Another process is currently operating on this conversation. Please retry in a few seconds."
        )


class NoImageToEdit(InvalidRequest):
    """``action: edit`` where the conversation has no picture."""

    code = "image_not_found"

    def __init__(self) -> None:
        super().__init__(
            "The 'image_generation' tool is set to action 'edit', but there is no image in the conversation. "
            "Send an 'input_image', or set the action to 'auto' or 'generate'.",
            param="tools",
        )


class ModelShutDown(ModelNotFound):
    """A model that the real service has shut down and that is not served here either."""

    def __init__(self, model: str) -> None:
        super().__init__(
            model, "has been deprecated, learn more here: https://platform.openai.com/docs/deprecations"
        )


class ServerError(PublicError):
    """Our fault; the request may be tried again."""


class LanguageModelFailed(ServerError):
    """The language model behind a director or an author did not answer, or not with sense."""

    code = "server_error"


class QueueFull(PublicError):
    """The server has as much to do as it accepts. ``retry_after`` says when there should be room."""

    status = 429
    type = "server_busy"
    code = "rate_limit_exceeded"

    def __init__(self, running: int, waiting: int, retry_after: float) -> None:
        self.retry_after = retry_after
        load = f"pictures being made: {running}, waiting: {waiting}"
        super().__init__(f"The server is busy ({load}). Please try again in {retry_after:.0f}s.")


class EngineFailed(ServerError):
    """An engine broke in a way that nobody foresaw; the cause is in the log."""

    code = "engine_failed"

    def __init__(self) -> None:
        super().__init__("The engine failed while it made this picture. The log of the server says why.")


class EngineUnavailable(ServerError):
    """No worker can open its engine."""

    status = 503
    code = "engine_unavailable"

    def __init__(self, engine: str, reason: str, retry_after: float | None = None) -> None:
        self.retry_after = retry_after
        super().__init__(f"The engine '{engine}' does not start: {reason}")


class WorkerLost(ServerError):
    """The worker process that made the picture ended before the picture was done, and a retry did not help."""

    code = "worker_lost"

    def __init__(self) -> None:
        super().__init__("The worker that made this picture stopped unexpectedly. Please send the request again.")


class ShuttingDown(ServerError):
    """The server is about to stop."""

    status = 503
    code = "shutting_down"

    def __init__(self) -> None:
        super().__init__("The server is shutting down and takes no new work. Please try again shortly.")


def _shorten(text: str, limit: int = 64) -> str:
    """A caller's text, short enough to repeat in an error."""
    return text if len(text) <= limit else f"{text[:limit]}..."
