"""Places outdoors written as recipes: layers from far to near in data/scenery-*.toml, painted by name."""

from aquatint.engines.composer.backdrops.scenery.landscape import Landscape, landscapes
from aquatint.engines.composer.backdrops.scenery.varied import varied

__all__ = ["Landscape", "landscapes", "varied"]
