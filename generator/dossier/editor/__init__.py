"""What editors set right, and how it is applied."""
