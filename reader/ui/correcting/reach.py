"""How far a correction has to be said so that it holds for all that it is about."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.corrections import Correction, Scope, Target, Wanted
from reader.core.entities import Recognition, normalize_name

if TYPE_CHECKING:
    from reader.store.library import Library

_NARROWER = {
    Scope.MENTION: (),
    Scope.ARTICLE: (Scope.MENTION,),
    Scope.EVERYWHERE: (Scope.ARTICLE, Scope.MENTION),
}


def reached(library: "Library", text: str, target: Target) -> list[Target]:
    """Return a target, and those that what was said before of less would keep from it.

    A narrower correction outweighs a wider one, whichever came first; but whoever corrects a name
    in the whole article means the mentions that they confirmed in it one by one, too. What was said
    in other articles goes on to hold there. `text` is the target's article's.
    """
    narrower = _NARROWER.get(target.scope, ())
    if not narrower:
        return [target]
    key = normalize_name(text[target.start : target.end])
    said = library.corrections.all(Wanted(target.document_id, scopes=narrower, text=key))
    targets: dict[object, Target] = {None: target}
    for each in said:
        if each.scope is Scope.ARTICLE and key in map(normalize_name, (each.name, each.value)):
            targets["article"] = replace(target, scope=Scope.ARTICLE)
        elif _is_of(each, text, key):
            assert each.span is not None
            start, end = each.span
            targets[each.span] = replace(target, start=start, end=end, scope=Scope.MENTION)
    return list(targets.values())


def _is_of(each: Correction, text: str, key: str) -> bool:
    if each.scope is not Scope.MENTION or each.span is None or each.is_orphan:
        return False
    return normalize_name(text[slice(*each.span)]) == key


def stands(library: "Library", shown: Recognition, start: int, end: int) -> bool:
    """Return whether a mention has just these boundaries by now, where `shown` was read."""
    found = library.recognition(shown.document_id, shown.model)
    mentions = found.mentions if found else ()
    return any((mention.start, mention.end) == (start, end) for mention in mentions)
