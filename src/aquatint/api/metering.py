"""What an order costs in tokens: the rule book applied to what was really made."""

from __future__ import annotations

from aquatint.api.wire.call import Call
from aquatint.tokens import TextCounter, Usage, input_image_tokens, output_tokens
from aquatint.types import Rendered


class Meter:
    """Counts the tokens of one call. Text and sources count once, however many pictures are made of them.

    In a stream each event tells what its picture added, and the first picture to be completed also carries the
    input; so the events of a stream add up to the usage of the same call without one.
    """

    def __init__(self, call: Call, text_counter: TextCounter) -> None:
        self._call = call
        self._text_tokens = text_counter.count(call.order.request.prompt)
        self._grid = call.deployment.profile.tokens
        self._input_told = False

    def picture(self, rendered: Rendered, partial_images: int = 0) -> Usage:
        """What one picture, and the partial images sent before it, adds."""
        usage = self._input(rendered) if not self._input_told else Usage()
        self._input_told = True
        quality = self._call.order.request.quality
        return usage + Usage(output_image=output_tokens(self._grid, quality, rendered.size, partial_images))

    def _input(self, rendered: Rendered) -> Usage:
        fidelity = self._call.order.request.input_fidelity
        images = sum(input_image_tokens(self._grid, size, fidelity) for size in rendered.source_sizes)
        return Usage(input_text=self._text_tokens, input_image=images)
