"""Pages that aren't the article are doubted; articles, however short, are not."""

import pytest

from reader.formats.from_page import read_page
from tests.formats.pages import BRIEF, article, forbid_network, page


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_network(monkeypatch)


CLOSED = (
    '<script type="application/ld+json">'
    '{"@type": "NewsArticle", "isAccessibleForFree": %s}</script>'
)
LONG = " ".join([BRIEF] * 8)
DOUBTFUL = [
    (page("<h1>Tu privacidad</h1><p>Nosotros y nuestros 842 socios usamos cookies y tratamos datos "
          "personales con tu consentimiento. Puedes aceptar o rechazar las cookies, o suscribirte."
          "</p><p>Consulta la política de cookies y la lista de socios.</p>"),
     "question about cookies"),
    (article(head=CLOSED % "false"), "for subscribers"),
    (article(head=CLOSED % '"False"'), "for subscribers"),
    (article(f"{BRIEF} Suscríbete para seguir leyendo."), "for subscribers"),
    (article("Un camión volcó este lunes en Villamora…",
             rest="<p>Contenido exclusivo para suscriptores</p>"), "for subscribers"),
    (page("<h1>Just a moment...</h1><p>Verifica que eres humano.</p>"), "a person is asking"),
    (page("<noscript>Please enable JavaScript.</noscript><div id=app>Cargando</div>"
          "<p>Please enable JavaScript to view this page.</p>"), "scripts"),
    (page("<h1>Error 404</h1><p>La página que buscas no existe. Prueba el buscador.</p>"),
     "isn't there any more"),
    (page("<h1>Vuelca un camión</h1><p>Un camión cargado de naranjas volcó. Leer más</p>"),
     "Very little text"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "sentence"), DOUBTFUL, ids=range(len(DOUBTFUL)))
def test_page_that_is_not_the_article_is_doubted(data: bytes, sentence: str) -> None:
    doubt = read_page(data).doubt
    assert doubt is not None
    assert sentence in str(doubt)


SOUND = [
    article(),
    article(LONG, head=CLOSED % "false"),
    article(rest="<footer><p>Suscríbete para leer sin límites. Contenido para suscriptores.</p>"
                 "</footer>"),
    article(rest="<div class='cookies'><p>Usamos cookies: aceptar todas, rechazar, nuestros "
                 "socios, política de privacidad.</p></div>"),
    article("La Agencia de Protección de Datos multó este martes a tres empresas por sus cookies. "
            "Según la resolución, pedían el consentimiento con trampas: aceptar costaba un clic y "
            "rechazar, nueve. Las empresas recurrirán. El organismo recuerda que la ley obliga a "
            "ofrecer las dos opciones con la misma claridad desde 2023."),
    article(f"{BRIEF} El juez preguntó si el captcha, o error 404, servía de prueba."),
    article("El Ayuntamiento de Robledal abrirá la piscina el 1 de junio. La entrada costará dos "
            "euros, uno menos que el año pasado, informó la concejala Eva Tormo, que espera más "
            "de nueve mil bañistas."),
]  # fmt: skip


@pytest.mark.parametrize("data", SOUND, ids=range(len(SOUND)))
def test_page_that_is_an_article_is_not_doubted(data: bytes) -> None:
    assert read_page(data).doubt is None
