"""The user's word on names: given in the article, kept in the library, undone at will."""
