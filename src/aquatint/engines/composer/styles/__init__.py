"""Styles: composed pixels in, a hand-made look out. `registry.find` gives them by name."""
