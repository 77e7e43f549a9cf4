"""Portraits down to the shoulders: a large head with planes, lids, lips and strands."""
