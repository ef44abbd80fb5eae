"""Profiles on the settings page: all of them in the order in which they count."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from voiceflow import profiles
from voiceflow.errors import VoiceFlowError
from voiceflow.settings import Profile
from voiceflow.settings_keys import key
from voiceflow.settings_profiles import in_order, with_profile
from voiceflow.ui.control import Control
from voiceflow.ui.dictation_words import profile_word
from voiceflow.ui.profiles_editor import ProfileEditor
from voiceflow.ui.question import agreed
from voiceflow.ui.settings_words import choice_word, title
from voiceflow.ui.widgets import SPACING, Card, button, column, label, row

translate = QCoreApplication.translate

_SHOWN, _RECENT = 6, 100


class ProfileRow(Card):
    """`mine`: from the user's file, not built in."""

    switched = Signal(bool)
    edit, remove, raise_up = Signal(), Signal(), Signal()

    def __init__(self, profile: Profile, mine: bool, first: bool) -> None:
        self.name = name = profile_word(profile.name)
        super().__init__(name)
        self.profile = profile
        self.rows.setContentsMargins(16, 12, 16, 12)
        self.on = QCheckBox()
        self.on.setChecked(profile.on)
        self.on.setAccessibleName(self.tr("Use {name}").format(name=name))
        self.on.clicked.connect(self.switched)
        self.setAccessibleDescription(f"{where(profile)} {what(profile)}")
        built_in = self.tr("Built in")
        head = row(label(name, bold=True), label("" if mine else built_in, kind="muted"))
        head.setStretch(1, 1)
        said = column(label(where(profile), kind="muted"), label(what(profile), kind="muted"))
        said.insertLayout(0, head)
        line = row(self._button(self.tr("Edit…"), self.edit.emit))
        line.insertWidget(0, self.on, 0, Qt.AlignmentFlag.AlignTop)
        line.insertLayout(1, said, 1)
        if mine:
            line.addWidget(self._button(self.tr("Remove…"), self.remove.emit))
        if mine and not first:
            line.insertWidget(2, self._button(self.tr("To the top"), self.raise_up.emit))
        self.rows.addLayout(line)

    def _button(self, text: str, do: Callable[[], object]) -> QWidget:
        made = button(text, do)
        made.setAccessibleName(f"{text} {self.name}")
        return made


class Profiles(QWidget):
    """`refresh` after the settings have changed."""

    def __init__(self, control: Control) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Profiles"))
        self.setAccessibleDescription(self.tr("Other settings for some windows: terminal, editor, chat, mail"))
        self._control = control
        self._error = label(kind="error")
        self._error.hide()
        self.list: list[ProfileRow] = []
        self.dialog: ProfileEditor | None = None
        self._programs: list[str] = []
        head = Card(self.tr("Profiles"))
        head.rows.addWidget(label(self.tr("Profiles"), scale=1.15, bold=True))
        told = self.tr("Other settings for some windows. The first one that fits counts; the overlay names it.")
        head.rows.addWidget(label(told, kind="muted"))
        self.new = button(self.tr("New profile…"), lambda: self.edit(None), primary=True)
        head.rows.addLayout(row(self.new, None))
        head.rows.addWidget(self._error)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(SPACING)
        self._rows.addWidget(head)
        self._shown: tuple[Profile, ...] = ()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        if self._control.is_ready:  # which has the history open
            self._control.work.run(self._recent, self._programs.extend, lambda _: None)

    def refresh(self) -> None:
        """Rows are made when somebody looks."""
        settings = self._control.core.settings
        known = profiles.known(settings)
        if not self.isVisible() or (known == self._shown and self.list):
            return
        self._shown = known
        for old in self.list:
            self._rows.removeWidget(old)
            old.deleteLater()
        self.list = [self._row(profile, profile in settings.profiles, not place) for place, profile in enumerate(known)]
        for made in self.list:
            self._rows.addWidget(made)

    def edit(self, profile: Profile | None) -> None:
        """In a dialog, which lives until the next one: answers may come after it was closed. None makes a new one."""
        if self.dialog:
            self.dialog.deleteLater()
        self.dialog = dialog = ProfileEditor(profile, self._programs, self)
        dialog.saved.connect(lambda changed: self._save(changed, dialog, renamed_from=profile))
        dialog.open()

    def _recent(self) -> list[str]:
        """The programs of the last dictations that are not known yet, the newest first; on a worker."""
        apps = [record.app for record in self._control.core.history.list(limit=_RECENT)]
        return [app for app in dict.fromkeys(apps) if app and app not in self._programs]

    def _row(self, profile: Profile, mine: bool, first: bool) -> ProfileRow:
        made = ProfileRow(profile, mine, first)
        made.switched.connect(lambda on: self._change(lambda text: with_profile(text, replace(profile, on=on))))
        made.edit.connect(lambda: self.edit(profile))
        made.remove.connect(lambda: self._remove(profile))
        made.raise_up.connect(lambda: self._change(lambda text: in_order(text, self._names(first=profile.name))))
        return made

    def _remove(self, profile: Profile) -> None:
        question = self.tr("Remove the profile {name}?").format(name=profile_word(profile.name))
        if agreed(self, question, self.tr("A built-in one of that name counts again."), self.tr("Remove"), True):
            self._change(lambda text: in_order(text, [name for name in self._names() if name != profile.name]))

    def _names(self, first: str = "") -> list[str]:
        names = [profile.name for profile in self._control.core.settings.profiles]
        return [first, *(name for name in names if name != first)] if first else names

    def _save(self, profile: Profile, dialog: ProfileEditor, renamed_from: Profile | None) -> None:
        old = renamed_from.name if renamed_from and renamed_from.name != profile.name else ""

        def change(text: str) -> str:
            names = self._names()
            text = with_profile(text, profile)
            if old in names:
                return in_order(text, [profile.name if name == old else name for name in names])
            return text

        self._control.work.run(
            lambda: self._control.core.rewrite_settings(change),
            lambda _: dialog.done(QDialog.DialogCode.Accepted),
            dialog.show_error,
        )

    def _change(self, change: Callable[[str], str]) -> None:
        self._error.hide()
        self._control.work.run(lambda: self._control.core.rewrite_settings(change), lambda _: None, self._failed)

    def _failed(self, error: VoiceFlowError) -> None:
        self._error.setText(str(error))
        self._error.show()


def where(profile: Profile) -> str:
    """In which windows it counts, shortened."""
    told = []
    for patterns in (profile.app, profile.title, profile.site):
        if patterns:
            more = translate("Profiles", "and {count} more").format(count=len(patterns) - _SHOWN)
            told.append(", ".join([*patterns[:_SHOWN], *([more] if len(patterns) > _SHOWN else [])]))
    return " · ".join(told) or translate("Profiles", "Every window")


def what(profile: Profile) -> str:
    """What is different there."""
    told = [f"{title(name)}: {_value(name, value)}" for name, value in profile.settings.items()]
    if profile.vocabulary:
        told.append(translate("Profiles", "Words: {words}").format(words=", ".join(profile.vocabulary[:_SHOWN])))
    return " · ".join(told)


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        return translate("Profiles", "yes") if value else translate("Profiles", "no")
    if isinstance(value, list):
        return ", ".join(value[:_SHOWN])
    return choice_word(str(value)) if key(name).choices else str(value)
