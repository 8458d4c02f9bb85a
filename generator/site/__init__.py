"""After the pages: what MkDocs, a database, a PDF, a search index and checks make of them."""
