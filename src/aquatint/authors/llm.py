"""Drafts by a language model, for the composer."""

from __future__ import annotations

import json
import logging
from typing import Any

from aquatint.engines.composer.planner.drafts import schema
from aquatint.errors import LanguageModelFailed
from aquatint.language.contract import LanguageModel, Message

_log = logging.getLogger(__name__)

TASK = """\
You plan illustrations for a drawing program. Turn the description into a plan.
- Every thing that is to be seen becomes one entry of "things", with its number and how it stands to another thing.
- Phrases are plain English nouns with adjectives, whatever the language of the description: the program knows
  common nouns, colours, materials, poses and clothes.
- Choose the backdrop, time, weather and style that fit best; "storybook" is the plain style.
- Texts are only those that the description asks for, letter by letter.
- Put into "left_out" the words of the description that the plan cannot show.
"""


class LlmAuthor:
    """Asks for drafts. When the model fails, there is none, and the engine's own rules read the prompt."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model

    async def draft(self, prompt: str) -> dict[str, Any] | None:
        """The draft for a prompt, unchecked; None when the model gave nothing of use."""
        asked = [Message(role="system", text=TASK), Message(role="user", text=prompt)]
        try:
            text = await self._model.structured(asked, "plan", schema())
            found = json.loads(text)
        except LanguageModelFailed as failure:
            _log.warning("%s The rules read the prompt.", failure.message)
            return None
        except ValueError:
            _log.warning("The language model wrote a plan that is no JSON. The rules read the prompt.")
            return None
        return found if isinstance(found, dict) else None
