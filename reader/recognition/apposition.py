"""Nouns in front of a name that say what it is: "la firma Kuroda", "la comarca de Huelma"."""

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
    "red social|plataforma|laboratorio|laboratorios|funeraria|residencia"
)
_GROUNDS = (
    "localidad|localidades|municipio|ciudad|pueblo|villa|aldea|comarca|provincia|región|distrito|"
    "barrio|colonia|cantón|condado|comuna|parroquia|vereda|caserío|corregimiento|isla|islas|"
    "archipiélago|costa|costas|puerto|valle|sierra|cordillera|cuenca|desierto|selva|santuario|"
    "templo|catedral|cementerio|aeródromo|base aérea|cárcel|prisión|penal|penitenciaría|"
    "cancha|frontera con|cerca|afueras|alcalde|alcaldesa|vecinos|natural|oriundo|oriunda"
)
_ADJECTIVE = r"(?: [a-záéíóúñü]{4,}(?:a|o|as|os|al|ar|í|és|esa|ense|nte|ble|ica|ico))?"
_BODY = re.compile(rf"\b(?:{_BODIES}){_ADJECTIVE} [«“\"']?$")
_GROUND = re.compile(rf"\b(?:{_GROUNDS}){_ADJECTIVE} (?:de |del |de la |de los |de las )$")
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
    if kind in (Kind.PERSON, Kind.PLACE) and _GROUND.search(text, low, start):
        return Kind.PLACE
    return None
