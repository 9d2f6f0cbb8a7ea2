"""PDF: from glyphs on pages to paragraphs in reading order; `from_pdf` puts them together."""
