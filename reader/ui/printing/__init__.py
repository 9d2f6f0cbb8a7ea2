"""Articles on paper, or as PDF: laid out in pages, with what is marked and said of them."""
