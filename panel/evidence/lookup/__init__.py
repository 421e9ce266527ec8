"""A dossier laid out for being looked up in: which sentence has which words, names and figures, and whose they are."""
