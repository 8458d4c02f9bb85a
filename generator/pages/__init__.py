"""From a dossier to Markdown and data files. No decision here about what is true."""
