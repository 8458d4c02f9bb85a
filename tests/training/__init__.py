"""How the pipeline is made."""
