"""Reading sources: sentences, claims, grounding. Pure functions; nothing here asks a model or opens a file."""
