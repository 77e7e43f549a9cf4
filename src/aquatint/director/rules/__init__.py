"""The built-in director: rules on words and plans, no model and no download."""

from aquatint.director.rules.rules import RulesDirector

__all__ = ["RulesDirector"]
