"""What readers vote: stored, counted apart from the panel, never pooled with it."""
