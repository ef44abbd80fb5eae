"""One profile in a dialog: where it counts and what is different there."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from voiceflow.errors import SettingsError, VoiceFlowError
from voiceflow.options import check
from voiceflow.settings import Profile
from voiceflow.settings_keys import Key, key
from voiceflow.settings_profiles import checked, may_differ
from voiceflow.ui.settings_editors import editor
from voiceflow.ui.settings_words import section_title, title
from voiceflow.ui.widgets import MARGIN, SPACING, button, label, row

_WIDTH_PX, _HEIGHT_PX, _LINES = 560, 620, 3


class ProfileEditor(QDialog):
    """`saved` carries the profile; the dialog stays until somebody calls `done`, for saving may fail."""

    saved = Signal(object)

    def __init__(self, profile: Profile | None, programs: list[str], parent: QWidget) -> None:
        """`programs`: names that users may look for."""
        super().__init__(parent)
        profile = profile or Profile("")
        self._on = profile.on
        self.setWindowTitle(self.tr("Profile"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._changed: dict[str, tuple[Any, Any, QWidget]] = {}
        self._error = label(kind="error")
        self._error.hide()
        self._form = QFormLayout(labelAlignment=Qt.AlignmentFlag.AlignLeft)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setVerticalSpacing(SPACING)
        self.name = QLineEdit(profile.name)
        self.name.setPlaceholderText(self.tr("Such as: Letters"))
        self._field(self.tr("Name"), self.name)
        self.app = self._lines(self.tr("Programs"), profile.app, self.tr("One a line, such as xterm or *office*"))
        if programs:
            self._form.addRow(label(self.tr("You dictated into: {names}").format(names=", ".join(programs)), "muted"))
        self.titles = self._lines(self.tr("Titles"), profile.title, self.tr("Part of the window's title"))
        self.site = self._lines(self.tr("Sites"), profile.site, self.tr("In browsers, such as github.com"))
        self.vocabulary = self._lines(
            self.tr("Words"), profile.vocabulary, self.tr("Listened for first in these windows")
        )
        self._form.addRow(label(self.tr("What is different there"), bold=True))
        self.more = QComboBox()
        self.more.setAccessibleName(self.tr("Another setting"))
        self.more.activated.connect(self._add_chosen)
        self._form.addRow(self.more)
        for name, value in profile.settings.items():
            self._add(key(name), value)
        self._offer()
        self._build()

    def show_error(self, error: VoiceFlowError) -> None:
        self._error.setText(str(error))
        self._error.show()

    def save(self) -> None:
        if self.focusWidget() is not None:
            self.focusWidget().clearFocus()  # so that what was typed there counts
        try:
            profile = checked(self._profile())
            for name, value in profile.settings.items():
                check(name, value)
        except VoiceFlowError as error:
            self.show_error(error)
            return
        self.saved.emit(profile)

    def _profile(self) -> Profile:
        app, titles, site, words = map(_entries, (self.app, self.titles, self.site, self.vocabulary))
        if not (app or titles or site):
            raise SettingsError(
                "settings.profile_nowhere", "This profile would count in every window",
                "Name a program, a title or a site."
            )  # fmt: skip
        values = {name: value for name, (value, _, _) in self._changed.items()}
        return Profile(self.name.text().strip(), app, titles, site, words, self._on, values)

    def _build(self) -> None:
        inside = QWidget()
        inside.setObjectName("rooms")
        inside.setLayout(self._form)
        self._form.setContentsMargins(0, 0, SPACING, 0)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self.tr("Profile"))
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(SPACING)
        whole.addWidget(area, 1)
        whole.addWidget(self._error)
        keep = button(self.tr("Save"), self.save, primary=True)
        keep.setDefault(True)
        whole.addLayout(row(None, button(self.tr("Cancel"), self.reject), keep))

    def _field(self, name: str, field: QWidget) -> None:
        field.setAccessibleName(name)
        self._form.addRow(label(name), field)

    def _lines(self, name: str, values: tuple[str, ...], hint: str) -> QPlainTextEdit:
        made = QPlainTextEdit("\n".join(values))
        made.setPlaceholderText(hint)
        made.setTabChangesFocus(True)
        made.setFixedHeight(_LINES * made.fontMetrics().lineSpacing() + 14)
        self._field(name, made)
        return made

    def _add_chosen(self, index: int) -> None:
        if name := self.more.itemData(index):
            found = key(name)
            self._add(found, found.default)
            self._offer()

    def _add(self, found: Key, value: Any) -> None:
        made = editor(found)
        made.setAccessibleName(title(found.name))
        made.show_value(value)
        made.changed.connect(lambda now: self._set(found.name, now))
        away = button(self.tr("Remove"), lambda: self._take_away(found.name))
        away.setAccessibleName(self.tr("Remove {name}").format(name=title(found.name)))
        away.setProperty("quiet", True)
        line, inside = QWidget(), row(made, away)
        inside.setContentsMargins(0, 0, 0, 0)
        line.setLayout(inside)
        self._form.insertRow(self._form.rowCount() - 1, label(title(found.name)), line)
        self._changed[found.name] = (value, made, line)

    def _set(self, name: str, value: Any) -> None:
        _, made, line = self._changed[name]
        self._changed[name] = (value, made, line)

    def _take_away(self, name: str) -> None:
        _, _, line = self._changed.pop(name)
        self._form.removeRow(line)
        self._offer()

    def _offer(self) -> None:
        self.more.clear()
        self.more.addItem(self.tr("Another setting…"), "")
        for found in may_differ():
            if found.name not in self._changed:
                self.more.addItem(f"{section_title(found.name.partition('.')[0])}: {title(found.name)}", found.name)


def _entries(field: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in field.toPlainText().splitlines() if line.strip())
