"""The library pane: every article, what they are put under, and what is done with them."""
