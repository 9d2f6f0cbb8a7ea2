"""The page for what finds the names: which models there are, which one serves, one more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reader.core.errors import ReaderError
from reader.recognition.catalogue import AUTOMATIC, Entry
from reader.recognition.download import UnreachableError
from reader.recognition.install import Installed
from reader.recognition.model import LANGUAGE
from reader.ui.dialogs import ask_model_file, ask_model_folder
from reader.ui.preferences.model_card import ModelCard
from reader.ui.preferences.models import Listing, Models, Offer, offer_of_release
from reader.ui.preferences.page import Page, Row
from reader.ui.preferences.task_bar import Choice, TaskBar, megabytes

_AUTOMATIC_KEY = ("automatic", "")


class RecognitionPage(Page):
    """The models as cards, and below them the bar in which one is installed or removed.

    `sentence_of` words an error in the interface's language.
    """

    model_chosen = Signal(str)  # what the setting `model` is to hold

    def __init__(
        self,
        models: Models,
        *,
        sentence_of: Callable[[ReaderError], str],
        chosen: str,
        serving: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._sentence_of = sentence_of
        self._chosen = chosen
        self._serving = serving
        self._listing = Listing((), ())
        self.cards: dict[tuple[str, str], ModelCard] = {}  # by state and choice
        self._lay_out()
        models.listed.connect(self._on_listed)
        models.offered.connect(self._ask_to_install)
        models.progressed.connect(self._on_progressed)
        models.installed.connect(self._on_installed)
        models.cancelled.connect(self._on_cancelled)
        models.removed.connect(self._on_removed)
        models.chosen.connect(self.model_chosen)
        models.failed.connect(self.tell_error)
        self.retranslate()

    def retranslate(self) -> None:
        """Take every word from the language that is now installed."""
        self.title.setText(self.tr("Recognition"))
        self._intro.setText(
            self.tr(
                "A model finds the people, countries, places and organizations of an article. "
                "Nothing is downloaded unless you ask for it."
            )
        )
        self._waiting.setText(self.tr("Looking for models…"))
        self.file_button.setText(self.tr("Install from file…"))
        self.folder_button.setText(self.tr("Choose folder…"))
        self.file_button.setToolTip(self.tr("A spaCy pipeline's file (….whl) on this computer"))
        self.folder_button.setToolTip(self.tr("A spaCy pipeline in a folder on this computer"))
        self.task_bar.retranslate()
        self._show_cards()

    def set_chosen(self, chosen: str) -> None:
        """Tell what the setting `model` holds."""
        self._chosen = chosen
        self._models.set_chosen(chosen)

    def set_serving(self, key: str) -> None:
        """Tell the cache key of the model that serves, whose parts are labels; "" for none yet."""
        self._serving = key
        self._show_cards()

    def rows(self) -> list[Row]:
        """Return the cards and the buttons below them."""
        common = self._intro.text() + " " + self.tr("models download install remove names")
        rows = [Row(f"{common} {card.words()}", card.setVisible) for card in self.cards.values()]
        buttons = (self.file_button, self.folder_button)
        return rows + [Row(f"{b.text()} {b.toolTip()}", b.setVisible) for b in buttons]

    def tell_error(self, error: ReaderError) -> None:
        """Tell what went wrong, and what can be done about it here.

        While something is being installed the bar is taken; the window has told of it too then.
        """
        if self._models.installing is not None:
            return
        offer, self._tried = self._tried, None
        choices: list[Choice] = []
        sentence = self._sentence_of(error)
        if isinstance(error, UnreachableError):
            url = str(error.values["url"])
            way = self.tr(
                "Or download {url} on another computer, bring the file here and install it from "
                "the file."
            )
            sentence = f"{sentence} {way.format(url=url)}"
            choices = [
                (self.tr("Install from file…"), self._on_file_wanted),
                (self.tr("Copy the address"), lambda: QApplication.clipboard().setText(url)),
            ]
        if offer is not None:
            choices.insert(0, (self.tr("Try again"), lambda: self._install(offer)))
        self._set_busy(False)
        self.task_bar.tell_error(sentence, [*choices, self._close_choice()])

    # ---- layout

    def _lay_out(self) -> None:
        self._tried: Offer | None = None
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self._waiting = QLabel()  # until the models have been looked for
        self._waiting.setProperty("role", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.file_button, self.folder_button = QPushButton(), QPushButton()
        line = QHBoxLayout()
        line.setSpacing(8)
        for button, wish in (
            (self.file_button, self._on_file_wanted),
            (self.folder_button, self._on_folder_wanted),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(wish)
            line.addWidget(button)
        line.addStretch(1)
        self.body.addWidget(self._intro)
        self.body.addWidget(self._waiting)
        self.body.addLayout(self._list)
        self.body.addLayout(line)
        self.body.addStretch(1)
        self.task_bar = TaskBar()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.task_bar)

    def _on_listed(self, listing: Listing) -> None:
        self._listing = listing
        self._waiting.hide()
        wanted = [_AUTOMATIC_KEY, *((entry.state.value, entry.choice) for entry in listing.entries)]
        for key in self.cards.keys() - set(wanted):
            self.cards.pop(key).deleteLater()
        for number, key in enumerate(wanted):
            if key not in self.cards:
                self.cards[key] = self._new_card()
            self._list.insertWidget(number, self.cards[key])
        self.cards = {key: self.cards[key] for key in wanted}
        self._show_cards()
        self._set_busy(self._models.installing is not None)

    def _new_card(self) -> ModelCard:
        card = ModelCard()
        card.use_requested.connect(lambda: self._models.choose(card.choice))
        card.install_requested.connect(lambda: self._on_install_wanted(card))
        card.remove_requested.connect(lambda: self._ask_to_remove(card))
        return card

    def _show_cards(self) -> None:
        if not self.cards:
            return
        is_automatic = self._chosen == AUTOMATIC
        tag = self.tr("In use") if is_automatic else ""
        self.cards[_AUTOMATIC_KEY].show_automatic(self._listing.automatic, tag=tag)
        serving = [entry for entry in self._listing.entries if self._serves(entry)]
        for entry in self._listing.entries:
            self.cards[(entry.state.value, entry.choice)].show_entry(
                entry,
                tag=self._tag(entry, serving),
                problem=self._sentence_of(entry.error) if entry.error is not None else "",
                is_chosen=entry.in_use and not is_automatic,
            )

    def _serves(self, entry: Entry) -> bool:
        return f"{entry.name}-{entry.version}" in self._serving.split("+")

    def _tag(self, entry: Entry, serving: list[Entry]) -> str:
        """Return whether a model serves; one that was chosen may turn out not to."""
        if entry.in_use and not self._serving:
            return self.tr("Starting…")
        if entry in serving and (entry.in_use or not any(other.in_use for other in serving)):
            return self.tr("In use")
        return self.tr("Chosen") if entry.in_use else ""

    def _set_busy(self, busy: bool) -> None:
        for button in (self.file_button, self.folder_button):
            button.setDisabled(busy)
        for card in self.cards.values():
            card.set_busy(busy)

    def _close_choice(self) -> Choice:
        return (self.tr("Close"), self.task_bar.dismiss)

    # ---- what the user asks for

    def _on_file_wanted(self) -> None:
        path = ask_model_file(self)
        if path is not None:
            self._models.look_into(path)

    def _on_folder_wanted(self) -> None:
        path = ask_model_folder(self)
        if path is not None:
            self.task_bar.dismiss()
            self._models.choose(str(path))

    def _on_install_wanted(self, card: ModelCard) -> None:
        assert card.entry is not None
        self._ask_to_install(offer_of_release(card.entry.name))

    def _ask_to_install(self, offer: Offer) -> None:
        name, size = f"{offer.name} {offer.version}", megabytes(offer.size_bytes)
        licence = offer.licence or self.tr("not stated")
        if offer.path is None:
            question = self.tr(
                "Install {name}? {size} will be downloaded from {host}, and its checksum "
                "verified. Licence: {licence}."
            ).format(name=name, size=size, host=offer.host, licence=licence)
            accept = self.tr("Download and install")
        else:
            question = self.tr("Install {name} from “{file}”, {size}? Licence: {licence}.").format(
                name=name, file=offer.path.name, size=size, licence=licence
            )
            known = (
                self.tr("It is the file that its publisher published (its checksum is right).")
                if offer.published
                else self.tr(
                    "It is in no list of published models: install it only if you trust "
                    "where it comes from."
                )
            )
            question = f"{question} {known}"
            accept = self.tr("Install")
        self.task_bar.ask(question, [
            (accept, lambda: self._install(offer)), (self.tr("Not now"), self.task_bar.dismiss)
        ])  # fmt: skip

    def _install(self, offer: Offer) -> None:
        name = f"{offer.name} {offer.version}"
        saying = self.tr("Installing {name}…") if offer.path else self.tr("Downloading {name}…")
        self._tried = offer
        self._set_busy(True)
        self.task_bar.begin(saying.format(name=name), (self.tr("Cancel"), self._on_cancel_wanted))
        self._models.install(offer)

    def _on_cancel_wanted(self) -> None:
        self.task_bar.say(self.tr("Calling it off…"))
        self._models.cancel()

    def _ask_to_remove(self, card: ModelCard) -> None:
        entry = card.entry
        assert entry is not None
        assert entry.folder is not None
        label = entry.folder.name
        question = self.tr(
            "Remove {name}, {size}? To have it again you would have to install it again. Your "
            "notes and annotations stay."
        ).format(name=f"{entry.name} {entry.version}", size=megabytes(entry.size_bytes or 0))
        self.task_bar.ask(question, [
            (self.tr("Remove"), lambda: self._remove(label)),
            (self.tr("Keep"), self.task_bar.dismiss),
        ])  # fmt: skip

    def _remove(self, label: str) -> None:
        self.task_bar.dismiss()
        self._models.remove(label)

    # ---- what happens

    def _on_progressed(self, done: int, total: int | None) -> None:
        self.task_bar.show_progress(done, total)
        if done == total:
            self.task_bar.say(self.tr("Checking and putting in place…"))

    def _on_installed(self, installed: Installed, serves: bool) -> None:
        self._tried = None
        self._set_busy(False)
        name = f"{installed.info.name} {installed.info.version}"
        if installed.was_there:
            sentence = self.tr("{name} was installed already, and is whole.")
        elif installed.published:
            sentence = self.tr("{name} is installed. It is the published file (SHA-256 verified).")
        else:
            sentence = self.tr(
                "{name} is installed. Its file is whole, but in no list of published models."
            )
        sentence = sentence.format(name=name)
        if installed.info.language != LANGUAGE:
            sentence += " " + self.tr("It reads the articles in its own language, by itself.")
        choices = [self._close_choice()]
        if not serves:
            choices.insert(0, (self.tr("Use it now"), partial(self._use, installed)))
        self.task_bar.tell(sentence, choices)

    def _use(self, installed: Installed) -> None:
        folder = installed.info.folder
        choices = [entry.choice for entry in self._listing.entries if entry.folder == folder]
        self.task_bar.dismiss()
        self._models.choose(choices[0] if choices else str(folder))

    def _on_cancelled(self, offer: Offer) -> None:
        self._tried = None
        self._set_busy(False)
        self.task_bar.tell(
            self.tr("Installing {name} was called off; everything is as it was before.").format(
                name=f"{offer.name} {offer.version}"
            ),
            [self._close_choice()],
        )

    def _on_removed(self, label: str) -> None:
        self.task_bar.tell(
            self.tr("{name} was removed.").format(name=label), [self._close_choice()]
        )
