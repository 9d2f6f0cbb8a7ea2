"""What a web page is made of, and where its article is in it."""
