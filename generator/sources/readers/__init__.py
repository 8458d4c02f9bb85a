"""Readers: one file a format, its bytes in, the article out."""
