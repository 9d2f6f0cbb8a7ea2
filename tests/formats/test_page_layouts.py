"""One article in the page designs that newspapers use: the same text comes out of each."""

import pytest

from reader.formats.from_page import read_page

TITLE = "La presa de Valdecuna abrirá sus compuertas por primera vez en once años"
LEAD = "La Confederación avisa a cuatro municipios; el caudal se triplicará durante la noche."
PARAGRAPHS = [
    "La Confederación Hidrográfica del Tormal anunció este martes que la presa de Valdecuna "
    "soltará agua desde las nueve de la noche, después de que el embalse superara el 96 % de su "
    "capacidad por las lluvias de la última semana.",
    "El presidente del organismo, Andrés Belmonte, explicó en Salcedón que la maniobra durará "
    "unas diez horas y que el caudal del río pasará de 40 a 130 metros cúbicos por segundo. "
    "«No hay motivo de alarma, pero sí de prudencia», dijo.",
    "Los alcaldes de Salcedón, Robledal, Villamora y Puente Tormal recibieron el aviso por la "
    "mañana. Marta Quiroga, de Robledal, ordenó cerrar el paseo del río y retirar los vehículos "
    "del aparcamiento de la feria.",
    "La última vez que se abrieron las compuertas fue en abril de 2014. Entonces el agua cubrió "
    "dos huertas y el campo de fútbol de Villamora, según recuerda el club, que este año ha "
    "guardado las porterías.",
]
HEADING = "Un invierno de récord"
SHORT = "«Ya tocaba», resume un vecino."
CAPTION = "La presa de Valdecuna, el lunes. EFE"
BODY = [PARAGRAPHS[0], PARAGRAPHS[1], HEADING, PARAGRAPHS[2], SHORT, PARAGRAPHS[3]]

CARDS = "".join(
    f'<div class="card"><a href="/n/{i}"><img src="/i/{i}.jpg"><h3>Titular número {i} de otra '
    f"noticia que no es esta</h3></a><p>Resumen corto de la otra noticia {i}.</p></div>"
    for i in range(6)
)
LINKS = "".join(f'<li><a href="/s/{i}">Sección número {i}</a></li>' for i in range(9))
TOP = f'<header><a href="/">El Eco del Tormal</a><nav><ul>{LINKS}</ul></nav></header>'
BOTTOM = (
    f"<section><h2>Lo último</h2>{CARDS}</section>"
    "<footer><p>© El Eco del Tormal, S. A. Todos los derechos reservados.</p></footer>"
)
PICTURE = f'<figure><img src="/i/presa.jpg" width="900"><figcaption>{CAPTION}</figcaption></figure>'


def paragraphs(*, attributes: str = "", heading: str = "h2") -> str:
    return "".join(
        f"<{heading}>{text}</{heading}>" if text == HEADING else f"<p{attributes}>{text}</p>"
        for text in BODY
    )


def two_columns() -> str:
    """Headline, subtitle and picture in a header; the body beside a column of links."""
    return (
        f"{TOP}<main><article><header><div><a href='/esp'>España</a></div><h1>{TITLE}</h1>"
        f"<h2>{LEAD}</h2></header><div><div><a href='/a/x'>Rosa Prieto</a> | Salcedón</div>"
        f"<time>3 mar 2026</time></div>{PICTURE}<div class='a_c clearfix'>{paragraphs()}</div>"
        f"<aside><h3>Más leídas</h3><ul>{LINKS}</ul></aside></article></main>{BOTTOM}"
    )


def hashed_classes() -> str:
    """Divisions with classes that mean nothing, as single-page applications have them."""
    body = "".join(
        f'<div class="css-1k4f"><{tag} class="css-9x{i}">{text}</{tag}></div>'
        for i, text in enumerate(BODY)
        for tag in ["h2" if text == HEADING else "p"]
    )
    return (
        f'<div id="__next"><div class="css-a1">{TOP}</div><main class="css-b2"><div><h1 '
        f'class="css-h">{TITLE}</h1></div><p class="css-i subtitle">{LEAD}</p>{PICTURE}{body}'
        f"</main><div class='css-z'>{BOTTOM}</div></div>"
    )


def blog() -> str:
    """A blog of the usual software."""
    return (
        f'<body class="single has-sidebar comments-open">{TOP}<div id="content"><div '
        f'class="post type-post"><h1 class="entry-title">{TITLE}</h1><div class="entry-meta">Por '
        f'<a href="/a">Rosa Prieto</a></div><div class="entry-content"><p class="excerpt">{LEAD}'
        f'</p><div class="wp-caption"><img src="/i/presa.jpg" width="600"><p '
        f'class="wp-caption-text">{CAPTION}</p></div>{paragraphs()}<div class="sharedaddy"><h3>'
        f"Comparte esto:</h3><ul>{LINKS}</ul></div></div></div><div class='comments-area'><h2>2 "
        f"comentarios</h2><ol><li><p>Menos mal que avisan con tiempo, otros años ni eso.</p></li>"
        f"</ol></div></div>{BOTTOM}</body>"
    )


def tables() -> str:
    """A page from the time when tables laid pages out."""
    return (
        f'<table width="100%"><tr><td>{TOP}</td></tr><tr><td><table><tr><td width="160"><ul>'
        f'{LINKS}</ul></td><td><h1>{TITLE}</h1><p class="entradilla">{LEAD}</p>{PICTURE}'
        f"{paragraphs()}</td><td>{CARDS}</td></tr></table></td></tr></table>{BOTTOM}"
    )


def line_breaks() -> str:
    """A body without paragraphs, its parts kept apart by breaks."""
    body = "<br><br>".join(f"<b>{t}</b>" if t == HEADING else t for t in BODY)
    return (
        f'{TOP}<div class="noticia"><h1>{TITLE}</h1><div class="entradilla">{LEAD}</div>{PICTURE}'
        f'<div class="texto">{body}</div></div>{BOTTOM}'
    )


def amp() -> str:
    """The edition for telephones."""
    return (
        f"<amp-sidebar><ul>{LINKS}</ul></amp-sidebar><article><h1>{TITLE}</h1><p "
        f'class="article-subtitle">{LEAD}</p><figure><amp-img src="/i/presa.jpg" width="900" '
        f'height="500"></amp-img><figcaption>{CAPTION}</figcaption></figure>{paragraphs()}'
        f'<amp-ad type="x"></amp-ad></article>{BOTTOM}'
    )


def interrupted() -> str:
    """A body with an advertisement, a link and a newsletter between any two paragraphs."""
    rest = iter(
        [
            '<div class="ad-wrapper"><span>Publicidad</span></div>',
            '<p><a href="/n/1"><strong>Lea también: El embalse, al límite</strong></a></p>',
            '<div class="c-newsletter"><p>Apúntate a nuestro boletín semanal.</p></div>',
            '<div class="related-inline"><h4>Relacionado</h4><a href="/n/2">La riada</a></div>',
            '<blockquote class="instagram-media"><script>x</script></blockquote>',
            "",
        ]
    )
    body = "".join(
        (f"<h2>{text}</h2>" if text == HEADING else f"<p>{text}</p>") + next(rest) for text in BODY
    )
    return (
        f'{TOP}<article><h1>{TITLE}</h1><p class="bajada">{LEAD}</p>{PICTURE}<div>{body}</div>'
        f"</article>{BOTTOM}"
    )


def cookie_banner_first() -> str:
    """A consent dialogue longer than the article stands before it."""
    clauses = "".join(
        f"<p>Nosotros y nuestros socios tratamos datos personales y cookies para la finalidad {i}, "
        "con su consentimiento, que puede retirar en cualquier momento desde esta página.</p>"
        for i in range(12)
    )
    return f'<div id="didomi-host" role="dialog">{clauses}</div>{two_columns()}'


LAYOUTS = [
    two_columns, hashed_classes, blog, tables, line_breaks, amp, interrupted, cookie_banner_first,
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
def test_page_layouts_give_the_same_text(layout) -> None:
    page = f"<!DOCTYPE html><html lang='es'><head><title>{TITLE} - El Eco del Tormal</title>"
    page += f"<meta name='description' content='{LEAD}'></head>{layout()}</html>"
    parsed = read_page(page.encode(), address="https://eco.example/n/presa")
    document = parsed.document
    found = [document.block_text(block) for block in document.blocks]
    found = [part for text in found for part in text.split("\u2028") if part]
    assert found == [TITLE, LEAD, CAPTION, *BODY]
    assert [picture.source for picture in document.pictures] == ["https://eco.example/i/presa.jpg"]
    assert document.title == TITLE
    assert parsed.doubt is None
