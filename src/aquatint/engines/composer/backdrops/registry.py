"""Which places there are."""

from __future__ import annotations

from aquatint.engines.composer.backdrops.interiors import interiors
from aquatint.engines.composer.backdrops.place import Backdrop
from aquatint.engines.composer.backdrops.places.beach import Beach
from aquatint.engines.composer.backdrops.places.branch import Branch
from aquatint.engines.composer.backdrops.places.city import City, cities
from aquatint.engines.composer.backdrops.places.desert import Desert
from aquatint.engines.composer.backdrops.places.farm import Farm
from aquatint.engines.composer.backdrops.places.forest import Forest
from aquatint.engines.composer.backdrops.places.garden import Garden
from aquatint.engines.composer.backdrops.places.meadow import Meadow
from aquatint.engines.composer.backdrops.places.moon import Moon
from aquatint.engines.composer.backdrops.places.mountain import Mountain
from aquatint.engines.composer.backdrops.places.podium import podiums
from aquatint.engines.composer.backdrops.places.river import River
from aquatint.engines.composer.backdrops.places.sea import Sea
from aquatint.engines.composer.backdrops.places.sky import Sky
from aquatint.engines.composer.backdrops.places.snowfield import Snowfield
from aquatint.engines.composer.backdrops.places.space import Space
from aquatint.engines.composer.backdrops.places.street import Street
from aquatint.engines.composer.backdrops.places.studio import Studio
from aquatint.engines.composer.backdrops.places.table import Table
from aquatint.engines.composer.backdrops.places.tablecloth import tablecloths
from aquatint.engines.composer.backdrops.places.underwater import Underwater
from aquatint.engines.composer.backdrops.places.windowsill import Windowsill
from aquatint.engines.composer.backdrops.scenery import landscapes, varied

_PLACES: dict[str, Backdrop] = {
    place.name: varied(place)
    for place in (
        Meadow(),
        Forest(),
        Table(),
        City(),
        Sea(),
        Beach(),
        Mountain(),
        Studio(),
        Street(),
        Desert(),
        Snowfield(),
        Moon(),
        Space(),
        Underwater(),
        Garden(),
        River(),
        Farm(),
        Sky(),
        Branch((Forest(), Garden(), Meadow(), Mountain())),
        Windowsill((Meadow(), Garden(), City(), Forest(), Mountain())),
        *tablecloths(),
        *podiums(),
        *interiors(),
        *landscapes(),
        *cities(),
    )
}


class UnknownBackdrop(KeyError):
    """There is no backdrop of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no backdrop is called {name!r}")
        self.name = name


def find(name: str) -> Backdrop:
    """The backdrop of that name. Raises `UnknownBackdrop`."""
    try:
        return _PLACES[name]
    except KeyError:
        raise UnknownBackdrop(name) from None


def names() -> list[str]:
    """All backdrops, the most asked for first."""
    return list(_PLACES)
