"""The director that asks a language model.

director   the turn: ask, carry out what the model calls, tell it what came of it, until it has answered
briefing   what the model is told: its task, the pictures, what was said
functions  what it may call: draw, edit, show
"""

from aquatint.director.llm.director import LlmDirector

__all__ = ["LlmDirector"]
