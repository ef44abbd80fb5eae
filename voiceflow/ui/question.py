"""The only modal box: it asks before something that cannot be taken back, or that costs."""

from PySide6.QtWidgets import QMessageBox, QWidget


def agreed(parent: QWidget, title: str, information: str, yes: str, destroys: bool = False) -> bool:
    """Waits for the answer while the window goes on. Escape and Enter after something destructive mean no."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(title)
    box.setInformativeText(information)
    role = QMessageBox.ButtonRole.DestructiveRole if destroys else QMessageBox.ButtonRole.AcceptRole
    agree = box.addButton(yes, role)
    refuse = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(refuse if destroys else agree)
    for each in (agree, refuse):
        each.setAccessibleName(each.text().replace("&", ""))
    box.exec()
    answer = box.clickedButton() is agree
    box.setParent(None)
    box.deleteLater()
    return answer
