"""The side panel: the list of entities, the card of one with its note, and the annotations."""
