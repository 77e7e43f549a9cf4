"""Places: forest, sea, city, table... each makes a Stage and paints it, back and front."""

from aquatint.engines.composer.backdrops.place import Backdrop
from aquatint.engines.composer.backdrops.registry import UnknownBackdrop, find, names

__all__ = ["Backdrop", "UnknownBackdrop", "find", "names"]
