"""How far a statement's words and names are those of the dossier."""
