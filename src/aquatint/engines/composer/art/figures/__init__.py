"""Figures: animals and people drawn from parameters, under the protocol of `art.drawing`."""
