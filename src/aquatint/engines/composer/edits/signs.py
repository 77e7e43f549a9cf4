"""What lines of text are told by: addresses, numbers, dates, hours."""

from __future__ import annotations

import re

DATA: dict[str, re.Pattern[str]] = {
    "email": re.compile(r"\S@\S"),
    "phone": re.compile(r"\d[\d ()/.-]{5,}"),
    "website": re.compile(r"\w\.(?:com|org|net|io|co|de|fr|uk)\b(?!.*@)|www\."),
}
"""What lines of a card are told by."""
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NUMBERED = r"\d{1,2}(?:st|nd|rd|th)?"
CLOCK = re.compile(r"\d{1,2}(?::\d\d| ?[ap]\.?m\.?)(?: ?[ap]\.?m\.?)?", re.IGNORECASE)
"""An hour that stands alone: the mark of an entry in an agenda."""
MOMENTS: dict[str, re.Pattern[str]] = {
    "date": re.compile(
        r"\b(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? (?:the )?)?"
        rf"(?:{_NUMBERED}(?: of)? {_MONTHS}|{_MONTHS} {_NUMBERED})(?:,? \d{{4}}| \d{{4}})?\b"
        r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
        re.IGNORECASE,
    ),
    "time": re.compile(
        r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\w)|\b\d{1,2}:\d\d\b", re.IGNORECASE
    ),
}
"""Dates and hours, which stand among other words: a new one takes the place of the old one and of nothing else."""
DATA_SIGN = re.compile(r"^\S*[\d@]|^www\.")
