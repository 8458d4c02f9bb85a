"""What happened, across articles."""
