"""Tags: the words under which the user puts articles, entities and annotations."""
