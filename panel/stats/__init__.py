"""Panel arithmetic: tally, agreement, effective votes, intervals. Pure functions."""
