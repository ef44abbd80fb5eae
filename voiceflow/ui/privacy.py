"""What leaves this machine, and where things are on it."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from voiceflow.cloud.permission import permissions
from voiceflow.history.key import KeyStore
from voiceflow.ui.cloud_words import leaves
from voiceflow.ui.control import Control
from voiceflow.ui.question import agreed
from voiceflow.ui.widgets import SPACING, Card, button, label, row

_HUB = "https://huggingface.co"


class Privacy(QWidget):
    """`refresh` after the settings have changed."""

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Privacy"))
        self.setAccessibleDescription(self.tr("What leaves this machine, what is kept on it, export and import"))
        self._control = control
        self._kept, self._done = label(kind="muted"), label(kind="muted")
        self._leaves, self._leaving = label(scale=1.6, bold=True), label(kind="muted")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACING)
        for card in (self._leaving_card(), self._kept_card(), self._settings_card()):
            rows.addWidget(card)
        self.refresh()

    def refresh(self) -> None:
        core = self._control.core
        self._show_leaving()
        keys = KeyStore(core.paths.database, core.settings.history.key_storage)
        self._control.work.run(lambda: keys.storage, self._show, self._control.tell)

    def _show(self, storage: str) -> None:
        """`storage`: where the key really is, which a changed setting does not move."""
        wishes = self._control.core.settings.history
        parts = [
            self.tr("Texts and sound are kept in one encrypted database."),
            {
                "keyring": self.tr("Its key is in the system's keyring."),
                "file": self.tr("Its key is in a file beside it, which only you can read."),
                "passphrase": self.tr("Its key is made from your passphrase."),
            }[storage],
            self.tr("Sound is kept after the text is there.")
            if wishes.keep_audio
            else self.tr("Sound is deleted when the text is there."),
            self.tr("Dictations older than {days} days are deleted.").format(days=wishes.keep_days)
            if wishes.keep_days
            else self.tr("Dictations are kept until you delete them."),
            self.tr("The log holds times and troubles, never a word and never a key that you press."),
        ]
        self._kept.setText(" ".join(parts))

    def _leaving_card(self) -> Card:
        card = Card(self.tr("What leaves this machine"))
        hub = (os.environ.get("HF_ENDPOINT") or _HUB).rstrip("/")
        told = (
            self.tr(
                "If you ask for a model, its files come from {hub}, which learns your internet address and "
                "which model you took. The button says so before it does."
            ).format(hub=hub),
            self.tr("There is no account, no telemetry, no crash report and no look for updates."),
        )
        card.rows.addWidget(label(card.accessibleName(), bold=True))
        card.rows.addWidget(self._leaves)
        card.rows.addWidget(self._leaving)
        for text in told:
            card.rows.addWidget(label(text, kind="muted"))
        return card

    def _show_leaving(self) -> None:
        lines = leaves(permissions(self._control.core.settings))
        self._leaves.setText(self.tr("What you allowed") if lines else self.tr("Nothing."))
        rest = self.tr("Nothing else that you say or write. You can take it back in the section Cloud.")
        none = self.tr("Nothing that you say or write, ever. Recognition, voices and rules run here.")
        self._leaving.setText("\n".join([*lines, rest]) if lines else none)

    def _kept_card(self) -> Card:
        card = Card(self.tr("What is kept on it"))
        data, logs = self._control.core.paths.data, self._control.core.paths.logs
        folders = row(
            button(self.tr("Open the data's folder"), lambda: _open(str(data))),
            button(self.tr("Open the log's folder"), lambda: _open(str(logs))),
            None,
        )
        card.rows.addWidget(label(card.accessibleName(), bold=True))
        card.rows.addWidget(self._kept)
        card.rows.addLayout(folders)
        return card

    def _settings_card(self) -> Card:
        card = Card(self.tr("Settings as a file"))
        path = self._control.core.paths.settings_file
        card.rows.addWidget(label(card.accessibleName(), bold=True))
        told = self.tr("They are in {path}. A change to the file is taken over by `voiceflow config edit`.")
        card.rows.addWidget(label(told.format(path=path), kind="muted"))
        card.rows.addLayout(
            row(
                button(self.tr("Export settings…"), self._ask_where_to),
                button(self.tr("Import settings…"), self._ask_where_from),
                None,
            )
        )
        card.rows.addWidget(self._done)
        self._done.hide()
        return card

    def _ask_where_to(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export settings"), "voiceflow.toml", "TOML (*.toml)")
        if name:
            self.export_to(name)

    def export_to(self, name: str) -> None:
        file = self._control.core.settings_file
        self._run(lambda: file.export(Path(name)), self.tr("The settings are in {name}.").format(name=name))

    def _ask_where_from(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import settings"), "", "TOML (*.toml)")
        title = self.tr("Replace all settings by those in the file?")
        if name and agreed(self.window(), title, self.tr("Yours are kept as config.toml.bak."), self.tr("Replace")):
            self.import_from(name)

    def import_from(self, name: str) -> None:
        core = self._control.core
        self._run(lambda: core.import_settings(Path(name)), self.tr("The settings of {name} hold.").format(name=name))

    def _run(self, call: Callable[[], object], done: str) -> None:
        self._control.work.run(call, lambda _: self._tell(done), lambda error: self._tell(str(error), "error"))

    def _tell(self, text: str, kind: str = "muted") -> None:
        self._done.setObjectName(kind)
        self._done.setText(text)
        self._done.style().polish(self._done)
        self._done.show()


def _open(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
