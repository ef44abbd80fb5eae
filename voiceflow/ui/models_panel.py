"""All models: what this machine should have, what it has, and how to change that."""

import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from voiceflow.engines.models import ModelEntry
from voiceflow.errors import VoiceFlowError
from voiceflow.ui.control import Control
from voiceflow.ui.installing import SETTINGS
from voiceflow.ui.model_row import ModelRow
from voiceflow.ui.model_words import hardware_words, size_words
from voiceflow.ui.models_shelf import Shelf, look, remove
from voiceflow.ui.question import agreed
from voiceflow.ui.translation import message
from voiceflow.ui.widgets import MARGIN, SPACING, Card, label, lay_out, row

_LONGEST_S = 0.012


class ModelsPanel(QWidget):
    """`changed` when a model came or went."""

    changed = Signal()

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Models"))
        self._control = control
        self._shelf: Shelf | None = None
        self.rows: dict[str, ModelRow] = {}
        self._missing: list[ModelEntry] = []
        self._installing = control.installing
        self._asked = False
        self._installing.progress.connect(self._on_progress)
        self._installing.ended.connect(self._on_end)
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_next)
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        core = self._control.core
        self._control.work.run(lambda: look(core), self._show, self._control.tell)

    def _show(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._machine.setText(hardware_words(shelf.hardware))
        best = shelf.recommended
        self._advice.setText(
            self.tr("Recommended: {model}, {reason}.").format(model=best.model, reason=message(best.reason))
        )
        room = (
            self.tr("Downloaded models take {taken}; {free} are free on that disk.")
            if shelf.taken_bytes
            else self.tr("No model was downloaded so far; {free} are free on that disk.")
        )
        self._room.setText(room.format(taken=size_words(shelf.taken_bytes), free=size_words(shelf.free_bytes)))
        self._show_loaded()
        present = {entry.name for entry in shelf.entries}
        for name in [name for name in self.rows if name not in present]:
            self.rows.pop(name).deleteLater()
        self._show_family()

    def _show_family(self) -> None:
        """The rows of a kind are made when it is first looked at."""
        family = self._family.currentData()
        wanted = [entry for entry in self._entries if entry.family == family and entry.name not in self.rows]
        self._missing = sorted(wanted, key=self._order)
        self._making.start()
        self._show_rows()

    def _order(self, entry: ModelEntry) -> tuple[bool, bool]:
        """What is used or should be, what is here, the others as the catalogue has them."""
        shelf = self._shelf
        first = shelf is not None and entry.name in (shelf.recommended.model, shelf.used[entry.family])
        return not first, not entry.usable

    def is_complete(self) -> bool:
        """All rows of the chosen kind are there."""
        return self._shelf is not None and not self._missing

    def show_model(self) -> None:
        """Another one was loaded, or this one unloaded."""
        self._show_loaded()
        self._show_rows()

    def _show_loaded(self) -> None:
        now = self._control.core.status.model
        runs_on = " · ".join(part for part in (now.device.upper(), now.compute_type) if part)
        self._loaded.setText(
            {
                "loading": self.tr("{model} is being loaded."),
                "loaded": self.tr("In memory: {model}, on {device}."),
                "failed": self.tr("{model} could not be loaded."),
            }.get(now.state, self.tr("No model is in memory; one is loaded when you speak.")).format(
                model=now.model, device=runs_on
            )
            + (f" {message(now.reason)}" if now.reason else "")
        )

    def _show_rows(self) -> None:
        family, words = self._family.currentData(), self.search.text().lower().split()
        for made in self.rows.values():
            self._show_row(made, family, words)
        shown = any(not made.isHidden() for made in self.rows.values())
        self._none.setVisible(not shown and not self._missing)

    def _show_row(self, made: ModelRow, family: str, words: list[str]) -> None:
        entry = next((each for each in self._entries if each.name == made.entry.name), made.entry)
        used = bool(self._shelf and self._shelf.used[entry.family] == entry.name)
        made.show_entry(entry, self._badges(entry, used), used, bool(self._installing.running))
        made.setVisible(entry.family == family and made.matches(words))

    @property
    def _entries(self) -> tuple[ModelEntry, ...]:
        return self._shelf.entries if self._shelf else ()

    def _badges(self, entry: ModelEntry, used: bool) -> list[str]:
        now = self._control.core.status.model
        recommended = self._shelf.recommended.model if self._shelf else ""
        told = {
            self.tr("recommended"): entry.name == recommended,
            self.tr("in use"): used,
            self.tr("in memory"): entry.family == "stt" and (now.state, now.model) == ("loaded", entry.name),
        }
        return [word for word, holds in told.items() if holds]

    def _make_next(self) -> None:
        """A few at a time: the window goes on meanwhile."""
        family, words = self._family.currentData(), self.search.text().lower().split()
        began_s = time.monotonic()
        while self._missing and time.monotonic() - began_s < _LONGEST_S:
            made = self._row(self._missing.pop(0))
            self._list.insertWidget(self._list.count() - 1, made)
            self._show_row(made, family, words)
        if not self._missing:
            self._making.stop()
            self._show_rows()
        lay_out(self._area)

    def _row(self, entry: ModelEntry) -> ModelRow:
        made = ModelRow(entry)
        made.install.connect(lambda: self._ask_to_install(made))
        made.cancel.connect(self._installing.cancel)
        made.use.connect(lambda: self._use(made))
        made.remove.connect(lambda: self._ask_to_remove(made))
        self.rows[entry.name] = made
        return made

    def _ask_to_install(self, made: ModelRow) -> None:
        entry = made.entry
        title = self.tr("Download the model {name}?").format(name=entry.name)
        source = self.tr(
            "About {size}, from the model hub (huggingface.co, or the mirror you set up). Licence: {licence}. "
            "It is used afterwards. Nothing that you say is sent anywhere."
        ).format(size=size_words(entry.size_bytes, 0), licence=entry.licence or self.tr("see its model card"))
        if agreed(self.window(), title, source, self.tr("Download")) and not self._installing.running:
            made.start()
            self._asked = True
            self._installing.start(entry.name)
            self._show_rows()

    def _on_progress(self, done_bytes: int, total_bytes: int, rate: float) -> None:
        """Also of a download that was asked for elsewhere."""
        if made := self.rows.get(self._installing.running):
            if not made.running:
                made.start()
                self._show_rows()
            made.show_progress(done_bytes, total_bytes, rate)

    def _on_end(self, error: VoiceFlowError | None) -> None:
        for made in self.rows.values():
            if made.running:
                made.end(str(error) if error else "")
        if error and self._asked and error.code != "models.cancelled":
            self._control.tell(error)
        self._asked = False
        self.refresh()
        self.changed.emit()

    def _use(self, made: ModelRow) -> None:
        core, setting, name = self._control.core, SETTINGS[made.entry.family], made.entry.name
        self._control.work.run(lambda: core.change(setting, name), lambda _: self.refresh(), self._control.tell)

    def _ask_to_remove(self, made: ModelRow) -> None:
        core, entry = self._control.core, made.entry
        title = self.tr("Remove the model {name}?").format(name=entry.name)
        what = self.tr("{size} are free then. It can be installed again.").format(size=size_words(entry.size_bytes))
        if agreed(self.window(), title, what, self.tr("Remove"), destroys=True):
            self._control.work.run(lambda: remove(core, entry), lambda _: self._removed(made), made.fail)

    def _removed(self, made: ModelRow) -> None:
        made.end("")
        self.refresh()
        self.changed.emit()

    def _build(self) -> None:
        self._family = QComboBox()
        self._family.setAccessibleName(self.tr("Kind of model"))
        self._family.addItem(self.tr("Speech recognition"), "stt")
        self._family.addItem(self.tr("Voices"), "tts")
        self._family.currentIndexChanged.connect(lambda _: self._show_family())
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search the models"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setFixedWidth(180)
        self.search.textChanged.connect(lambda _: self._show_rows())
        self._machine, self._advice, self._loaded = label(kind="muted"), label(), label(kind="muted")
        self._room, self._none = label(kind="muted"), label(self.tr("No model is called that."), kind="muted")
        card = Card(self.tr("This machine"))
        card.rows.setSpacing(6)
        for part in (label(card.accessibleName(), bold=True), self._machine, self._advice, self._loaded, self._room):
            card.rows.addWidget(part)
        inside = QWidget()
        inside.setObjectName("rooms")
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        self._list.setSpacing(8)
        self._list.addWidget(card)
        self._list.addWidget(self._none)
        self._list.addStretch(1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setAccessibleName(self.tr("Models"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, MARGIN, 0, 0)
        whole.setSpacing(SPACING)
        head = row(label(self.tr("Models"), scale=1.6, bold=True), None, self._family, self.search)
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        whole.addLayout(head)
        whole.addWidget(self._area, 1)
        self._none.hide()
