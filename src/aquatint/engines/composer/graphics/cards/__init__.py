"""Cards: each module is one occasion or manner."""
