"""Gather what the library holds on an article."""

from collections import Counter

from reader.core.entities import Recognition
from reader.core.errors import QT_TRANSLATE_NOOP, LibraryError
from reader.core.export import ArticleExport, ExportedEntity
from reader.core.mentions import Kind
from reader.store.library import Library


def export_of(library: Library, document_id: str, model: str | None = None) -> ArticleExport:
    """Return what the library holds on an article, with the entities that `model` found.

    None is the model that read it last, rather one that finished. Without a recognition there are
    no entities but those that another model found and on which the user has worked.

    :raises LibraryError: where the library has no document of that id.
    """
    document = library.document(document_id)
    if document is None:
        raise LibraryError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The article is not in the library, so there is nothing to export: open it first.",
            )
        )
    model = model or library.latest_model(document_id)
    recognition = library.recognition(document_id, model) if model else None
    if recognition is None:
        worked_on = tuple(library.entities_worked_on(document_id))
        recognition = Recognition(document_id, model or "", (), worked_on)
    entities = _in_order(recognition)
    return ArticleExport(
        document=document,
        entities=entities,
        notes=library.notes(exported.entity.id for exported in entities),
        annotations=tuple(library.annotations(document_id)),
    )


def _in_order(recognition: Recognition) -> tuple[ExportedEntity, ...]:
    """Return the entities by kind, then by first mention; those never mentioned come last."""
    mentions = recognition.mentions
    names = Counter(mention.entity_id for mention in mentions if mention.kind is not Kind.DEMONYM)
    demonyms = Counter(mention.entity_id for mention in mentions if mention.kind is Kind.DEMONYM)
    mentioned = dict.fromkeys(mention.entity_id for mention in mentions)
    first = {entity_id: place for place, entity_id in enumerate(mentioned)}
    kinds = list(Kind)
    ordered = sorted(
        recognition.entities,
        key=lambda entity: (kinds.index(entity.kind), first.get(entity.id, len(first))),
    )
    return tuple(
        ExportedEntity(entity, names[entity.id], demonyms[entity.id]) for entity in ordered
    )
