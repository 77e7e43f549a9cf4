"""Diagrams: timelines, flows, trees, cycles, pyramids, sets and comparisons."""
