"""What stands right before or behind a name and says what it is.

Nouns in front, "la firma Kuroda", "la comarca de Huelma"; behind it ages, "Tilda Roa, de 41 años",
and what is told of towns, companies and people, "Brix, fundada en 1902".
"""

import re

from reader.core.mentions import Kind

_BODIES = (
    "organización|organizaciones|empresa|empresas|movimiento|iglesia|mutua|mutuas|bancos|"
    "mineras|diarios|cadenas|aerolíneas|hospitales|partido político|grupo armado|compañía|firma|"
    "patronal|sindicato|asociación|"
    "fundación|oenegé|ONG|consorcio|constructora|inmobiliaria|aerolínea|naviera|petrolera|minera|"
    "eléctrica|farmacéutica|tecnológica|aseguradora|automotriz|cervecera|cementera|siderúrgica|"
    "operadora|telefónica|telefonía|distribuidora|multinacional|transnacional|filial|startup|"
    "cooperativa|cadena|diario|periódico|rotativo|semanario|revista|emisora|televisora|"
    "televisión|agencia|escuela|colegio|instituto|liceo|academia|universidad|hospital|clínica|"
    "sanatorio|banco|financiera|gestora|consultora|encuestadora|bufete|editorial|productora|"
    "discográfica|galería|guerrilla|cártel|milicia|pandilla|banda|orquesta|coalición|"
    "red social|plataforma|laboratorio|laboratorios|funeraria|residencia|despacho|tabacalera|"
    "tabaquera|tabaqueras|colectivo|contratista|subcontrata|formación política|grupo"
)
_GROUNDS = (
    "localidad|localidades|municipio|ciudad|pueblo|villa|aldea|comarca|provincia|región|distrito|"
    "barrio|colonia|cantón|condado|comuna|parroquia|vereda|caserío|corregimiento|isla|islas|"
    "archipiélago|costa|costas|puerto|valle|sierra|cordillera|cuenca|desierto|selva|santuario|"
    "templo|catedral|cementerio|aeródromo|base aérea|cárcel|prisión|penal|penitenciaría|"
    "cancha|frontera con|cerca|afueras|alcalde|alcaldesa|vecinos|natural|oriundo|oriunda|"
    "inmediaciones|cercanías|alrededores|aldeas|embalse|embalses|volcán|puertos"
)
_ADJECTIVE = r"(?: [a-záéíóúñü]{4,}(?:a|o|as|os|al|ar|í|és|esa|ense|nte|ble|ica|ico))?"
_BODY = re.compile(rf"\b(?:{_BODIES}){_ADJECTIVE} [«“\"']?$")
_GROUND = re.compile(rf"\b(?:{_GROUNDS}){_ADJECTIVE} (?:de |del |de la |de los |de las )$")
_HALL = re.compile(
    r"\b(?:(?:[Ee]l|[Dd]el|[Aa]l) teatro|auditorio|edificio|coliseo|polideportivo|frontón|"
    r"circuito|centro comercial|palacio de congresos|recinto|velódromo|cine) $"
)
_IN_THE = re.compile(r"\b[Ee]n el $")
_AGE = re.compile(
    r"(?: \(|, (?:[a-záéíóúñü]+, )?(?:de )?)"
    r"(?:1?\d{1,2}|once|doce|trece|quince|veinte|treinta|"
    r"cuarenta|cincuenta|sesenta|setenta|ochenta|noventa) años\b"
    r"(?! de (?:hist|exist|vida|ant|exp|tray))"
)
_FOUNDED = re.compile(
    r", (?:(?:que )?fundad[oa] (?:en|por|hace)|filial de|(?:(?:la|el|una|un|otra|otro) )?"
    r"(?:empresa|compañía|firma|constructora|aerolínea|naviera|petrolera|multinacional|"
    r"oenegé|ONG|patronal|cooperativa|cadena|consultora|startup)"
    r"(?: \w+)? (?:que|cuy[ao]s?|de|del|con|líder|dueña|propietaria|responsable|encargada)\b)"
)
_SITUATED = re.compile(
    r",? (?:al (?:norte|sur|este|oeste|noreste|noroeste|sureste|suroeste) de [A-ZÁÉÍÓÚ]|"
    r"a \d+ kilómetros|a (?:unos|menos de|pocos) [\w ]{1,20}kilómetros)|"
    r", (?:(?:una?|el|la|otra?) )?(?:\w+ )?(?:volcán|pueblo|ciudad|municipio|localidad|aldea|isla|"
    r"comarca|provincia|población|pedanía|capital) (?:de|del|en|submarino|costera?|fronteriz[oa]|"
    r"situad[oa]|vecin[oa]|minera|a)\b"
)
_REACH = 50
"""Code points before a name that are looked at."""


def noun_says(text: str, start: int, kind: Kind | None) -> Kind | None:
    """Return the kind that the noun in front of a name tells; None where none does.

    `kind` is what the name was taken for. A body may be called by its ground ("alcalde de Morena"),
    so that only corrects people.
    """
    low = max(0, start - _REACH)
    if kind is not None and _BODY.search(text, low, start):
        return Kind.ORGANIZATION
    if kind in (Kind.PERSON, Kind.PLACE) and (
        _GROUND.search(text, low, start) or _HALL.search(text, low, start)
    ):
        return Kind.PLACE
    return None


def said_behind(
    text: str, start: int, end: int, kind: Kind | None, *, listed: bool = False
) -> Kind | None:
    """Return the kind that the words behind a name tell; None where they don't.

    `kind` is what `text[start:end]` was taken for, `listed` whether it is a well-known place's.
    """
    if kind is None:
        return None
    if kind is not Kind.PERSON and _AGE.match(text, end):
        return Kind.PERSON
    if kind in (Kind.PERSON, Kind.PLACE) and not listed and _FOUNDED.match(text, end):
        return Kind.ORGANIZATION
    single = " " not in text[start:end]
    doubtful = kind is Kind.PERSON or (kind is Kind.ORGANIZATION and single)
    if doubtful and _SITUATED.match(text, end):
        return Kind.PLACE
    if kind is Kind.PERSON and not single and _IN_THE.search(text, max(0, start - 6), start):
        return Kind.PLACE  # "en el Bárbara Ferrer", a hall
    return None
