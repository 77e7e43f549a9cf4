"""All styles by name."""

from __future__ import annotations

from aquatint.engines.composer.styles.blueprint import BLUEPRINT
from aquatint.engines.composer.styles.chalkboard import CHALKBOARD
from aquatint.engines.composer.styles.comic import COMIC
from aquatint.engines.composer.styles.cubist import CUBIST
from aquatint.engines.composer.styles.dabs import IMPRESSIONIST, POINTILLISM
from aquatint.engines.composer.styles.drymedia import CHARCOAL_DRAWING, CRAYON_DRAWING, PASTEL_DRAWING
from aquatint.engines.composer.styles.engraving import ENGRAVING, LINE_ART
from aquatint.engines.composer.styles.flat import Flat
from aquatint.engines.composer.styles.glass import MOSAIC, STAINED_GLASS
from aquatint.engines.composer.styles.gouache import GOUACHE
from aquatint.engines.composer.styles.hatching import INK_AND_WASH, PENCIL
from aquatint.engines.composer.styles.lowpoly import LOW_POLY
from aquatint.engines.composer.styles.neon import NEON
from aquatint.engines.composer.styles.oil import OIL
from aquatint.engines.composer.styles.papercut import PAPER_CUT
from aquatint.engines.composer.styles.pixel import Pixel
from aquatint.engines.composer.styles.risograph import RISOGRAPH
from aquatint.engines.composer.styles.storybook import Storybook
from aquatint.engines.composer.styles.style import Style
from aquatint.engines.composer.styles.ukiyoe import UKIYO_E
from aquatint.engines.composer.styles.watercolor import WATERCOLOR
from aquatint.engines.composer.styles.woodcut import WOODCUT

DEFAULT = "storybook"

_ALL: tuple[Style, ...] = (
    Storybook(), Flat(), WATERCOLOR, OIL, Pixel(), NEON, PENCIL, INK_AND_WASH, GOUACHE, PAPER_CUT, WOODCUT, COMIC,
    CHALKBOARD, BLUEPRINT, LOW_POLY, RISOGRAPH, STAINED_GLASS, MOSAIC,
    CRAYON_DRAWING, PASTEL_DRAWING, CHARCOAL_DRAWING, LINE_ART, ENGRAVING, IMPRESSIONIST, POINTILLISM, UKIYO_E,
    CUBIST,
)  # fmt: skip
_BY_NAME = {style.name: style for style in _ALL}


def names() -> tuple[str, ...]:
    """The names of all styles, the default first."""
    return tuple(_BY_NAME)


def find(name: str) -> Style:
    """The style of that name. Raises `KeyError` for a name that is not in `names`."""
    return _BY_NAME[name]
