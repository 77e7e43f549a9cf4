"""The catalogue of profiles: what each model name promises, read from ``catalog.toml``.

A `Profile` is a contract without an engine: sizes, qualities, tokens, prices and dates. `deployments` binds it
to one.
"""

from __future__ import annotations

import datetime
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib import resources
from typing import Annotated

import msgspec

from aquatint.sizes import IllegalSize, SizeRule, parse_size
from aquatint.tokens import AreaGrid, Fidelity, RowGrid, TokenGrid, Usage
from aquatint.types import Complexity, OutputFormat, Quality

_MILLION = Decimal(1_000_000)
_Positive = Annotated[int, msgspec.Meta(gt=0)]


class CatalogInvalid(ValueError):
    """The catalogue cannot be used; the text names the entry."""


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the file. msgspec checks types, missing and unknown keys, and names the place of a mistake."""


class Prices(_Entry, frozen=True):
    """US dollars for a million tokens."""

    text_input: Decimal
    image_input: Decimal
    image_output: Decimal


class Dates(_Entry, frozen=True):
    """Announced ends at the real services; None where none was announced. Told to clients, never enforced."""

    deprecated: datetime.date | None = None
    shutdown: datetime.date | None = None
    foundry_retirement: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one model name promises."""

    name: str
    """The exact name, dated or not, as clients write it."""
    family: str
    """The name without a date; equal for a model and its snapshots."""
    owner: str
    released: datetime.date
    size_rule: SizeRule
    qualities: tuple[Quality, ...]
    auto_quality: Quality
    """What ``quality: auto`` means."""
    output_formats: tuple[OutputFormat, ...]
    """The first is the default."""
    input_fidelity: tuple[Fidelity, ...]
    """Values of the parameter; empty where the model refuses it."""
    complexity: tuple[Complexity, ...]
    """Values of the parameter; empty where the model refuses it."""
    tokens: TokenGrid
    prices: Prices
    dates: Dates

    @property
    def created(self) -> int:
        """Unix time of the release: its day's midnight in UTC."""
        return int(datetime.datetime.combine(self.released, datetime.time(), datetime.UTC).timestamp())

    def cost(self, usage: Usage) -> Decimal:
        """Exact US dollars for the tokens, not rounded."""
        prices = self.prices
        text = usage.input_text * prices.text_input
        images = usage.input_image * prices.image_input + usage.output_image * prices.image_output
        return (text + images) / _MILLION


class Retired(_Entry, frozen=True):
    """A name that the real service has shut down and that nothing serves here."""

    name: str
    shutdown: datetime.date


@dataclass(frozen=True, slots=True)
class Catalog:
    """All profiles, snapshots included, in the order of the file, and the retired names."""

    profiles: tuple[Profile, ...]
    retired: tuple[Retired, ...]

    @classmethod
    def load(cls) -> Catalog:
        """The catalogue that ships with Aquatint. Raises `CatalogInvalid`."""
        return cls.parse(resources.files(__package__).joinpath("catalog.toml").read_text("utf-8"))

    @classmethod
    def parse(cls, text: str) -> Catalog:
        """A catalogue from TOML text in the form of ``catalog.toml``. Raises `CatalogInvalid`."""
        try:
            raw = tomllib.loads(text, parse_float=Decimal)
            shape = msgspec.convert(raw, _File, builtin_types=(datetime.date, Decimal))
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as trouble:
            raise CatalogInvalid(f"catalog.toml: {trouble}") from trouble
        catalog = cls(tuple(_profiles(shape)), tuple(shape.retired))
        _check_names(catalog)
        return catalog


class _Listed(_Entry, frozen=True, tag_field="kind", tag="list"):
    fixed: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]

    def rule(self) -> SizeRule:
        return SizeRule(fixed=tuple(parse_size(text) for text in self.fixed))


class _Bounded(_Entry, frozen=True, tag_field="kind", tag="bounds"):
    multiple: _Positive
    max_edge: _Positive
    max_ratio: Decimal
    min_pixels: _Positive
    max_pixels: _Positive

    def rule(self) -> SizeRule:
        return SizeRule(
            multiple=self.multiple,
            max_edge=self.max_edge,
            max_ratio=float(self.max_ratio),
            min_pixels=self.min_pixels,
            max_pixels=self.max_pixels,
        )


class _Area(_Entry, frozen=True, tag_field="kind", tag="area"):
    quality: dict[Quality, _Positive]

    def grid(self) -> TokenGrid:
        return AreaGrid({str(name): cells for name, cells in self.quality.items()})


class _Rows(_Entry, frozen=True, tag_field="kind", tag="rows"):
    quality: dict[Quality, _Positive]

    def grid(self) -> TokenGrid:
        return RowGrid({str(name): side for name, side in self.quality.items()})


class _Profile(_Entry, frozen=True):
    name: Annotated[str, msgspec.Meta(min_length=1)]
    released: datetime.date
    sizes: str
    tokens: str
    auto_quality: Quality
    output_formats: Annotated[tuple[OutputFormat, ...], msgspec.Meta(min_length=1)]
    prices: Prices
    snapshots: tuple[datetime.date, ...] = ()
    input_fidelity: tuple[Fidelity, ...] = ()
    complexity: tuple[Complexity, ...] = ()
    dates: Dates = Dates()


class _File(_Entry, frozen=True):
    owner: str
    sizes: dict[str, _Listed | _Bounded]
    tokens: dict[str, _Area | _Rows]
    profiles: Annotated[tuple[_Profile, ...], msgspec.Meta(min_length=1)]
    retired: tuple[Retired, ...] = ()


def _profiles(file: _File) -> Iterator[Profile]:
    rules = {name: _size_rule(name, entry) for name, entry in file.sizes.items()}
    for entry in file.profiles:
        if entry.sizes not in rules:
            raise CatalogInvalid(f"profile {entry.name}: there is no [sizes.{entry.sizes}]")
        if entry.tokens not in file.tokens:
            raise CatalogInvalid(f"profile {entry.name}: there is no [tokens.{entry.tokens}]")
        tokens = file.tokens[entry.tokens]
        _check_profile(entry, tokens)
        for name in (entry.name, *(f"{entry.name}-{date:%Y-%m-%d}" for date in entry.snapshots)):
            yield _profile(name, entry, file.owner, rules[entry.sizes], tokens)


def _size_rule(name: str, entry: _Listed | _Bounded) -> SizeRule:
    try:
        rule = entry.rule()
    except IllegalSize as trouble:
        raise CatalogInvalid(f"sizes.{name}: {trouble.text}") from trouble
    if next(rule.every(), None) is None:
        raise CatalogInvalid(f"sizes.{name}: these bounds allow no size at all")
    return rule


def _profile(name: str, entry: _Profile, owner: str, rule: SizeRule, tokens: _Area | _Rows) -> Profile:
    return Profile(
        name=name,
        family=entry.name,
        owner=owner,
        released=entry.released,
        size_rule=rule,
        qualities=tuple(tokens.quality),
        auto_quality=entry.auto_quality,
        output_formats=entry.output_formats,
        input_fidelity=entry.input_fidelity,
        complexity=entry.complexity,
        tokens=tokens.grid(),
        prices=entry.prices,
        dates=entry.dates,
    )


def _check_profile(entry: _Profile, tokens: _Area | _Rows) -> None:
    if entry.auto_quality not in tokens.quality:
        raise CatalogInvalid(f"profile {entry.name}: auto_quality {entry.auto_quality!r} has no token count")
    for key in ("text_input", "image_input", "image_output"):
        price: Decimal = getattr(entry.prices, key)
        if not price.is_finite() or price < 0:
            raise CatalogInvalid(f"profile {entry.name}: price {key} is {price}")


def _check_names(catalog: Catalog) -> None:
    names = [profile.name for profile in catalog.profiles] + [entry.name for entry in catalog.retired]
    repeated = [name for name, times in Counter(names).items() if times > 1]
    if repeated:
        raise CatalogInvalid(f"more than one entry for: {', '.join(repeated)}")
