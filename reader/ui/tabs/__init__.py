"""Several articles and pages open at once, one of them shown; and all of them restored."""
