"""Collections and tags: what the user puts articles under."""

from collections.abc import Collection

from reader.core.shelf import Label, LabelKind
from reader.store.session import Session


class Labels:
    """The collections and tags of a library, for the thread that opened it alone."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def labels(self, kind: LabelKind) -> list[Label]:
        """Return the labels of a kind with the number of their articles, in alphabetical order."""
        raise NotImplementedError

    def of(self, document_id: str) -> list[Label]:
        """Return the labels of an article, collections first, each in alphabetical order."""
        raise NotImplementedError

    def create(self, kind: LabelKind, name: str) -> Label:
        """Return the label of that name, made if there is none; case and accents don't count.

        :raises LibraryError: where the name is empty.
        """
        raise NotImplementedError

    def rename(self, label_id: str, name: str) -> str:
        """Give a label another name, and return the one that it had.

        :raises LibraryError: where the name is empty or another of the kind has it, or the label
            is gone.
        """
        raise NotImplementedError

    def delete(self, label_id: str) -> None:
        """Delete a label; its articles stay, and `restore` brings it back with them."""
        raise NotImplementedError

    def restore(self, label_id: str) -> None:
        """Bring a deleted label back, with its articles.

        :raises LibraryError: where another one has its name meanwhile.
        """
        raise NotImplementedError

    def assign(self, label_id: str, document_ids: Collection[str]) -> list[str]:
        """Put articles under a label; return those that weren't, to undo it."""
        raise NotImplementedError

    def unassign(self, label_id: str, document_ids: Collection[str]) -> list[str]:
        """Take articles from under a label; return those that were there, to undo it."""
        raise NotImplementedError
