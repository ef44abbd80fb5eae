"""The small part of the looks that a palette cannot say."""

from string import Template

from voiceflow.paths import resources_folder
from voiceflow.ui.theme import Colours

_SHEET = Template("""
#page, #rooms, #sky { background: $window; }
#navigation { background: $panel; border: none; border-right: 1px solid $border; }
#navigation QPushButton { text-align: left; padding: 9px 12px; border: 1px solid transparent; border-radius: 8px;
    background: transparent; color: $text; }
#navigation QPushButton:hover { background: $raised; }
#navigation QPushButton:checked { background: $soft_accent; color: $accent_text; font-weight: 600; }
#navigation QPushButton:focus { border-color: $accent; }
#card { background: $panel; border: 1px solid $border; border-radius: 12px; }
#banner { background: $panel; border: 1px solid $border; border-left: 4px solid $accent; border-radius: 8px; }
#banner[severity="error"] { border-left-color: $error; }
#banner[severity="warning"] { border-left-color: $warning; }
#muted { color: $muted; }
#error { color: $error; }
#good { color: $good; }
#keycap { background: $raised; border: 1px solid $border; border-bottom: 3px solid $border; border-radius: 8px;
    padding: 6px 16px; }
QPushButton { padding: 7px 14px; border: 1px solid $border; border-radius: 8px; background: $panel; color: $text; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $soft_accent; }
QPushButton:checked { background: $soft_accent; color: $accent_text; border-color: $soft_accent; }
QPushButton:disabled { color: $muted; background: $raised; }
QPushButton:focus { border-color: $accent; }
QPushButton[primary="true"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 600; }
QPushButton[primary="true"]:hover { border-color: $text; }
QPushButton[primary="true"]:focus { border: 2px solid $text; padding: 6px 13px; }
QPushButton[primary="true"]:disabled { background: $raised; border-color: $border; color: $muted; }
QPushButton[quiet="true"] { border-color: transparent; background: transparent; color: $accent_text;
    padding: 1px 2px; }
QPushButton[quiet="true"]:hover, QPushButton[quiet="true"]:focus { border-color: $accent; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox { background: $panel; border: 1px solid $border;
    border-radius: 8px; padding: 6px 9px; color: $text; placeholder-text-color: $muted;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: $accent; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QAbstractSpinBox QLineEdit { border: none; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 22px; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $border; color: $text; padding: 4px;
    selection-background-color: $soft_accent; selection-color: $text; outline: none; }
QComboBox QAbstractItemView::item { padding: 3px; color: $text; }
QComboBox QAbstractItemView::item:disabled { color: $muted; }
QListView { background: $panel; border: 1px solid $border; border-radius: 12px; outline: none; padding: 4px; }
QListView:focus { border-color: $accent; }
#dictations { background: $panel; border: 1px solid $border; border-radius: 12px; padding: 4px;
    selection-background-color: transparent; }
#dictations:focus { border: 1px solid $accent; border-radius: 12px; }
QListWidget::item { padding: 7px 8px; border-radius: 8px; color: $text; }
QListWidget::item:hover { background: $raised; }
QListWidget::item:selected { background: $soft_accent; color: $accent_text; }
QTableView { background: $panel; border: none; outline: none; color: $text; selection-background-color: $soft_accent;
    selection-color: $text; }
QTableView:focus { border: 1px solid $accent; border-radius: 6px; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 4px 6px; }
QCheckBox { color: $text; spacing: 8px; padding: 3px; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid $muted; border-radius: 4px; background: $panel; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$checked"); }
QCheckBox:focus { border: 1px solid $accent; border-radius: 6px; padding: 2px; }
QScrollArea { border: none; background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 1px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 4px; background: $soft_accent; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { border-radius: 4px; background: $accent; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; border: 1px solid transparent; padding: 5px 9px;
    margin-right: 4px; border-radius: 6px; }
QTabBar::tab:selected { background: $soft_accent; color: $accent_text; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { border-color: $accent; }
QSplitter::handle { background: transparent; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px; }
QMenu { background: $panel; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 22px; border-radius: 6px; }
QMenu::item:selected { background: $soft_accent; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
""")


def stylesheet(colours: Colours) -> str:
    icons = resources_folder() / "icons"
    pictures = {name: (icons / f"{name}.svg").as_posix() for name in ("chevron", "chevron_up", "checked")}
    return _SHEET.substitute({name: getattr(colours, name) for name in Colours.__slots__}, **pictures)
