"""A run from articles to pages: extraction, cache, memory of the last build, and putting pages in place."""
