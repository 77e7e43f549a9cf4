"""Every error that a user can meet, one class each.

PublicError                     status, type, code, param and message of OpenAI's error envelope
├── InvalidRequest              400 invalid_request_error: the request breaks the contract
│   ├── UnknownParameter
│   ├── MissingParameter
│   ├── InvalidType
│   └── ...
├── ImageUserError              400 image_generation_user_error: legal JSON, but this picture cannot be ordered
│   ├── InvalidSize
│   └── ...
├── AuthenticationFailed        401
├── ModelNotFound               404
├── QueueFull                   429, with a retry-after
└── ServerError                 500, 503: our fault
    ├── WorkerLost
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


class ImageUserError(PublicError):
    """A well-formed request for a picture that cannot be ordered."""

    status = 400
    type = "image_generation_user_error"


class ServerError(PublicError):
    """Our fault; the request may be tried again."""
