"""Find a passage again in a text that has changed, by its quote and what stood around it."""

_ENOUGH_CONTEXT = 8
"""Code points of context that a passage must share, where it had as many."""

_LONG = 24
"""Code points of a quote that says enough by itself."""

_MARGIN = 4
"""Code points of context by which the best place must be ahead of the second."""


def place(
    quote: str, prefix: str, suffix: str, text: str, *, before: str = "", start: int = 0
) -> tuple[int, int] | None:
    """Return the half-open span of a quote in `text`, in code points; None where it is in doubt.

    `before` is the text in which it began at `start`, as far as that is known: what stands several
    times with the same context keeps its place in the order.
    """
    places = occurrences(quote, text)
    if not places:
        return None
    scores = [_context(text, found, len(quote), prefix, suffix) for found in places]
    best = max(scores)
    known = len(prefix) + len(suffix)
    is_alone = len(places) == 1 and len(occurrences(quote, before, limit=2)) < 2
    if best < min(_ENOUGH_CONTEXT, known) and not (is_alone and len(quote) >= _LONG):
        return None
    at_best = [found for found, score in zip(places, scores, strict=True) if score == best]
    others = [score for score in scores if score != best]
    if len(at_best) == 1:
        if others and best != known and best - max(others) < _MARGIN:
            return None
        return at_best[0], at_best[0] + len(quote)
    if best != known:
        return None
    found = same_in_order(quote, prefix, suffix, before, start, text)
    return None if found is None else (found, found + len(quote))


def same_in_order(
    quote: str, prefix: str, suffix: str, before: str, start: int, text: str
) -> int | None:
    """Return where a quote is in `text` that has there as many places with all its context.

    `before` is the text in which it began at `start`. None where they are more or fewer now.
    """
    alike = _with_whole_context(quote, prefix, suffix, before)
    places = _with_whole_context(quote, prefix, suffix, text)
    if len(alike) != len(places) or start not in alike:
        return None
    return places[alike.index(start)]


def _with_whole_context(quote: str, prefix: str, suffix: str, text: str) -> list[int]:
    return [
        found
        for found in occurrences(quote, text)
        if _context(text, found, len(quote), prefix, suffix) == len(prefix) + len(suffix)
    ]


def occurrences(quote: str, text: str, *, limit: int = 5000) -> list[int]:
    """Return where a quote begins in a text, `limit` places at the most."""
    places: list[int] = []
    found = text.find(quote) if quote else -1
    while found >= 0 and len(places) < limit:
        places.append(found)
        found = text.find(quote, found + 1)
    return places


def _context(text: str, start: int, length: int, prefix: str, suffix: str) -> int:
    """Return how many code points beside a place are as they were."""
    before = 0
    while (
        before < len(prefix) and before < start and text[start - before - 1] == prefix[-before - 1]
    ):
        before += 1
    after, end = 0, start + length
    while after < len(suffix) and end + after < len(text) and text[end + after] == suffix[after]:
        after += 1
    return before + after
