"""Templates: what they print is text, what they can do is bounded, what they can read is told."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from reader import paths
from reader.core.errors import ExportError
from reader.core.export import ScopeKind
from reader.exporting.markdown import markdown_of
from reader.exporting.registry import ExportOptions
from reader.exporting.template_data import Data
from reader.exporting.template_filters import FILTERS
from reader.exporting.template_values import Address, Record, UserMarkdown
from reader.exporting.templates import SUFFIX, TemplateUse, template_files, template_named
from reader.exporting.templating import Budget, Template
from tests.exporting.hostile import encodable, inline_text, parse
from tests.exporting.samples import crlf_article, dossier, export_of

DATA: dict[str, object] = {
    "article": Record(
        {
            "title": "a *b* {{ x }} [[y]]",
            "url": Address("javascript:alert(1)"),
            "note": UserMarkdown("# hola\n\n**sí**"),
            "tags": ["uno", "dos tres"],
        }
    )
}


def filled(source: str) -> str:
    return Template("mía", source, budget=Quick).fill(DATA)


class Quick(Budget):
    """Less time and room, so that the tests are quick."""

    def __init__(self) -> None:
        super().__init__(time_s=0.5, most=100_000)


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ article.title }}", r"a \*b\* \{\{ x \}\} \[\[y\]\]"),
        ("{{ article.title | raw }}", "a *b* {{ x }} [[y]]"),
        ("{{ article.title ~ '*' }}", r"a \*b\* \{\{ x \}\} \[\[y\]\]\*"),
        ("{{ '<b>' }}", r"\<b>"),
        ("{{ '- a' }}", r"\- a"),
        ("[x]({{ article.url }})", "[x]()"),
        ("{{ article.note }}", "#### hola\n\n**sí**"),
        ("{{ article.tags }}", "uno, dos tres"),
        ("{{ article.tags | hashtag }}", "#uno #dos-tres"),
        ("{{ article.tags | join(' * ') }}", "uno * dos tres"),
        ("{{ article.title | quote }}", r"> a \*b\* \{\{ x \}\} \[\[y\]\]"),
        ("{{ article.tags | yaml }}", '["uno", "dos tres"]'),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('_') }}", r"**\_**"),
        ("{% set b %}*{{ '_' }}*{% endset %}{{ b }}", r"*\_*"),
        ("{% for t in article.tags %}{{ loop.index }}{{ t }} {% endfor %}", "1uno 2dos tres "),
        ("{{ article.title | shorten(5) }}", r"a…"),
        ("{{ 2 * 3 }}{{ 7 % 4 }}{{ 2 ** 3 }}", "638"),
        ("{{ range(3) | list }}", "0, 1, 2"),
    ],
)
def test_templates_print_text_as_text(source: str, written: str) -> None:
    assert filled(source) == written


@settings(deadline=None)
@given(text=encodable)
def test_templates_print_any_text_as_text(text: str) -> None:
    data = {"a": Record({"text": text})}
    tokens = parse(Template("t", "x {{ a.text }} x").fill(data))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    said = text.replace("\0", "\ufffd")
    assert inline_text(tokens[1]).split() == f"x {said} x".split()


@pytest.mark.parametrize(
    "source",
    [
        "{% for i in range(10**9) %}{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% for i in range(99999) %}{{ i }}{% endfor %}",
        "{{ 'a' * 10**9 }}",
        "{{ 10**10**10 }}",
        "{{ range(10**12) | list }}",
        "{% set n = namespace(x='a') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",  # noqa: E501
        "{% set n = namespace(x=[1]) %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",  # noqa: E501
        "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",  # noqa: E501
        "{% for i in 'x' * 9999 %}{% for j in 'x' * 9999 %}{% endfor %}{% endfor %}",
        "{{ (['a' * 900000] * 99999) | join }}",
        "{{ range(900000) | join('a' * 9999) }}",
        "{{ ['a' * 900000] * 99999 }}",
        "{{ (['a' * 900000] * 99999) | sort | length }}",
        "{{ ('a\\n' * 400000) | quote('a' * 9999) }}",
        "{% set x = 'a' * 900000 %}{{ " + " ~ ".join(["x"] * 999) + " }}",
        "{% set x %}{% for i in range(999999) %}" + "a" * 30000 + "{% endfor %}{% endset %}",
        "{% set x = 'a' * 900000 %}{% set n = namespace(x=[]) %}"
        "{% for i in range(9999) %}{% set n.x = n.x + [x ~ i] %}{% endfor %}",
        "{{ " + "[" * 150 + "1" + "]" * 150 + " }}",
    ],
)
def test_templates_that_go_on_and_on_are_stopped(source: str) -> None:
    began = time.process_time()  # not the time that other programs take
    with pytest.raises(ExportError, match=r"“mía” was stopped at line \d, because it takes"):
        filled(f"\n{source}")
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "source",
    [
        "{{ article.__class__ }}",
        "{{ article['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ article.title.upper() }}",
        "{{ '{:99999999}'.format(1) }}",
        "{{ '%99999999d' % 1 }}",
        "{{ namespace.__init__ }}",
        "{{ cycler }}",
        "{{ lipsum }}",
        "{{ article._fields }}",
        "{{ loop }}",
        "{% include '../settings.toml' %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{{ article.title | attr('upper') }}",
        "{{ [[1, 2], [3]] }}",
    ],
)
def test_templates_reach_nothing_but_the_data(source: str) -> None:
    with pytest.raises(ExportError):
        filled(source)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("a\nb {{ article.titel }}", "line 2 .*no attribute 'titel'"),
        ("\n\n{{ articel }}", "line 3 .*'articel' is undefined"),
        ("a\n{% for %}", "mistake at line 2"),
        ("{{ article.title | nope }}", "line 1: No filter named 'nope'"),
        ("{{ 1 / 0 }}", "line 1: division by zero"),
        ("{% if %}", "mistake at line 1"),
        ("{% if 1 %}" * 120 + "{% endif %}" * 120, "mistake at line 1: too many levels"),
        ("{% for i in [1] %}" * 60 + "{% endfor %}" * 60, "line 1: too many statically nested"),
        ("{{ 1" + "0" * 5000 + " }}", "mistake at line 1: Exceeds the limit"),
        ("{% macro m(a, a) %}{% endmacro %}", "mistake at line 1: duplicate argument"),
    ],
)
def test_templates_mistakes_are_one_sentence_with_the_line(source: str, sentence: str) -> None:
    with pytest.raises(ExportError, match=sentence) as told:
        filled(source)
    assert "\n" not in str(told.value)


def test_templates_of_the_user_take_the_place_of_built_in_ones(tmp_path: Path) -> None:
    (tmp_path / f"article-full{SUFFIX}").write_text("mía: {{ article.title }}\n")
    (tmp_path / f"ficha{SUFFIX}").write_text("{{ article.outlet }}\n")
    files = {each.name: each for each in template_files(tmp_path)}
    assert not files["article-full"].is_built_in
    assert files["entity-dossier"].is_built_in
    assert files["ficha"].use is TemplateUse.ARTICLE
    assert files["entity-line"].use is TemplateUse.ENTITY
    export = export_of(crlf_article())
    usual = ExportOptions(template_folder=tmp_path)
    assert markdown_of(export, usual) == "mía: «Respeto»: Rusia\n"
    chosen = ExportOptions(template="ficha", template_folder=tmp_path)
    assert markdown_of(export, chosen) == "El Diario\n"


def test_templates_that_are_not_there_are_told_with_those_that_are() -> None:
    with pytest.raises(ExportError, match=r"no template “nada”: choose one of .*article-full"):
        template_named("nada", None)


def test_templates_readme_names_every_field_and_filter() -> None:
    readme = (paths.resources() / "templates" / "README.md").read_text("utf-8")
    told = set(re.findall(r"`([a-z_]+)`", readme))
    article = crlf_article()
    export = export_of(article, entities=(dossier(article),), scope=ScopeKind.ENTITIES)
    data = Data.of(export, language="es")
    missing: set[str] = set()

    def walk(value: object, depth: int = 0) -> None:
        if isinstance(value, Record) and depth < 5:
            missing.update(set(value) - told)
            for name in value:
                walk(value[name], depth + 1)
        elif isinstance(value, list | tuple) and value:
            walk(value[0], depth)

    common = data.common()
    walk(common["export"])
    walk(data.article(article))
    walk(data.entity(dossier(article)))
    assert missing | (set(FILTERS) - told) == set()
    words = common["words"]
    assert isinstance(words, Record)
    assert {"annotations", "entities"} <= set(words)


@pytest.mark.parametrize("each", template_files(None), ids=lambda each: each.name)
def test_templates_built_in_work_without_anything_known(each: object) -> None:
    from reader.core.document import Document
    from reader.core.entities import Entity
    from reader.core.export import ExportedArticle, ExportedEntity
    from reader.core.mentions import Kind
    from reader.exporting.templates import TemplateFile

    assert isinstance(each, TemplateFile)
    bare = ExportedArticle(Document("d", "", "", ()))
    nobody = ExportedEntity(Entity("e", "", Kind.PERSON))
    export = export_of(bare, entities=(nobody,))
    data = Data.of(export, language="en")
    records = {
        "article": data.article(bare),
        "entity": data.entity(nobody),
        "annotation": data.article(crlf_article())["annotations"][0],  # type: ignore[index]
    }
    common = data.common() | {"alone": True, "whole_text": True}
    assert Template(each.name, each.source()).fill(common | records).strip()
