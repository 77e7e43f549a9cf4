"""The input pictures of an edit: files of a form, or ``images`` and ``mask`` of a JSON body."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from aquatint.api.wire.checks import Given
from aquatint.api.wire.fields import Fields, FileId, Link, Picture
from aquatint.api.wire.kinds import found, shortened
from aquatint.errors import (
    ArrayTooLong,
    EmptyArray,
    InputImageRefused,
    InvalidType,
    InvalidValue,
    MissingParameter,
    StringTooLong,
    UnknownParameter,
)

_MOST_IMAGES = 16
_LONGEST_URL = 20_971_520
_KEYS = ("image_url", "file_id")


def form_images(_: object, given: Given) -> tuple[Picture, ...]:
    """The files under ``image`` and ``image[]``; the form reader has counted them."""
    if not given.fields.images:
        raise MissingParameter("image")
    return tuple(given.fields.images)


def form_mask(_: object, given: Given) -> Path | None:
    """The file under ``mask``."""
    return given.fields.mask


def json_images(value: object, given: Given) -> tuple[Picture, ...]:
    """1..16 references to pictures."""
    if "images" not in given.fields.values:
        raise MissingParameter("images")
    if not isinstance(value, list):
        raise InvalidType("images", "an array", found(value))
    if not value:
        raise EmptyArray("images")
    if len(value) > _MOST_IMAGES:
        raise ArrayTooLong("images", _MOST_IMAGES, len(value))
    return tuple(picture_reference(entry, f"images[{index}]", given.fields) for index, entry in enumerate(value))


def json_mask(value: object, given: Given) -> Picture | None:
    """One reference to a picture, or None."""
    return None if value is None else picture_reference(value, "mask", given.fields)


def picture_reference(entry: object, name: str, fields: Fields) -> Picture:
    """One picture by ``image_url`` or ``file_id``. Raises `PublicError` that names the parameter."""
    if not isinstance(entry, dict):
        raise InvalidType(name, "an object", found(entry))
    for key in entry:
        if key not in _KEYS:
            raise UnknownParameter(f"{name}.{shortened(key)}")
    given = [key for key in _KEYS if entry.get(key) is not None]
    if len(given) == 2:
        raise InvalidValue(
            f"Invalid '{name}': expected either 'image_url' or 'file_id', but got both.", param=name
        )
    if not given:
        raise MissingParameter(f"{name}.image_url")
    if given == ["file_id"]:
        if not isinstance(entry["file_id"], str):
            raise InvalidType(f"{name}.file_id", "a string", found(entry["file_id"]))
        return FileId(entry["file_id"], f"{name}.file_id")
    return _picture(entry["image_url"], f"{name}.image_url", fields)


def _picture(url: object, param: str, fields: Fields) -> Picture:
    if not isinstance(url, str):
        raise InvalidType(param, "a string", found(url))
    if url.startswith("data:"):
        return data_picture(url, param, fields)
    if len(url) > _LONGEST_URL:
        raise StringTooLong(param, _LONGEST_URL, len(url))
    try:
        is_https = urlsplit(url).scheme == "https"
    except ValueError:
        is_https = False
    if not is_https:
        raise InputImageRefused(f"Invalid '{param}': expected an https URL or a base64 data URL.", param=param)
    return Link(url, param)


def data_picture(placeholder: str, param: str, fields: Fields) -> Path:
    """The spool file of a picture that came in base64 inside the body."""
    number = placeholder.removeprefix("data:")
    if not number.isascii() or not number.isdigit() or int(number) >= len(fields.data_pictures):
        raise InputImageRefused(f"Invalid '{param}': expected a base64 data URL.", param=param)
    picture = fields.data_pictures[int(number)]
    if picture.length > _LONGEST_URL:
        raise StringTooLong(param, _LONGEST_URL, picture.length)
    if picture.problem is not None:
        code, text = picture.problem
        raise InputImageRefused(f"Invalid '{param}': {text}", param=param, code=code)
    return picture.path
