"""Icons from `resources/icons`."""

from functools import cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QImageReader, QPixmap

from voiceflow.paths import resources_folder

_BLACK = b"#000000"


@cache
def icon(name: str) -> QIcon:
    return QIcon(str(resources_folder() / "icons" / f"{name}.svg"))


def glyph(name: str, colour: str, size: int) -> QPixmap:
    """A line drawing in that colour; `size` in device-independent pixels."""
    svg = (resources_folder() / "icons" / f"{name}.svg").read_bytes().replace(_BLACK, colour.encode())
    scale = QGuiApplication.primaryScreen().devicePixelRatio()
    data = QByteArray(svg)  # QBuffer does not keep it alive
    buffer = QBuffer(data)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(size, size) * scale)
    picture = QPixmap.fromImageReader(reader)
    picture.setDevicePixelRatio(scale)
    return picture
