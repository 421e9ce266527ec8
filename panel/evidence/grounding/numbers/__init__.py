"""Numbers, dates and licences of a statement, each beside the one in the dossier that it must be about."""
