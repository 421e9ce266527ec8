"""Numbers that no source has as they stand, and that follow from those that it has."""
