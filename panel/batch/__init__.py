"""Many releases: planned, paced, budgeted, resumed; on one machine or many."""
