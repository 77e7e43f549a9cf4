"""The parts of an infographic: where the cards stand, the arrows between them, the cards."""
