"""Set phrases in which a demonym names no country: "montaña rusa", "cabeza de turco"."""

import re
from collections.abc import Iterator

_WORDS = re.compile(r"[^\W\d_]+")
_REACH = 40
_LONGEST = 4

_PAIRS = """
ensaladilla rusa; ensalada rusa; montaña rusa; ruleta rusa; filete ruso; muñeca rusa; matrioska
rusa; pastel ruso; tortilla francesa; tortilla española; pan francés; tostada francesa; beso
francés; patata francesa; papa francesa; tinta china; barrio chino; cuento chino; naranja china;
dama china; muralla china; caja china; jarrón chino; tortura china; horóscopo chino; zodiaco chino;
col china; repollo chino; rosa china; punto chino; pastor alemán; dogo alemán; gran danés; bulldog
francés; mastín español; galgo español; galgo afgano; setter irlandés; lebrel irlandés; bichón
maltés; pastor belga; pastor australiano; gallo portugués; carabela portuguesa; cotorra argentina;
hormiga argentina; cerezo japonés; arce japonés; baño turco; cama turca; silla turca; toalla turca;
café irlandés; sauna finlandesa; navaja suiza; bollo suizo; hamaca paraguaya; cruz griega; yogur
griego; yogurt griego; calenda griega; guitarra española; gripe española; fiebre española; gripe
rusa; mal francés; salsa holandesa; subasta holandesa; enfermedad holandesa; síndrome holandés;
gimnasia sueca; mesa sueca; masaje tailandés; boxeo tailandés; cerdo vietnamita; depilación
brasileña; garrote español; península coreana; i griega; y griega; ruso blanco; rosa búlgara;
sentadilla búlgara
"""
_FIXED = """
arroz a la cubana; despedirse a la francesa; despidió a la francesa; despedida a la francesa;
marcharse a la francesa; marchó a la francesa; irse a la francesa; fue a la francesa; tortilla a la
francesa; tortilla a la española; huevos a la rusa; ensalada a la rusa; hacerse el sueco; hacerse la
sueca; hace el sueco; hace la sueca; hacen el sueco; hizo el sueco; hizo la sueca; hicieron los
suecos; hicieron el sueco; hacen los suecos; haciéndose el sueco; hacía el sueco; hacerse los
suecos; hagas el sueco; cabeza de turco; cabezas de turco; trabajo de chinos; tarea de chinos; labor
de chinos; como a un chino; como a chinos; año nuevo chino; nuevo año chino; perro de agua español;
perro de agua portugués; tocar la china; tocó la china; toca la china; tocado la china; fumar como
un turco; fuma como un turco; suena a chino; sonaba a chino; sonar a chino; sonó a chino; de chilena
"""
_AMOUNT = re.compile(r"(?:\d|mil|millones de|millón de|cientos de|miles de|cien|pocos) $")
_SALAD = re.compile(r" de ")


def is_set_phrase(text: str, start: int, end: int) -> bool:
    """Return whether the word, with those before it, is a set phrase, a dish or a currency."""
    word = text[start:end].lower()
    if word == "macedonia":  # of fruit
        return _SALAD.match(text, end) is not None
    if word == "bolivianos":
        return _AMOUNT.search(text, max(0, start - _REACH), start) is not None
    if word not in _LAST_WORDS:
        return False
    before = [w.lower() for w in _WORDS.findall(text, max(0, start - _REACH), start)]
    return any(
        " ".join((*before[-count:], word)) in _PHRASES
        for count in range(1, min(_LONGEST, len(before)) + 1)
    )


def _entries(listed: str) -> Iterator[str]:
    yield from (" ".join(entry.split()) for entry in listed.split(";"))


def _plural(word: str) -> str:
    if word in ("danés", "francés", "irlandés", "maltés", "japonés", "tailandés", "portugués"):
        return word[:-2] + "eses"
    if word.endswith(("án", "ón", "ín")):
        return word[:-2] + {"á": "a", "ó": "o", "í": "i"}[word[-2]] + "nes"
    return word + ("s" if word[-1] in "aeioué" else "es")


def _both_numbers() -> Iterator[str]:
    for entry in _entries(_PAIRS):
        noun, demonym = entry.split()
        yield entry
        noun = "grande" if noun == "gran" else noun
        yield f"{_plural(noun)} {_plural(demonym)}"


_PHRASES = frozenset((*_both_numbers(), *_entries(_FIXED)))
_LAST_WORDS = frozenset(phrase.rpartition(" ")[2] for phrase in _PHRASES)
