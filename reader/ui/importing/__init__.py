"""Everything by which articles come in: dropped, pasted, fetched, and many files at once."""
