"""Numbers in text: sign, currency, digits, unit; and ranges of years, months and days as labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_UNITS = (
    r"%|percent|per\s?cent|°\s?[CF]?\b|degrees|"
    r"(?:k|K|m|M|bn|B|mn)\b|thousand|million|billion|trillion|"
    r"(?:kg|g|mg|t|km/h|km|cm|mm|m²|m2|mi|miles|mph|lbs?|oz|hours?|hrs?|h|minutes|mins?|min|seconds|secs?|s|"
    r"ml|cl|l|L|kWh|MWh|GWh|TWh|kW|MW|GW|W|kcal|cal|GB|MB|TB|Hz|USD|EUR|GBP|dollars|euros|pounds)\b|€|£"
)
NUMBER = re.compile(
    r"(?<![\w.])(?<!\d[-–])(?P<sign>[-−](?=\s?[$€£¥₹]?\d)|minus\s+)?(?P<prefix>[$€£¥₹])?\s?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?P<suffix>\s?(?:{_UNITS}))?(?![\w])(?![-–]\d)"
)
_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "thousand": 1e3, "million": 1e6, "billion": 1e9,
           "trillion": 1e12}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TO = r"\s*(?:-|–|—|to|until|till|through)\s*"
_YEARS = re.compile(rf"\b(\d{{4}}){_TO}(\d{{4}})\b")
_QUARTERS = re.compile(rf"\b(Q[1-4]){_TO}(Q[1-4])\b")
_NAMED = re.compile(rf"\b([A-Z][a-z]{{2,8}})\.?{_TO}([A-Z][a-z]{{2,8}})\b")


class Number(NamedTuple):
    """A number as written, and its place in the text that was searched."""

    value: float
    prefix: str
    suffix: str
    decimals: int
    start: int
    end: int

    @property
    def bare(self) -> bool:
        """Whether it has no currency and no unit."""
        return not self.prefix and not self.suffix

    @property
    def year(self) -> bool:
        """Whether it can be a year."""
        return self.bare and self.decimals == 0 and 1000 <= self.value <= 2200


def numbers_in(text: str) -> list[Number]:
    """All numbers of a text in order."""
    return [_number(found) for found in NUMBER.finditer(text)]


def _number(found: re.Match[str]) -> Number:
    digits = found["digits"].replace(",", "")
    value = float(digits) * (-1 if found["sign"] else 1)
    suffix = (found["suffix"] or "").replace("percent", "%").replace("per cent", "%")
    suffix = " %".strip() if suffix.strip() == "%" else suffix
    decimals = len(digits.partition(".")[2])
    return Number(value, found["prefix"] or "", suffix, min(6, decimals), found.start(), found.end())


class Manner(NamedTuple):
    """How all numbers of a chart are written."""

    prefix: str
    suffix: str
    decimals: int
    factors: list[float]
    """By which each number is multiplied to be in the same unit."""


def common_manner(numbers: Sequence[Number]) -> Manner:
    """One way of writing for all numbers: their unit if it is one, else plain numbers."""
    prefixes = {number.prefix for number in numbers if number.prefix}
    suffixes = {number.suffix.strip() for number in numbers if number.suffix}
    prefix = prefixes.pop() if len(prefixes) == 1 else ""
    decimals = max((number.decimals for number in numbers), default=0)
    if len(suffixes) == 1:
        suffix = next(number.suffix for number in numbers if number.suffix)
        scaled = suffix.strip().lower() in _SCALES
        # A plain zero among thousands is zero; any other plain number among them is no thousand.
        if not scaled or all(number.suffix or not number.value for number in numbers):
            return Manner(prefix, suffix, decimals, [1.0] * len(numbers))
    if suffixes and all(suffix.lower() in _SCALES for suffix in suffixes):
        factors = [_SCALES.get(number.suffix.strip().lower(), 1.0) for number in numbers]
        return Manner(prefix, "", 0, factors)
    return Manner(prefix, "", decimals, [1.0] * len(numbers))


def span_labels(text: str, count: int) -> tuple[list[str], tuple[int, int]] | None:
    """The labels of a range that has just ``count`` of them ("2019-2023", "Jan to Jun"), and where it stands."""
    for pattern, reader in ((_YEARS, _years), (_QUARTERS, _quarters), (_NAMED, _names)):
        for found in pattern.finditer(text):
            labels = reader(found[1], found[2])
            if len(labels) == count:
                return labels, found.span()
    return None


def _years(first: str, last: str) -> list[str]:
    if not 0 <= int(last) - int(first) < 60:
        return []
    return [str(year) for year in range(int(first), int(last) + 1)]


def _quarters(first: str, last: str) -> list[str]:
    return [f"Q{number}" for number in range(int(first[1]), int(last[1]) + 1)]


def _names(first: str, last: str) -> list[str]:
    """Months or days between two of them, as long as the first is written: "Jan" to "Jun"."""
    for names in (MONTHS, DAYS):
        places = [next((i for i, name in enumerate(names) if name.startswith(word)), -1) for word in (first, last)]
        if min(places) >= 0:
            run = names[places[0] : places[1] + 1]
            return [name[:3] if len(first) == 3 else name for name in run]
    return []
