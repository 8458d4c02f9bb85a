"""Who and what a dossier is about, across articles."""
