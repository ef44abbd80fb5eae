"""What runs inside the programs of `targets`: one function for each role, in a process of its own."""

import codecs
import json
import os
import re
import sys
import threading
import tty
from collections.abc import Callable
from typing import IO, Any

RICH_HTML = "<b>bold</b> <i>é漢</i>"
OLD_TEXT = "what the clipboard held before: é Ж 漢字 😀"
LARGE_TEXT = "0123456789abcde\n" * (3 * 65536)  # 3 MiB: more than one X request can carry


def _tell(value: Any, lines: IO[str] = sys.stdout) -> None:
    lines.write(json.dumps(value) + "\n")
    lines.flush()


def _on_orders(act: Callable[[str], None]) -> None:
    def read() -> None:
        for line in sys.stdin:
            act(line.strip())

    threading.Thread(target=read, daemon=True).start()


def editor() -> None:
    from PySide6 import QtCore, QtWidgets

    app = QtWidgets.QApplication([])
    edit = QtWidgets.QPlainTextEdit()
    edit.setWindowTitle("Target editor")
    edit.resize(600, 400)
    edit.textChanged.connect(lambda: _tell(edit.toPlainText()))

    class Orders(QtCore.QObject):
        given = QtCore.Signal(str)

    orders = Orders()
    acts = {"clear": edit.clear, "select": edit.selectAll, "copy": lambda: (edit.selectAll(), edit.copy())}
    orders.given.connect(lambda word: acts[word]())
    _on_orders(orders.given.emit)
    edit.show()
    QtCore.QTimer.singleShot(0, lambda: _tell(""))
    app.exec()


def _plain(raw: bytes) -> str:
    """Without the marks of bracketed paste; a terminal sends a carriage return for each line break."""
    text = codecs.decode(re.sub(rb"\x1b\[20[01]~", b"", raw), "utf-8", "ignore")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def tty_program(fifo: str) -> None:
    raw = bytearray()
    tty.setraw(0)
    with open(fifo, "w", encoding="utf-8") as lines:  # noqa: PTH123
        os.write(1, b"\x1b[?2004hready ")
        _tell("", lines)
        while data := os.read(0, 65536):
            raw += data
            os.write(1, data.replace(b"\r", b"\r\n"))
            _tell(_plain(bytes(raw)), lines)


def owner(kind: str) -> None:
    """Tells each format that it offers."""
    from PySide6 import QtCore, QtGui, QtWidgets

    app = QtWidgets.QApplication([])
    offered = QtCore.QMimeData()
    if kind == "image":
        picture = QtGui.QImage(640, 480, QtGui.QImage.Format.Format_RGB32)
        for x, y in ((x, y) for x in range(640) for y in range(0, 480, 5)):
            picture.setPixel(x, y, (x * 7919 + y * 104729) & 0xFFFFFF)
        offered.setImageData(picture)
    elif kind == "rich":
        offered.setText("bold é漢")
        offered.setHtml(RICH_HTML)
        offered.setData("application/x-private", b"\0\1\2\xff")
    elif kind == "files":
        offered.setUrls([QtCore.QUrl.fromLocalFile("/etc/hostname"), QtCore.QUrl.fromLocalFile("/etc/hosts")])
    else:
        offered.setText(LARGE_TEXT if kind == "large" else OLD_TEXT)

    def put() -> None:
        app.clipboard().setMimeData(offered)
        app.clipboard().setText("what was selected before", QtGui.QClipboard.Mode.Selection)
        QtCore.QTimer.singleShot(0, lambda: _tell(kind))

    class Window(QtWidgets.QLabel):
        def keyPressEvent(self, event: object) -> None:  # noqa: N802
            put()

    if app.platformName() == "wayland":  # which gives the clipboard only to a program that got a key
        window = Window()
        window.setWindowTitle("Clipboard owner")
        window.show()
    else:
        put()
    app.exec()


def manager(*habits: str) -> None:
    from tests.end_to_end.clipboard_manager import Manager

    Manager(habits, _tell).run()
