"""Pictures in a terminal.

detect    which way of showing pictures a terminal has
graphics  the ways: kitty, iTerm, sixel, half blocks
sixel     the sixel encoder
"""
