"""Places outdoors written as recipes: layers from far to near in data/scenery-*.toml, painted by name."""

from aquatint.engines.composer.backdrops.scenery.landscape import Landscape, landscapes

__all__ = ["Landscape", "landscapes"]
