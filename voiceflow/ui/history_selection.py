"""Several dictations at once: starred, exported, deleted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from voiceflow.history.queries import Numbers
from voiceflow.ui.control import Control
from voiceflow.ui.question import agreed
from voiceflow.ui.widgets import Card, button, label, row

translate = QCoreApplication.translate


class Selection(Card):
    """`export` carries the keys of those that are selected."""

    export = Signal(object)

    def __init__(self, control: Control) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Selected dictations"))
        self._control = control
        self._numbers: Numbers = ()
        self._count = label(scale=1.2, bold=True)
        hint = label(self.tr("What you do here is done to all of them."), kind="muted")
        star = button(self.tr("★ Star"), lambda: self._star(True))
        unstar = button(self.tr("Take the star away"), lambda: self._star(False))
        export = button(self.tr("Export selected…"), lambda: self.export.emit(self._numbers), primary=True)
        self._sound = button(self.tr("Delete sound…"), lambda: delete_sound(self, control, self._numbers))
        self.delete_button = button(self.tr("Delete…"), lambda: delete(self, control, self._numbers))
        for part in (self._count, hint):
            self.rows.addWidget(part)
        self.rows.addLayout(row(export, star, unstar, None))
        self.rows.addLayout(row(self._sound, self.delete_button, None))
        self.rows.addStretch(1)

    def show_numbers(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._count.setText(self.tr("{number} dictations selected").format(number=QLocale().toString(len(numbers))))

    def _star(self, starred: bool) -> None:
        past, wanted = self._control.core.past, self._numbers
        self._control.work.run(lambda: past.star(wanted, starred), lambda _: None, self._control.tell)


def delete(asking: Card, control: Control, wanted: Numbers) -> None:
    """Asks first. What is deleted is overwritten in the file, so there is no way back, and none is offered."""
    title = translate("Selection", "Delete {number} dictations?").format(number=QLocale().toString(len(wanted)))
    what = translate("Selection", "Their texts and their sound are overwritten on the disk. There is no way back.")
    _ask(asking, control, (title, what), lambda: control.core.past.delete(wanted))


def delete_sound(asking: Card, control: Control, wanted: Numbers) -> None:
    number = QLocale().toString(len(wanted))
    title = translate("Selection", "Delete the sound of {number} dictations?").format(number=number)
    what = translate("Selection", "The texts stay. Without the sound they cannot be heard or transcribed again.")
    _ask(asking, control, (title, what), lambda: control.core.past.delete_sound(wanted))


def _ask(asking: Card, control: Control, question: tuple[str, str], do: Callable[[], int]) -> None:
    if agreed(asking.window(), *question, translate("Selection", "Delete"), destroys=True):
        control.work.run(do, lambda _: None, control.tell)
