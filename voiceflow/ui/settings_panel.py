"""All settings, drawn from their types: by section, or those that a search finds."""

import time
from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QScrollArea, QVBoxLayout, QWidget

from voiceflow.errors import VoiceFlowError
from voiceflow.events import State, StateChanged
from voiceflow.settings import Settings
from voiceflow.settings_keys import Key, keys
from voiceflow.ui.cloud import CloudServices
from voiceflow.ui.control import Control
from voiceflow.ui.insertion_try import InsertionTry
from voiceflow.ui.key_recorder import KeyEditor
from voiceflow.ui.microphone_check import MicrophoneCheck
from voiceflow.ui.privacy import Privacy
from voiceflow.ui.profiles import Profiles
from voiceflow.ui.settings_changes import Changes
from voiceflow.ui.settings_editors import editor
from voiceflow.ui.settings_offers import OFFERS, Offered
from voiceflow.ui.settings_row import SettingRow
from voiceflow.ui.settings_words import section_order, section_title
from voiceflow.ui.vocabulary import Vocabulary
from voiceflow.ui.widgets import MARGIN, SPACING, Card, label, lay_out, row

_PRIVACY, _PROFILES, _VOCABULARY = "privacy", "profiles", "vocabulary"
_LIST_PX, _LIST_FRAME_PX, _LONGEST_S = 140, 28, 0.012
_FIRST_CARD = 4
"""Above the cards stand what is wrong with the file, that nothing was found, and the services of the cloud."""


class SettingsPanel(QWidget):
    """A section's parts are made when it is first shown, or searched, one at a time: the window goes on meanwhile."""

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(self.tr("Settings"))
        self._control = control
        self._changes = Changes(control)
        self._changes.settled.connect(self._on_settled)
        self.rows: dict[str, SettingRow] = {}
        self._cards: dict[str, Card] = {}
        self._missing: list[Key] = []
        self.microphone, self.insertion = MicrophoneCheck(control), InsertionTry(control)
        self.privacy, self.profiles, self.vocabulary = Privacy(control), Profiles(control), Vocabulary(control)
        self.cloud, self.cleanup = CloudServices(control), CloudServices(control, ("cleanup",))
        self._parts = {
            "cloud": self.cloud, "cleanup": self.cleanup,
            "audio": self.microphone, _VOCABULARY: self.vocabulary, "insertion": self.insertion,
            _PROFILES: self.profiles, _PRIVACY: self.privacy,
        }  # fmt: skip
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_next)
        self._build()
        self.sections.setCurrentRow(0)

    def on_settings(self) -> None:
        for entry in self.rows.values():
            self._show(entry)
        self._show_problems()
        self.privacy.refresh()
        self.cloud.refresh()
        self.cleanup.refresh()
        self.profiles.refresh()
        self.vocabulary.refresh()
        self.insertion.refresh()

    def on_state(self, event: StateChanged) -> None:
        if event.state in (State.STARTING, State.LISTENING):
            self.microphone.stop()

    def is_complete(self) -> bool:
        """All rows of the chosen section are there."""
        return not self._missing

    def open_section(self, section: str) -> None:
        self.search.clear()
        self.sections.setCurrentRow(self._names.index(section))

    def _build(self) -> None:
        names = section_order([section.name for section in fields(Settings)])
        names.insert(names.index("text") + 1, _VOCABULARY)
        self._names = [*names, _PRIVACY]
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search the settings"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setFixedWidth(220)
        self.search.textChanged.connect(lambda _: self._refresh())
        self.sections = QListWidget()
        self.sections.setAccessibleName(self.tr("Sections"))
        self.sections.addItems([self._title(name) for name in self._names])
        self.sections.setFixedWidth(max(_LIST_PX, self.sections.sizeHintForColumn(0) + _LIST_FRAME_PX))
        self.sections.currentRowChanged.connect(lambda _: self._choose())
        self.sections.itemClicked.connect(lambda _: self._choose())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, MARGIN, 0, 0)
        whole.setSpacing(SPACING)
        head = row(label(self.tr("Settings"), scale=1.6, bold=True), None, self.search)
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        whole.addLayout(head)
        below = QHBoxLayout()
        below.setContentsMargins(MARGIN, 0, 0, 0)
        below.setSpacing(SPACING - 4)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, MARGIN)
        left.addWidget(self.sections)
        below.addLayout(left)
        below.addWidget(self._make_area(), 1)
        whole.addLayout(below, 1)

    def _make_area(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("rooms")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, SPACING, MARGIN)
        self._column.setSpacing(SPACING)
        self._problems, self._none = label(kind="error"), label(kind="muted")
        self._none.setText(self.tr("No setting is called that."))
        for part in (self._problems, self._none, *self._parts.values()):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setAccessibleName(self.tr("Settings"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        self._show_problems()
        return self._area

    def _choose(self) -> None:
        self.search.clear()
        self._refresh()

    def _refresh(self) -> None:
        words = self.search.text().lower().split()
        chosen = self._names[max(0, self.sections.currentRow())]
        self.sections.item(self._names.index(chosen)).setSelected(not words)
        for section in self._names[:-1] if words else [chosen]:
            self._open_card(section)
        self._show_found(words, chosen)
        self._area.verticalScrollBar().setValue(0)

    def _show_found(self, words: list[str], chosen: str) -> None:
        for section, card in self._cards.items():
            rows = [entry for name, entry in self.rows.items() if name.startswith(f"{section}.")]
            for entry in rows:
                entry.setVisible(entry.matches(words))
            card.setVisible(any(entry.matches(words) for entry in rows) if words else section == chosen)
        for section, part in self._parts.items():
            part.setVisible(_found(words, part) if words else chosen == section)
        shown = [*self._cards.values(), *self._parts.values()]
        self._none.setVisible(not self._missing and all(part.isHidden() for part in shown))

    def _open_card(self, section: str) -> None:
        if section in self._cards or section in (_PRIVACY, _PROFILES, _VOCABULARY):
            return
        card = Card(self._title(section))
        card.rows.setSpacing(4)
        card.rows.addWidget(label(card.accessibleName(), scale=1.15, bold=True))
        before = [name for name in self._names[: self._names.index(section)] if name in self._cards]
        self._cards[section] = card
        self._column.insertWidget(_FIRST_CARD + len(before), card)
        wanted = [key for key in keys().values() if key.name.startswith(f"{section}.")]
        self._missing = wanted + self._missing
        self._making.start()

    def _make_next(self) -> None:
        words = self.search.text().lower().split()
        began_s = time.monotonic()
        while self._missing and time.monotonic() - began_s < _LONGEST_S:
            key = self._missing.pop(0)
            made = self._row(key)
            self._cards[key.name.partition(".")[0]].rows.addWidget(made)
            made.setVisible(made.matches(words))
        if not self._missing:
            self._making.stop()
            self._show_found(words, self._names[max(0, self.sections.currentRow())])
        lay_out(self._area)

    def _row(self, key: Key) -> SettingRow:
        made = SettingRow(key, self._editor(key))
        made.wanted.connect(lambda value: self._wish(made, value))
        self.rows[key.name] = made
        self._show(made)
        return made

    def _wish(self, entry: SettingRow, value: Any) -> None:
        if entry.key.name == "cloud.enabled" and value and not self.cloud.may_switch_on():
            self._show(entry)
            return
        self._changes.make(entry.key.name, value)

    def _editor(self, key: Key) -> Any:
        if key.name in OFFERS:
            return Offered(key, self._control)
        if key.name in ("hotkey.key", "tts.hotkey", "hotkey.edit_key"):
            return KeyEditor(key, self._control)
        return editor(key)

    def _show(self, entry: SettingRow) -> None:
        if not self._changes.under_way(entry.key.name) and not entry.error:
            section, _, name = entry.key.name.partition(".")
            entry.show_value(getattr(getattr(self._control.core.settings, section), name))

    def _on_settled(self, name: str, error: VoiceFlowError | None) -> None:
        entry = self.rows[name]
        entry.show_error(str(error) if error else "")
        self._show(entry)

    def _show_problems(self) -> None:
        """Of the file: what could not be used."""
        problems = self._control.core.settings_file.problems
        file = self._control.core.paths.settings_file.name
        self._problems.setText("\n".join(f"{file}: {problem}" for problem in problems))
        self._problems.setVisible(bool(problems))

    def _title(self, section: str) -> str:
        own = {_PRIVACY: self.tr("Privacy"), _VOCABULARY: self.tr("Vocabulary")}
        return own.get(section) or section_title(section)


def _found(words: list[str], part: QWidget) -> bool:
    said = f"{part.accessibleName()} {part.accessibleDescription()}".lower()
    return all(word in said for word in words)
