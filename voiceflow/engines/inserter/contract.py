"""Text into the window that has the focus."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum

from voiceflow.errors import InsertionError, VoiceFlowError


class Way(StrEnum):
    PASTE = "paste"
    TYPED = "typed"
    CLIPBOARD = "clipboard"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Target:
    """A window of another program. `window` is comparable for "is it still the same window"; `app` is the program's
    class or process name in lower case; `title` may be private: it is never logged."""

    window: str
    app: str = ""
    title: str = ""
    pid: int = 0
    terminal: bool = False


@dataclass(frozen=True, slots=True)
class InsertOptions:
    """`keep_newlines`: also into terminals, where they are flattened to spaces otherwise. `way`: which to try first.
    `restore_clipboard` false leaves the text on the clipboard after a paste."""

    way: Way = Way.PASTE
    keep_newlines: bool = False
    receipt_timeout_s: float = 3.0
    restore_clipboard: bool = True


@dataclass(frozen=True, slots=True)
class Inserted:
    """`received`: the target itself has read the text (None: this way cannot know). `elapsed_ms`: from the call to the
    target's last reading; the clipboard's return takes a moment more."""

    way: Way
    received: bool | None
    elapsed_ms: float


@dataclass(frozen=True, slots=True)
class Caret:
    """What stands on both sides of it, or of what is selected: at most `AROUND` characters each. Private."""

    before: str
    after: str


AROUND = 400
KEPT_S = 120.0
"""A snapshot that no insertion has used goes after this long: what others copied is not ours to keep."""


class Inserter(ABC):
    """Called by the `delivery` thread only, one insertion after another; `snapshot` and `focus` from any thread."""

    @staticmethod
    @abstractmethod
    def unavailable() -> VoiceFlowError | None:
        """Why this way cannot work on this desktop and what to do, or None. Fast."""

    @abstractmethod
    def focus(self) -> Target | None:
        """The window that has the focus now; None where the desktop does not tell."""

    def focus_place(self) -> tuple[int, int] | None:
        """The middle of the window that has the focus, in the pixels of the whole desktop; None where it is not told.
        Any thread."""
        return None

    def keyboard_language(self) -> str:
        """Of the layout that is chosen now, such as `de`; empty where the desktop does not tell."""
        return ""

    def caret(self, target: Target | None) -> Caret | None:
        """None where the desktop or the program does not tell, in fields for passwords, and after at most 0.25 s. From
        one thread at a time."""
        return None

    def has_selection(self, target: Target | None) -> bool | None:
        """Whether what was selected last is in this program; None where nobody can tell."""
        return None

    def check_focus(self, target: Target | None) -> None:
        """`InsertionError` when another window has the focus now than the one the text is for. Where the desktop does
        not tell, the text goes where the focus is."""
        now = self.focus() if target else None
        if target and now and now.window != target.window:
            raise InsertionError(
                "insertion.focus_moved",
                "The window changed before the text came",
                "The text is on the clipboard: paste it where you want it.",
            )

    @abstractmethod
    def snapshot(self) -> None:
        """Begins to save what the clipboard holds, in the background; called when recording starts."""

    @abstractmethod
    def insert(self, text: str, target: Target | None, options: InsertOptions) -> Inserted:
        """Waits until the text is in the window and the old clipboard is back. `InsertionError` when it could not;
        then the clipboard holds what it held before and the caller decides about `copy`."""

    def select_back(self, text: str, target: Target | None) -> None:
        """Selects what stands directly before the caret if that is exactly `text`. `InsertionError`
        `insertion.not_there` when it is not, or cannot be seen: then all is as before, but for a selection that there
        was."""
        raise no_way_back()

    def erase(self, text: str, target: Target | None, options: InsertOptions) -> None:
        """Takes away what `insert` put directly before the caret with the same text and options. A window that shows
        what is selected must show exactly that, else it is `InsertionError` `insertion.not_there` and nothing is
        taken. A terminal shows nothing: the caller answers for it that nothing came behind the text."""
        raise no_way_back()

    def step_back(self, count: int, target: Target | None) -> None:
        """The caret, by so many places, after an insertion. `InsertionError`."""
        raise InsertionError(
            "insertion.no_step_back",
            "The cursor stands behind the snippet",
            "VoiceFlow cannot move it on this desktop: move it yourself.",
        )

    @abstractmethod
    def copy(self, text: str) -> None:
        """Leaves the text on the clipboard, to stay there. `InsertionError` when there is no clipboard."""

    @abstractmethod
    def close(self) -> None: ...


def no_way_back() -> InsertionError:
    return InsertionError(
        "insertion.no_way_back", "VoiceFlow cannot take text back on this desktop", "Undo it in the window itself."
    )


def not_there() -> InsertionError:
    return InsertionError(
        "insertion.not_there",
        "What was dictated last does not stand before the cursor any more",
        "Put the cursor behind it, or take it back in the window itself.",
    )


def stands_before(caret: Caret | None, text: str) -> bool:
    """As far as can be seen; programs count line breaks in their own ways."""
    seen = caret.before.replace("\r\n", "\n").replace("\r", "\n") if caret else ""
    return bool(text) and seen.endswith(text[-AROUND:])


def graphemes(text: str) -> int:
    """As many as the caret has places in it, less one (Unicode UAX 29, extended grapheme clusters)."""
    import regex

    return len(regex.findall(r"\X", text))


def backspaces(line: str) -> int:
    """How many take this away in a terminal. `InsertionError` where that is not the same in all of them: line breaks,
    and characters of several code points."""
    if "\n" in line or "\t" in line or graphemes(line) != len(line):
        raise InsertionError(
            "insertion.no_exact_way_back", "A terminal does not tell how this text can be taken back",
            "Take it back with the keys."
        )  # fmt: skip
    return len(line)
