"""What a web page says: its tree, its head, its authors, its day of publication, and what is no part of its story."""
