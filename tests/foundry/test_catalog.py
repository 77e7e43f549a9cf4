"""The catalogue: what ships is what the documents say, and mistakes in the file are named."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal
from importlib import resources

import pytest

from aquatint.foundry.catalog import Catalog, CatalogInvalid, Profile
from aquatint.sizes import Size
from aquatint.tokens import Usage, output_tokens

CATALOG = Catalog.load()
PROFILES = {profile.name: profile for profile in CATALOG.profiles}
SHIPPED = resources.files("aquatint.foundry").joinpath("catalog.toml").read_text("utf-8")

SMALL = """
owner = "someone"
sizes.one = { kind = "list", fixed = ["1024x1024"] }
tokens.plain = { kind = "rows", quality = { low = 64 } }
[[profiles]]
name = "a"
snapshots = [2026-01-02]
released = 2026-01-01
sizes = "one"
tokens = "plain"
auto_quality = "low"
output_formats = ["png"]
prices = { text_input = 1.0, image_input = 2.0, image_output = 3.0 }
[[retired]]
name = "b"
shutdown = 2025-01-01
"""


def test_all_names_are_there_in_order() -> None:
    assert list(PROFILES) == [
        "gpt-image-2",
        "gpt-image-2-2026-04-21",
        "gpt-image-2.5-sunburst",
        "gpt-image-2.5-sunburst-2026-09-08",
        "gpt-image-2.5-flare",
        "gpt-image-2.5-flare-2026-09-08",
        "gpt-image-1.5",
        "gpt-image-1.5-2025-12-16",
        "gpt-image-1-mini",
        "gpt-image-1-mini-2025-10-06",
        "chatgpt-image-latest",
    ]
    retired = {entry.name: entry.shutdown for entry in CATALOG.retired}
    assert retired == {
        "gpt-image-1": datetime.date(2026, 10, 23),
        "dall-e-3": datetime.date(2026, 5, 12),
        "dall-e-2": datetime.date(2026, 5, 12),
    }


@pytest.mark.parametrize("profile", CATALOG.profiles, ids=lambda profile: profile.name)
def test_a_snapshot_promises_what_its_family_does(profile: Profile) -> None:
    family = PROFILES[profile.family]
    assert profile.name.startswith(family.name)
    for field in ("size_rule", "qualities", "auto_quality", "output_formats", "input_fidelity", "prices", "dates"):
        assert getattr(profile, field) == getattr(family, field)


@pytest.mark.parametrize("profile", CATALOG.profiles, ids=lambda profile: profile.name)
def test_every_quality_has_a_token_count(profile: Profile) -> None:
    counts = [output_tokens(profile.tokens, quality, Size(1024, 1024)) for quality in profile.qualities]
    assert counts == sorted(set(counts))


def test_2_5_has_more_qualities_and_other_counts() -> None:
    square = Size(1024, 1024)
    two, flare = PROFILES["gpt-image-2"], PROFILES["gpt-image-2.5-flare"]
    assert flare.qualities == ("low", "medium", "high", "xhigh", "max")
    assert [output_tokens(two.tokens, quality, square) for quality in two.qualities] == [196, 1756, 7024]
    assert [output_tokens(flare.tokens, quality, square) for quality in flare.qualities] == [
        196,
        439,
        1756,
        3122,
        7024,
    ]


def test_only_older_models_have_fixed_sizes() -> None:
    fixed = {name for name, profile in PROFILES.items() if profile.size_rule.fixed}
    assert {PROFILES[name].family for name in fixed} == {
        "gpt-image-1.5",
        "gpt-image-1-mini",
        "chatgpt-image-latest",
    }
    assert PROFILES["gpt-image-2"].size_rule.allows(Size(3840, 2160))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("gpt-image-2", ()),
        ("gpt-image-2.5-flare", ()),
        ("gpt-image-1.5", ("low", "high")),
        ("gpt-image-1-mini", ("low",)),
    ],
)
def test_input_fidelity(name: str, values: tuple[str, ...]) -> None:
    assert PROFILES[name].input_fidelity == values


@pytest.mark.parametrize(
    ("name", "shutdown"),
    [("gpt-image-2", None), ("gpt-image-1.5", "2026-12-01"), ("gpt-image-1-mini-2025-10-06", "2026-12-01")],
)
def test_shutdown_dates(name: str, shutdown: str | None) -> None:
    date = PROFILES[name].dates.shutdown
    assert (date and date.isoformat()) == shutdown


def test_created_is_midnight_in_utc() -> None:
    created = datetime.datetime.fromtimestamp(PROFILES["gpt-image-2"].created, datetime.UTC)
    assert created.isoformat() == "2026-04-21T00:00:00+00:00"


@pytest.mark.parametrize(
    ("name", "quality", "dollars"),
    [
        ("gpt-image-2", "low", (".006", ".005", ".005")),
        ("gpt-image-2", "medium", (".053", ".041", ".041")),
        ("gpt-image-2", "high", (".211", ".165", ".165")),
        ("gpt-image-1.5", "low", (".009", ".013", ".013")),
        ("gpt-image-1.5", "medium", (".034", ".05", ".05")),
        ("gpt-image-1.5", "high", (".133", ".2", ".2")),
    ],
)
def test_prices_of_one_picture(name: str, quality: str, dollars: tuple[str, str, str]) -> None:
    """The guide's own table, each figure to as many places as the guide gives it."""
    profile = PROFILES[name]
    sizes = (Size(1024, 1024), Size(1024, 1536), Size(1536, 1024))
    usages = [Usage(output_image=output_tokens(profile.tokens, quality, size)) for size in sizes]
    for usage, dollar in zip(usages, dollars, strict=True):
        assert profile.cost(usage).quantize(Decimal(dollar), ROUND_HALF_UP) == Decimal(dollar)


def test_cost_adds_all_kinds_of_tokens_exactly() -> None:
    usage = Usage(input_text=1, input_image=1, output_image=1)
    assert PROFILES["gpt-image-2"].cost(usage) == Decimal("0.000043")


def test_a_small_catalogue_of_ones_own() -> None:
    catalog = Catalog.parse(SMALL)
    assert [profile.name for profile in catalog.profiles] == ["a", "a-2026-01-02"]
    assert catalog.profiles[0].owner == "someone"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('owner = "someone"', "", "owner"),
        ('owner = "someone"', "owner = ", "Invalid value"),
        ('owner = "someone"', 'owner = "someone"\ncolour = 1', "colour"),
        ('auto_quality = "low"', 'auto_quality = "auto"', r"\$\.profiles\[0\]\.auto_quality"),
        ('auto_quality = "low"', 'auto_quality = "high"', "profile a: auto_quality 'high' has no token count"),
        ('sizes = "one"', 'sizes = "two"', r"profile a: there is no \[sizes.two\]"),
        ('tokens = "plain"', 'tokens = "fancy"', r"profile a: there is no \[tokens.fancy\]"),
        ('["1024x1024"]', '["big"]', "sizes.one: Invalid size 'big'"),
        ('["1024x1024"]', "[]", r"\$\.sizes"),
        ('kind = "list"', 'kind = "circle"', "circle"),
        ("low = 64", "low = 0", r"\$\.tokens"),
        ("low = 64", "lowest = 64", "lowest"),
        ("text_input = 1.0", "text_input = 1", r"\$\.profiles\[0\]\.prices\.text_input"),
        ("text_input = 1.0", "text_input = -1.0", "profile a: price text_input is -1.0"),
        ("text_input = 1.0", "text_input = nan", "profile a: price text_input is NaN"),
        ("text_input = 1.0", "text_input = 1.0, text = 1.0", "text"),
        ("released = 2026-01-01", 'released = "yesterday"', r"\$\.profiles\[0\]\.released"),
        ('output_formats = ["png"]', 'output_formats = ["bmp"]', "bmp"),
        ('name = "b"', 'name = "a-2026-01-02"', "more than one entry for: a-2026-01-02"),
        ("shutdown = 2025-01-01", "shutdown = 2025-01-01\nwhy = 1", "why"),
    ],
)
def test_mistakes_are_named(before: str, after: str, message: str) -> None:
    assert before in SMALL
    with pytest.raises(CatalogInvalid, match=message):
        Catalog.parse(SMALL.replace(before, after))


def test_bounds_that_allow_nothing_are_refused() -> None:
    with pytest.raises(CatalogInvalid, match=r"sizes.flexible: these bounds allow no size"):
        Catalog.parse(SHIPPED.replace("max_edge = 3840", "max_edge = 320"))
