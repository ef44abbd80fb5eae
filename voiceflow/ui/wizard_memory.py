"""Whether the wizard is to be shown: kept in the state file, which may be lost."""

from voiceflow.errors import SettingsError
from voiceflow.paths import Paths
from voiceflow.settings_file import StateFile
from voiceflow.ui.control import Control

_NAME, _OVER = "first_start", "over"


class FirstStart:
    """Made before anything else is started: who has settings or a history already has used VoiceFlow."""

    def __init__(self, paths: Paths) -> None:
        self._state = StateFile(paths.state_file)
        used = paths.settings_file.exists() or paths.database.exists()
        self._new = self._state.get(_NAME) is None and not used

    @property
    def due(self) -> bool:
        """Never seen, or VoiceFlow ended halfway."""
        return self._new or isinstance(self._state.get(_NAME), int)

    @property
    def page(self) -> int:
        """Where it was left."""
        found = self._state.get(_NAME)
        return found if isinstance(found, int) else 0

    def reached(self, page: int, control: Control) -> None:
        self._remember(page, control)

    def over(self, control: Control) -> None:
        """Finished or skipped."""
        self._remember(_OVER, control)

    def _remember(self, value: object, control: Control) -> None:
        try:
            self._state.set(_NAME, value)
        except SettingsError as error:
            control.tell(error)
