"""Maps of invented places: islands and realms, and towns."""
