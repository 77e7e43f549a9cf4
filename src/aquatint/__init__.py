"""Aquatint: the GPT-image-2 API on your own machine, with a built-in illustrator."""

__version__ = "0.1.0"
