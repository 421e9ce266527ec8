"""One release before one panel: poll, convene, compare."""
