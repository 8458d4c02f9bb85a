"""PDFs by layout: glyphs to lines, lines to columns, columns to paragraphs; what each page repeats taken out."""
