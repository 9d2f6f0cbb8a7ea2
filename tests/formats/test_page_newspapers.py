"""Shapes that Spanish and Latin American newspapers' pages have: what is taken, what is left."""

from datetime import date

import pytest

from reader.core.document import BlockKind, Parsed
from reader.formats.from_page import read_page
from reader.formats.page.decoding import parse_page
from reader.formats.page.printed import day_in
from tests.formats.pages import forbid_network, page, texts

PROSE = (
    "La empresa municipal de aguas de Villamora cerró el ejercicio con una deuda de catorce "
    "millones de euros, según informó este martes la concejala de Hacienda, Teresa Olmedo.",
    "La mayor parte de la deuda, indicó el informe presentado por el Ayuntamiento, corresponde a "
    "las obras de la estación depuradora de Robledal, que se prolongaron durante tres años.",
    "El presidente de la asociación de vecinos, Joaquín Barrena, pidió que se aclare quién firmó "
    "los contratos. «No puede ser que paguemos todos el retraso de una sola empresa», dijo.",
    "Los desembolsos de este año ascendieron a dos millones, de los cuales la mitad provino de un "
    "préstamo del Banco de Desarrollo, de acuerdo con la información de la concejala.",
)
TITLE = "Villamora cerró el año con una deuda de catorce millones"
HEAD = f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}">'
OTHER = "El alcalde de Robledal anuncia una consulta sobre el puente viejo"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    forbid_network(monkeypatch)


def read(
    *, head: str = HEAD, above: str = "", between: str = "", behind: str = "", rest: str = ""
) -> Parsed:
    """Read an article of four paragraphs with something at its head, in its middle and after it."""
    first, *others = (f"<p>{each}</p>" for each in PROSE)
    body = f"{first}{between}{''.join(others)}{behind}"
    return read_page(
        page(
            f'<div class="note"><h1>{TITLE}</h1>{above}<div class="story-body">{body}</div></div>'
            f"{rest}",
            head,
        )
    )


def pictures(parsed: Parsed) -> list[str]:
    return [picture.source for picture in parsed.document.pictures]


@pytest.mark.parametrize(
    "promotion",
    [
        '<p><strong>Lea:&nbsp;<a href="/x/">{}</a></strong></p>',
        '<p><strong>Lea más:&nbsp;<a href="/x/">{}</a></strong></p>',
        '<p><strong>Mirá también <a href="/x/">{}</a></strong></p>',
        '<p><a href="/x/"><b>Te puede interesar: {}</b></a></p>',
        '<p><span><svg></svg></span><a href="https://orbe.com/noticias/x-nota/">{}</a></p>',
        '<div class="seguir-nota"><p>Seguí leyendo</p></div>',
        '<article class="related-note-in-body"><span><a href="/x">Informate más</a></span>'
        '<h2><a href="/x">{}</a></h2></article>',
        '<p><figure class="relGen"><img src="https://x.es/1.jpg"><figcaption><a href="/n/1">'
        "<h5>{}</h5><span>Leer más</span></a></figcaption></figure></p>",
    ],
)
def test_page_promotion_between_paragraphs_is_left_out(promotion: str) -> None:
    parsed = read(between=promotion.format(OTHER))

    assert texts(parsed) == [TITLE, *PROSE]
    assert pictures(parsed) == []


@pytest.mark.parametrize(
    "link",
    [
        '<p><a href="/informe.pdf">Informe completo de la Cámara de Cuentas sobre la deuda</a></p>',
        '<p><a href="/x">El informe está publicado en la página del Ayuntamiento.</a></p>',
        '<ul><li><a href="/x">Convenio firmado con la empresa de aguas en marzo</a></li>'
        "<li>Acta del pleno en que se aprobó ese convenio, de abril</li></ul>",
    ],
)
def test_page_links_of_the_article_itself_stay(link: str) -> None:
    assert len(texts(read(between=link))) > len(PROSE) + 1


def test_page_link_to_another_site_is_no_headline_of_this_one() -> None:
    parsed = read(
        above='<nav><a href="/a">Portada</a> <a href="/b">Opinión</a></nav>',
        between=f'<p><a href="https://www.camara.example/deuda">{OTHER}</a></p>',
    )
    assert texts(parsed) == [TITLE, PROSE[0], OTHER, *PROSE[1:]]


def test_page_caption_beside_a_picture_in_no_figure_is_the_pictures() -> None:
    parsed = read(
        between='<div class="visual__image"><picture><source srcset="https://x.es/w.jpg" '
        'media="(min-width: 9px)"><img src="https://x.es/a.jpg" alt="Las obras, otra vez">'
        '</picture><figcaption class="article-figcaption-img">Las obras - crédito Luis Gil'
        "</figcaption></div>"
    )

    kinds = [(block.kind, parsed.document.block_text(block)) for block in parsed.document.blocks]
    assert (BlockKind.PICTURE, "Las obras - crédito Luis Gil") in kinds
    assert len(kinds) == len(PROSE) + 2


@pytest.mark.parametrize(
    ("alt", "kept"),
    [
        ("Las obras de la depuradora", ""),
        ("Las obras en la depuradora de Robledal", ""),
        ("Una grúa amarilla ante el río", "Una grúa amarilla ante el río"),
    ],
)
def test_page_caption_is_not_said_again_for_the_picture(alt: str, kept: str) -> None:
    caption = "Las obras de la depuradora de Robledal. EFE"
    parsed = read(
        between=f'<figure><img src="https://x.es/a.jpg" alt="{alt}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )

    assert caption in texts(parsed)
    assert [picture.alt for picture in parsed.document.pictures] == [kept]


def test_page_caption_behind_a_figure_is_the_pictures() -> None:
    parsed = read(
        above='<section class="gallery"><div class="item"><figure class="gallery-figure"><img '
        'src="https://x.es/lazy.svg" data-td-src-property="https://x.es/daza.jpg" width="730">'
        '</figure><div class="figure-caption"><div class="credit-media"><span><p>Rodolfo Daza.</p>'
        "</span></div></div></div></section>"
    )

    assert pictures(parsed) == ["https://x.es/daza.jpg"]
    picture = next(b for b in parsed.document.blocks if b.kind is BlockKind.PICTURE)
    assert parsed.document.block_text(picture) == "Rodolfo Daza."
    assert texts(parsed).count("Rodolfo Daza.") == 1


def test_page_headline_in_a_figure_stands_over_its_picture() -> None:
    body = "".join(f"<p>{each}</p>" for each in PROSE)
    parsed = read_page(
        page(
            '<div class="col article"><div class="storyMedia"><figure><picture><source '
            'srcset="//c.cl/w460"><img srcset="//c.cl/w940.jpg" alt="x"></picture><figcaption>'
            f'<h1>{TITLE}</h1></figcaption></figure><div class="storyMediaCaption"><p class="lead">'
            "La edil se desplazará a Robledal y a La Cerca tras su visita a Coca.</p></div></div>"
            f"<article>{body}</article></div>",
            HEAD + '<link rel="canonical" href="https://www.c.cl/politica/gira-52">',
        )
    )

    kinds = [block.kind for block in parsed.document.blocks]
    assert kinds[:3] == [BlockKind.HEADING, BlockKind.PICTURE, BlockKind.PARAGRAPH]
    assert pictures(parsed) == ["https://c.cl/w940.jpg"]
    assert "La edil se desplazará" in texts(parsed)[2]


def test_page_lead_outside_the_article_element_is_kept() -> None:
    body = "".join(f"<p>{each}</p>" for each in PROSE)
    lead = "La emergencia alteró los hábitos de compra en varias regiones"
    parsed = read_page(
        page(
            f'<main><section><header><h1>{TITLE}</h1><h2 class="article-subheadline">{lead}</h2>'
            f"</header><article><div>{body}</div></article></section></main>",
            HEAD,
        )
    )

    assert texts(parsed) == [TITLE, lead, *PROSE]


def test_page_picture_that_the_page_calls_its_own_is_kept() -> None:
    parsed = read(
        head=HEAD + '<meta property="og:image" content="https://x.es/media/e807.jpg">',
        above='<div class="box"><img src="https://x.es/cache/w200/e807.jpg"></div>'
        '<div class="box"><img src="https://x.es/otra.jpg"></div>',
    )

    assert pictures(parsed) == ["https://x.es/cache/w200/e807.jpg"]


def test_page_face_of_the_author_is_no_picture_of_the_article() -> None:
    face = '<img width="75" height="75" alt="Mariano Marín" src="https://x.es/mm.png">'

    assert pictures(read(between=f'<div class="person">{face}</div>')) == []


@pytest.mark.parametrize(
    ("above", "author"),
    [
        ('<div class="person"><span> Por <a href="/perfil/7">Mariano Marín </a></span></div>',
         "Mariano Marín"),
        ('<address><strong>Agencia EFE</strong><br><span> 04.05.2022</span></address>',
         "Agencia EFE"),
        ('<a rel="author" href="/autor/redaccion"><b>Por: </b>Redacción</a>', "Redacción"),
        ('<p>Por Ana de la Vega y Luis Gil</p>', "Ana de la Vega y Luis Gil"),
        ('<span class="img-author">Cortesía</span>', ""),
        ('<div class="columnista"><p>Los vecinos reclaman sus derechos</p></div>', ""),
    ],
)  # fmt: skip
def test_page_author_is_who_is_named_at_the_headline(above: str, author: str) -> None:
    assert read(above=above).document.author == author


def test_page_outlet_is_no_author_and_its_name_goes_before_its_address() -> None:
    parsed = read(
        head=HEAD + '<meta name="author" content="Canal Nueve"><meta property="og:site_name" '
        'content="canalnueve.com.ni"><meta name="publisher" content="Canal Nueve">'
    )

    assert (parsed.document.author, parsed.document.outlet) == ("", "Canal Nueve")


@pytest.mark.parametrize(
    "above",
    [
        "<span><img src='/c.svg'> 26, Abril, 2022</span>",
        '<time datetime="26 abril 2022 - 00:00" itemprop="datePublished">26 abril 2022</time>',
        '<p class="date"><time dateTime="1650999999000">26 de abril, 2022 - 23h23</time></p>',
        "<address>EFE<br><span> 26.04.2022</span></address>",
        "<span>Actualizado: 27 Abr, 2022 07:53 p. m.</span><span>26 Abr, 2022 06:28 p. m.</span>",
    ],
)
def test_page_date_is_the_one_at_the_headline(above: str) -> None:
    aside = (
        "<div class='widget'><h5>El petróleo baja un 1,7 %</h5><small>22 Apr, 2022</small></div>"
    )

    assert read(above=above, rest=aside).document.date == "2022-04-26"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("24 de agosto de 2025", "2025-08-24"),
        ("1º de setiembre del 2024", "2024-09-01"),
        ("abril 26, 2022", "2022-04-26"),
        ("March 3rd, 2021", "2021-03-03"),
        ("26/Ene/2022 10:00", "2022-01-26"),
        ("04.05.2022", "2022-05-04"),
        ("4-13-2022", "2022-04-13"),
        ("1650999999", "2022-04-26"),
        ("31 de febrero de 2022", ""),
        ("El pleno de 14 concejales", ""),
        ("2 de mayo de 2031", ""),
        ("Un total de 3 millones 2022", ""),
        ("", ""),
    ],
)
def test_day_in_words(said: str, day: str) -> None:
    assert day_in(said, today=date(2026, 1, 1)) == day


def test_page_language_of_a_template_gives_way_to_the_one_that_was_chosen() -> None:
    html = page(f"<h1>{TITLE}</h1>" + "".join(f"<p>{each}</p>" for each in PROSE), HEAD)
    html = html.replace(b"<html>", b'<html lang="en">')
    said = b'<head><meta http-equiv="content-language" content="es">'

    assert read_page(html).document.language == "en"
    assert read_page(html.replace(b"<head>", said)).document.language == "es"


def test_parse_page_puts_nothing_into_an_element_that_can_hold_nothing() -> None:
    root = parse_page("<picture><source srcset=a><source srcset=b><img src=c></picture>x<wbr>y<p>z")

    assert root is not None
    assert [each.tag for each in root.xpath("//picture/*")] == ["source", "source", "img"]
    assert root.text_content() == "xyz"


@pytest.mark.parametrize(
    ("window", "address", "outlet"),
    [
        (f"{TITLE} » Local » Noticias » Hora Villamora", "", "Hora Villamora"),
        (f"{TITLE} - LA REGIÓN", "https://www.laregion.com.ar/20890-una", "LA REGIÓN"),
        (f"{TITLE} | Política", "https://www.orbe.com/noticias/presa/", "orbe.com"),
        (TITLE, "https://www.orbe.com/noticias/presa/", "orbe.com"),
        ("Hora Villamora | Noticias de la comarca", "", ""),
    ],
)
def test_page_outlet_by_the_windows_title(window: str, address: str, outlet: str) -> None:
    link = f'<link rel="canonical" href="{address}">' if address else ""
    head = f'<title>{window}</title><meta property="og:title" content="{TITLE}">{link}'

    assert read(head=head).document.outlet == outlet


def test_page_headline_below_a_masthead_that_repeats_it() -> None:
    masthead = (
        f'<header role="banner"><div class="logo"><h1><span>{TITLE}</span><a href="/">Hora</a></h1>'
        '</div><div class="fecha"><time datetime="jueves, 09 enero 2014 10:21">jueves, 09 enero '
        "2014</time></div></header>"
    )
    body = "".join(f"<p>{each}</p>" for each in PROSE)
    comments = (
        '<div id="sf_comment_list"><div class="sf_comment"><p><span class="sf_comment_author">'
        "Alcalino</span> Hace 28 minutos</p></div><div class='sf_comment_text'><p>Vaya gestión tan "
        "poco ejemplar, defiende lo indefendible, como para que los vecinos creamos en ella.</p>"
        "</div></div>"
    )
    parsed = read_page(
        page(
            f'{masthead}<div class="box"><h2 class="titulo">{TITLE}</h2><div class="firma">'
            '<span class="autor">María Marqués</span> | 08/01/2014</div><div class="imagen">'
            '<img src="http://x.es/a.jpg" width="460"><p class="pie">El concejal, ayer.</p></div>'
            f'<div class="texto">{body}</div>{comments}</div>',
            HEAD,
        )
    )

    assert (parsed.document.author, parsed.document.date) == ("María Marqués", "2014-01-08")
    assert texts(parsed) == [TITLE, "El concejal, ayer.", *PROSE]
    assert pictures(parsed) == ["http://x.es/a.jpg"]
