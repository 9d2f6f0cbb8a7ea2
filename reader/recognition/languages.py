"""Whether a word such as "ruso" is a language's name, as in "habla ruso" or "del ruso al checo"."""

import re

LANGUAGES = frozenset(
    """
    inglés ingles castellano catalán catalan gallego euskera vasco valenciano árabe hebreo latín
    quechua guaraní aimara aymara náhuatl maya mapudungun mandarín cantonés hindi urdu farsi persa
    pastún dari kurdo suajili swahili bereber tamazight esperanto yidis sánscrito bengalí tamil
    """.split()
)
"""Languages that are no demonyms of states, but stand beside those that are."""

_ALWAYS = frozenset(
    "castellano euskera latín quechua aimara aymara náhuatl mandarín hindi farsi esperanto yidis"
    " sánscrito suajili swahili mapudungun".split()
)

_TONGUE = r"(?:idiomas?|lenguas?|dialectos?|habla|gramática|ortografía|filología|sintaxis)"
_ADVERBS = (
    r"(?:(?:con fluidez|con soltura|fluidamente|correctamente|perfectamente|bien|muy bien|apenas|"
    r"algo de|un poco de|solo|sólo|también|además|únicamente|poco|mal|perfecto|un|buen) )*"
)
_BEFORE = re.compile(
    # en ruso, en perfecto ruso, idioma ruso
    r"\b(?:(?:en|en un|en el) (?:(?:perfecto|correcto|buen|mal|puro|su|idioma) )?"
    rf"|{_TONGUE} (?:oficial(?:es)? )?(?:(?:como|son|:|es|el|del|de) )*"
    # habla ruso, aprender el ruso
    r"|(?:habl(?:ar|arle|an?|o|amos|aba[ns]?|ábamos|ando|en?|ado|ase)|chapurre\w+|s(?:aber|aben?|abía[ns]?|é)"
    r"|entend(?:er|ía[ns]?|ió)|entiende[ns]?|entiendo|comprend(?:er|en?|ía[ns]?)|le(?:er|en?|ía[ns]?)"
    rf"|escrib(?:ir|en?|ía[ns]?)) {_ADVERBS}"
    r"|(?:aprend(?:er|en?|ía[ns]?|i[óo]|ieron|iendo|ido)"
    r"|(?:estudi|enseñ|domin|perfeccion)(?:ar|a[ns]?|o|ó|aba[ns]?|aron|ando|ado|e[ns]?)) "
    rf"{_ADVERBS}(?:el )?"
    # clases de ruso, traducido del ruso al español
    r"|(?:clases?|cursos?|profesor(?:a|es|as)?|maestr[oa]s?|hablantes?|traductor(?:a|es|as)?"
    r"|intérpretes?|conocimientos?|diccionario|exámen(?:es)?|examen|enseñanza|aprendizaje|cátedra"
    r"|lecciones) (?:de|del) (?:idioma )?"
    r"|(?:nivel|dominio|nociones|estudios?|filología|manual|academia|fluidez|palabras?|parlantes?"
    r"|asignatura|departamento|facultad) (?:de|en) (?:idioma )?"
    r"|(?:tradu[cjz]\w*|vert(?:ido|ida|ir|ió)|doblad[oa]s?|adaptad[oa]s?|subtitulad[oa]s?)"
    r"(?: [^\s.;:]+){0,4}? (?:al|del|desde el)(?: [^\W\d_]+ al)? "
    r"|(?:versión|versiones) al "
    r"|habl(?:ar?|an|aba[ns]?) (?:el|nuestro|mi|su) "
    r"|(?:entender|comprender|saber|no entiende[ns]?|no entendía[ns]?|no comprende[ns]?) el "
    r")$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(
    r"\b(?:mi|tu|su|nuestro|vuestro) (?:(?:mal|buen|perfecto|escaso) )?$", re.I
)
_TONGUE_BEFORE = re.compile(rf"\b{_TONGUE} (?:oficial(?:es)? )?$", re.IGNORECASE)
_FOLLOWING = re.compile(
    r"(?:,? (?:es|son|era|como)?,? ?(?:una?|la|el|su|nuestra)? ?(?:[^\W\d_]+ )?"
    r"(?:lengua|idioma)s?\b"
    r"|,? (?:la )?(?:lengua|idioma) "
    r"| (?:mandarín|hablado|escrito|rioplatense|peninsular|neutro|estándar|antiguo|clásico|medieval"
    r"|coloquial)\b"
    r"| de (?:Cervantes|Shakespeare|Goethe|Dante|Molière|Camões|Pushkin|Borges|América|Castilla)\b)"
)
_LIST = re.compile(r"(?:,| y| e| o| u| ni|, y| como| que| y también)? (?:(?:el|al|en|del|de) )?")
_REACH = 70
_SPEECH = frozenset(
    """
    albanés alemán aleman armenio azerbaiyano azerí bielorruso birmano bosnio búlgaro camboyano
    checo chino coreano croata danés eslovaco esloveno español estonio feroés finés finlandés
    francés frances georgiano griego holandés húngaro indonesio irlandés islandés italiano japonés
    japones kazajo kirguís laosiano letón lituano luxemburgués macedonio malayo malgache maltés
    moldavo mongol montenegrino nepalí neerlandés noruego polaco portugués portugues rumano ruso
    samoano serbio somalí sueco tailandés tayiko turco turcomano turkmeno ucraniano uzbeko
    vietnamita
    """.split()
)
_SPOKEN = LANGUAGES | _SPEECH


def is_language(text: str, start: int, end: int, form: str, *, masculine: bool) -> bool:
    """Return whether the words around say that `text[start:end]` is spoken, read or learnt.

    `masculine`: it is a masculine singular, as languages are but for "la lengua rusa".
    """
    since = max(0, start - _REACH)
    if form in _ALWAYS or _TONGUE_BEFORE.search(text, since, start):
        return True
    if not masculine or form not in _SPOKEN:
        return False
    if _FOLLOWING.match(text, end):
        return True
    if names_someone(text, end):
        return False
    return bool(_BEFORE.search(text, since, start) or _POSSESSIVE.search(text, since, start))


def list_goes_on(text: str, end: int, start: int) -> bool:
    """Return whether nothing but a comma, "y" or the like parts a language from the next word."""
    return _LIST.fullmatch(text, end, start) is not None


def names_someone(text: str, end: int) -> bool:
    """Return whether a name follows at once: "dijo en el español Pérez" hardly is of a language."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
