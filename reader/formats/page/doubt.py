"""Tell a page that isn't the article from one that is, however short."""

import re

from reader.core.errors import QT_TRANSLATE_NOOP, DocumentError

_STUB = 25  # words; the shortest news in brief have more
_NOTICE = 40  # words; a site's notice is seldom longer
_BRIEF = 80  # words; a shorter text is news in brief, or cut
_TEASER = 250  # words; what a paywall lets through is shorter
_WALL_WORDS = 400  # the same, where the page says in so many words that the rest is closed

_COOKIES = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"(?:usamos|utilizamos|we use|uses) (?:las |los )?cookies",
        r"nuestros (?:\d+ )?(?:socios|proveedores)|our (?:\d+ )?partners",
        r"(?:tu|su|your) consent",
        r"pol[ií]tica de (?:cookies|privacidad)|(?:cookie|privacy) policy",
        r"acept[ae]r? (?:y continuar|tod[ao]s?|(?:las )?cookies|o rechazar)|accept all",
        r"rechazar|reject all",
        r"(?:tus|sus|your) (?:preferencias|opciones|preferences|choices)",
        r"almacen\w+ (?:o|y|y/o) acced|store and/or access",
        r"datos personales|personal data",
    )
)
"""What dialogues about cookies say, and articles about them seldom do."""

_COOKIE_SIGNS = 3  # of these, for a text to be such a dialogue
_PAYWALL = re.compile(
    r"(?:contenido|art[ií]culo|noticia|informaci[oó]n)\s+(?:es\s+)?(?:exclusiv[oa]|s[oó]lo|"
    r"únicamente)?\s*(?:para|de)\s+(?:los\s+)?(?:suscriptores|usuarios registrados|socios)|"
    r"(?:suscr[ií]b(?:e|a|ete|ase|irte|irse)|reg[ií]str(?:ate|ese|arte)|inicia sesi[oó]n|"
    r"hazte socio)\s+(?:y|para|o)\s+[^.]{0,40}(?:leer|leyendo|acceder|continuar|art[ií]culo)|"
    r"para (?:seguir leyendo|continuar leyendo|leer (?:el|este) (?:art[ií]culo|contenido))|"
    r"(?:subscribe|sign in|log in|register) to (?:continue|keep|read)|"
    r"(?:this (?:article|content|story) is|available) (?:only |exclusively )?(?:for|to) "
    r"subscribers|"
    r"subscribers only|already a subscriber",
    re.IGNORECASE,
)
_BLOCKED = re.compile(
    r"captcha|access denied|acceso denegado|are you (?:a )?(?:human|robot)|just a moment|"
    r"eres (?:un )?(?:humano|robot)|(?:verify|checking) (?:you are|that you|your browser)|"
    r"verific(?:a|ar|ando) que (?:eres|es|usted)|request blocked|unusual traffic|tráfico inusual",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"(?:enable|turn on|activ[ae]r?|habilit[ae]r?|requires?|necesita)\s+(?:el\s+)?javascript|"
    r"javascript (?:is|está|esta) (?:disabled|desactivado|deshabilitado)",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b404\b|page not found|p[aá]gina (?:no|que buscas no) (?:encontrada|existe|est[aá])|"
    r"no (?:se )?(?:hemos|ha|pudimos) (?:encontrado|encontrar) la p[aá]gina|"
    r"ya no est[aá] disponible",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.\.\.|\[[+…. ]+\]|\b(?:seguir leyendo|leer más|read more))\s*$", re.I)


def doubt_about(
    article: str, *, page: str, title: str = "", is_closed: bool = False
) -> DocumentError | None:
    """Return what speaks against a text being the article; None where nothing does.

    `page` is all text that the page shows, `is_closed` whether it says itself that the article is
    for subscribers. A long text is never doubted.
    """
    count = len(article.split())
    if count >= _WALL_WORDS:
        return None
    if count < _BRIEF and _BLOCKED.search(title if count >= _NOTICE else f"{title} {page[:3000]}"):
        return _blocked()
    if count < _STUB and _SCRIPT.search(page[:20_000]):
        return _empty_shell()
    if _is_cookie_wall(article, page):
        return _cookie_wall()
    if (is_closed and count < _TEASER) or _is_paywall(article, page, count):
        return _paywall()
    if count < _BRIEF and _MISSING.search(title if count >= _NOTICE else f"{title}\n{article}"):
        return _missing()
    if count < _STUB or (count < _BRIEF and _CUT.search(article)):
        return _stub()
    return None


def _is_cookie_wall(article: str, page: str) -> bool:
    """Return whether the text is a question about cookies, or hidden behind one."""
    words = len(article.split())
    asked = article if words >= _STUB else page
    return words < _TEASER and sum(s.search(asked) is not None for s in _COOKIES) >= _COOKIE_SIGNS


def _is_paywall(article: str, page: str, count: int) -> bool:
    if _PAYWALL.search(article[-600:]):
        return True
    # In the rest of the page such words are also an advertisement: they count for a cut text.
    return count < _TEASER and _PAYWALL.search(page) is not None and (
        _CUT.search(article) is not None or count < _BRIEF
    )  # fmt: skip


def _blocked() -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The site wants to see that a person is asking and didn't give the article: open it in "
            "your browser and paste its text here, or save the page there and open the file.",
        )
    )


def _empty_shell() -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The page is empty until its scripts run, which Reader never does: open it in your "
            "browser and paste its text here, or save the page there and open the file.",
        )
    )


def _cookie_wall() -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "This is a question about cookies, not the article: answer it in your browser and "
            "paste the article's text here, or save the page there and open the file.",
        )
    )


def _paywall() -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "This seems to be only the beginning of the article, the rest is for subscribers: if "
            "you are one, paste its text here, or save the page in your browser and open the file.",
        )
    )


def _missing() -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The site says that the article isn't there any more: if you have it elsewhere, paste "
            "its text here, or open a saved page.",
        )
    )


def _stub() -> DocumentError:
    return DocumentError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Very little text was found, perhaps not the whole article: paste its text here, or "
            "save the page in your browser and open the file.",
        )
    )
