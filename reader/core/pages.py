"""What the whole library knows of an entity: articles, passages, company, months, networks."""

from dataclasses import dataclass

from reader.core.entities import Entity
from reader.core.mentions import Kind
from reader.core.search import Snippet


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph's part that names an entity, or two together.

    `offset` and `end` are the first mention's span in the article, in code points; `block` is the
    index of its block. The snippet's matches are all mentions asked for that it shows.
    """

    document_id: str
    offset: int
    end: int
    block: int
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class NamingArticle:
    """An article that names an entity, with the first passages that do.

    `copy_count` is how many other articles have nearly the same text and name it too: these aren't
    listed. `count` is of names, `demonym_count` of demonyms for a country.
    """

    document_id: str
    title: str
    outlet: str
    date: str
    added: str
    count: int
    demonym_count: int
    copy_count: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class EntityTotals:
    """How often the library names an entity; the same text in several outlets counts once."""

    article_count: int
    mention_count: int
    first_date: str
    last_date: str


@dataclass(frozen=True, slots=True)
class Related:
    """An entity that appears with another, most often first.

    `article_count` articles name both, `together_count` of them in one paragraph.
    """

    entity: Entity
    article_count: int
    together_count: int


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How often an entity is named in a month ("2026-11"); months without mentions are left out."""

    month: str
    article_count: int
    mention_count: int


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """An entity of a network; the weight counts its articles, in one article its mentions."""

    entity_id: str
    name: str
    kind: Kind
    weight: int


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """Two entities that appear together, by their place among the nodes, the lower first.

    The weight counts articles that name both in one paragraph, in one article such paragraphs.
    """

    first: int
    second: int
    weight: int


@dataclass(frozen=True, slots=True)
class Network:
    """The entities that matter most, heaviest first, and what connects them, strongest first.

    `name_count` is of all entities there are, with those that are left out.
    """

    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    name_count: int = 0
