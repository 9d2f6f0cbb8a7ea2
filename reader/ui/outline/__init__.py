"""The outline of the article, and the ways from heading to heading and paragraph to paragraph."""
