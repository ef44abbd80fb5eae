"""The parts, built and wired, started and stopped. START READING HERE: every face acts through `Core`."""

import logging
import threading
from contextlib import ExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from voiceflow import autostart
from voiceflow.engine_choice import EngineChoice, recognition_of
from voiceflow.engines import catalogue
from voiceflow.engines.hotkey.contract import no_global_key
from voiceflow.errors import VoiceFlowError
from voiceflow.events import EventBus, Notice, SettingsChanged, Severity, StateChanged
from voiceflow.machine import Machine
from voiceflow.mailbox import Mailbox
from voiceflow.once import once
from voiceflow.past import Past
from voiceflow.paths import Paths, paths
from voiceflow.settings import Settings
from voiceflow.settings_file import SettingsFile, StateFile
from voiceflow.sounds import Sounds, warm_up
from voiceflow.speech import SpeechOut, SpokenWith

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from voiceflow.cloud.cloud import Cloud
    from voiceflow.dictation.dictation import Dictation
    from voiceflow.dictation.ear import MakeSource
    from voiceflow.dictation.proving import Prover
    from voiceflow.dictation.reports import Report
    from voiceflow.engines.inserter.contract import Inserter
    from voiceflow.engines.models import ModelStore
    from voiceflow.engines.stt.contract import Recognizer
    from voiceflow.engines.vad.contract import Vad
    from voiceflow.history.records import Dictation as Record
    from voiceflow.history.repair import Rescued
    from voiceflow.history.store import History
    from voiceflow.metrics.engine_counts import EngineCounts
    from voiceflow.metrics.metrics import Metrics
    from voiceflow.routing.routes import Routes
    from voiceflow.selection_edit import SelectionEdit
    from voiceflow.status import Status
    from voiceflow.vocabulary import Vocabulary

log = logging.getLogger(__name__)

_DAY_S = 24 * 3600


class Core:
    """Cheap to make: each part appears when it is first asked for, and is taken down in reverse order by `close`."""

    def __init__(self, where: Paths | None = None, settings: Settings | None = None) -> None:
        self.paths = where or paths()
        self.settings_file = SettingsFile(self.paths.settings_file)
        self.settings = settings or self.settings_file.load()
        self.dictation: Dictation | None = None
        self.passphrases: tuple[str, ...] = ()
        self._settings_lock = threading.Lock()
        self._parts = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._parts.close()

    # the parts

    @once
    def events(self) -> EventBus:
        bus = EventBus().start()
        self._parts.callback(bus.stop)
        return bus

    @once
    def models(self) -> "ModelStore":
        from voiceflow.engines.models import ModelStore

        return ModelStore(self.paths)

    @once
    def history(self) -> "History":
        """`HistoryError`: a wrong key, a locked keyring, a damaged file, no room."""
        from voiceflow.history.store import History

        passphrases, self.passphrases = self.passphrases, ()
        history = History.open(self.paths, self.settings.history, passphrases=passphrases)
        self._parts.callback(history.close)
        history.trouble = lambda error: self._notice(Severity.ERROR, error)
        return history

    @once
    def engines(self) -> EngineChoice:
        engines = EngineChoice(lambda: self.settings, lambda: self.models, lambda: self.routes, lambda: self.cloud)
        self._parts.callback(engines.close)
        return engines

    @once
    def cloud(self) -> "Cloud":
        """The only way out of this machine for sound and text."""
        from voiceflow.cloud.cloud import Cloud

        cloud = Cloud(lambda: self.settings, self.events.publish)
        self._parts.callback(cloud.close)
        return cloud

    @once
    def routes(self) -> "Routes":
        from voiceflow.routing.routes import Routes

        routes = Routes(StateFile(self.paths.routing_file), self.events.publish, lambda: self.settings.routing)
        self._parts.callback(routes.rest)
        return routes

    @once
    def sounds(self) -> Sounds:
        sounds = Sounds(lambda: self.settings.audio)
        self._parts.callback(sounds.close)
        return sounds

    @once
    def speech(self) -> SpeechOut:
        running = partial(getattr, self, "dictation")
        parts = SpokenWith(
            lambda: self.settings, self.engines, self.sounds, lambda: self.history, running, self.events.publish
        )
        speech = SpeechOut(parts)
        self._parts.callback(speech.close)
        self.events.subscribe(StateChanged, speech.make_way)
        return speech

    @once
    def edits(self) -> "SelectionEdit":
        from voiceflow.selection_edit import EditsWith, SelectionEdit

        running, selection = partial(getattr, self, "dictation"), self.speech.selection
        parts = EditsWith(lambda: self.settings, self.engines.rewriter, selection, running, self.events.publish)
        edits = SelectionEdit(parts)
        self._parts.callback(edits.close)
        return edits

    def vad(self) -> "Vad":
        vad: Vad = catalogue.make_first("vad")
        return vad

    def recognizer(self, engine: str = "", model: str = "") -> "Recognizer":
        """Loads the model, which is closed with the core. `ModelError`, `EngineError`."""
        recognizer = self.engines.recognizer(engine, model)
        self._parts.callback(recognizer.close)
        return recognizer

    # dictation

    def start_dictation(
        self, inserter: str = "", hotkey: str = "", source: "MakeSource | None" = None, model: str = ""
    ) -> "Dictation":
        """Microphone to window, wired and running; empty names are the settings' choice. A history that does not open
        stops it (`HistoryError`); a key that cannot be had is told as a `Notice`."""
        from voiceflow.dictation.delivery import Delivery
        from voiceflow.dictation.dictation import Dictation, Parts
        from voiceflow.dictation.ear import Ear
        from voiceflow.dictation.listening import Listening
        from voiceflow.dictation.recognition import Recognition
        from voiceflow.options import dictation_options, listening_options

        self._import_early()
        history, publish, _, _ = self.history, self.events.publish, self.status, self.metrics
        machine = Machine()
        recognition = Recognition(partial(self.engines.recognizer, model=model), publish, machine, self.prover)
        words = self.vocabulary.entries()
        options = listening_options(self.settings, words)
        may_guess = partial(self._has_room_to_guess, machine)
        listening = Listening(self.vad, recognition, options, self._report, may_guess=may_guess)
        microphone = source or self.speech.then(self.sounds.microphone)
        ear = Ear(listening, microphone, history.append_audio, self.sounds.play_cue, self._trouble)
        ear.use(options)
        delivery = Delivery(self._inserter(inserter), history, publish, self.engines.rewriter)
        delivery.on_instruction = self.edits.instruct
        parts = Parts(ear, recognition, delivery, history, publish)
        dictation = Dictation(parts, dictation_options(self.settings, words))
        for part in (delivery, recognition, listening, dictation):
            self._parts.callback(part.stop)
            part.start()
        self.dictation = dictation
        self._told(partial(self._watch_key, dictation, hotkey))
        self._caretaker.post(self.speech.key.watch)
        self._caretaker.post(self._told, self.edits.watch_key)
        self._caretaker.post(self._tend_history)
        self._caretaker.post(self.vocabulary.warm_up, self.settings)
        delivery.correcting.learn = partial(self._caretaker.post, self.vocabulary.learn)
        return dictation

    def _import_early(self) -> None:
        """Beside the history, which waits for the keyring meanwhile: all is there before the key is watched."""
        thread = threading.Thread(target=warm_up, name="imports", daemon=True)
        thread.start()
        self._parts.callback(thread.join)

    def _tend_history(self) -> None:
        """At the start and once a day."""
        self._caretaker.post_after(_DAY_S, self._tend_history)
        self._told(self.past.tend)
        self._told(self.speech.tidy)

    @once
    def _caretaker(self) -> Mailbox:
        """For what may wait and that nobody waits for."""
        caretaker = Mailbox("caretaker").start()
        self._parts.callback(caretaker.stop)
        return caretaker

    def command(self, name: str) -> None:
        """`start`, `stop`, `toggle` or `cancel`; only posts. `VoiceFlowError` while there is nothing to command."""
        if self.dictation is None:
            raise VoiceFlowError("dictation.not_ready", "VoiceFlow is still starting", "Try again in a moment")
        methods = {"start": "begin", "stop": "finish", "toggle": "toggle", "cancel": "cancel"}
        getattr(self.dictation, methods[name])()

    @once
    def status(self) -> "Status":
        from voiceflow.status import Status

        return Status(self.events)

    @once
    def metrics(self) -> "Metrics":
        """Measures from when it is first asked for. `HistoryError`: what it measures is kept there."""
        from voiceflow.measuring import metrics

        def counts() -> "tuple[EngineCounts, ...]":
            return (*self.routes.counts(), *self.speech.counts())

        made, stop = metrics(self.history, self.models, self.events, lambda: self.settings.metrics, counts)
        self._parts.callback(stop)
        return made

    def describe(self) -> dict[str, Any]:
        """For `voiceflow status`: what runs, on what, and how it went; no dictated text."""
        ready = self.dictation is not None
        wishes = self.settings
        microphone = wishes.audio.device or "the system's default"
        context = self.context(self._model_in_use())
        return self.status.answer() | {
            "ready": ready,
            "hotkey": wishes.hotkey.key,
            "microphone": microphone,
            "context": context,
            "reading": str(self.speech.state),
            "alerts": [alert.told for alert in self.metrics.alerts] if ready else [],
        }

    def _model_in_use(self) -> str:
        """Or the one that will be; empty where there is none."""
        with suppress(VoiceFlowError):
            return self.status.model.model or self.engines.model_name()
        return ""

    def context(self, model: str) -> dict[str, Any]:
        """How much sound that model's encoder looks at, and what that was found to cost on the user's own speech."""
        from voiceflow.status import context_of

        return context_of(self.prover.tally(model), full=self.settings.stt.context == "full")

    @once
    def prover(self) -> "Prover":
        from voiceflow.dictation.proving import Prover

        return Prover(StateFile(self.paths.context_file))

    # settings

    def change(self, name: str, value: Any) -> None:
        """One setting, checked, saved and in force from the next dictation on. `SettingsError`, `HotkeyError`."""
        from voiceflow.options import check

        check(name, value)
        if name == "ui.start_at_login":
            autostart.switch(value)
        with self._settings_lock:
            self.settings_file.set(name, value)
            self.settings_file.save()
        self.reload_settings()

    def import_settings(self, file: "Path") -> None:
        """Those of an exported file replace all; the old ones are kept beside as `config.toml.bak`. `SettingsError`."""
        with self._settings_lock:
            self.settings_file.import_from(file)
        self.reload_settings()

    def rewrite_settings(self, change: "Callable[[str], str]") -> None:
        """The whole text of their file, by a function that refuses what is wrong. `SettingsError`."""
        with self._settings_lock:
            self.settings_file.rewrite(change)
        self.reload_settings()

    def reload_settings(self) -> None:
        """The file was changed, by us or by somebody else."""
        from voiceflow.options import dictation_options, listening_options

        with self._settings_lock:
            before, self.settings = self.settings, self.settings_file.load()
        self.events.publish(SettingsChanged())
        if self.settings.ui.start_at_login != before.ui.start_at_login:
            self._told(partial(autostart.follow, self.settings.ui.start_at_login))
        dictation = self.dictation
        if dictation is None:
            return
        self.history.settings = self.settings.history
        self._caretaker.post(self.speech.settings_changed, before)
        words = self.vocabulary.entries()
        dictation.use(dictation_options(self.settings, words), listening_options(self.settings, words))
        self._caretaker.post(self.vocabulary.warm_up, self.settings)
        if self.settings.hotkey != before.hotkey:
            self._caretaker.post(self._told, partial(self._watch_key, dictation))
            self._caretaker.post(self._told, self.edits.watch_key)
        if recognition_of(self.settings) != recognition_of(before):
            dictation.use_model(self.engines.recognizer)

    # what was said before

    @once
    def past(self) -> Past:
        """`HistoryError`."""
        return Past(
            self.history, lambda: self.settings, self.prover, self.vad, self.events.publish, lambda: self.vocabulary
        )

    @once
    def vocabulary(self) -> "Vocabulary":
        """`HistoryError`."""
        from voiceflow.vocabulary import Vocabulary

        return Vocabulary(self.history, self.events.publish, self.reload_settings)

    def recognize_again(self, dictation_id: str, engine: str = "", model: str = "") -> "Record":
        """By the engine and the model of the settings where none is named: `Past.recognize_again`."""
        model = model or self.engines.model_for(engine)
        return self.past.recognize_again(dictation_id, self.engines.stt(engine), model)

    def repair_history(self) -> "Rescued":
        """What can be read comes into a new file, though it may be open now; the old one is kept. `HistoryError`."""
        from voiceflow.history.key import KeyStore
        from voiceflow.history.repair import repair

        if "history" in self.__dict__:
            return self.history.repair()
        return repair(self.paths.database, KeyStore(self.paths.database, self.settings.history.key_storage))

    def insert_again(self, dictation_id: str) -> None:
        """The kept text into the window that has the focus now; only posts."""
        if self.dictation:
            self.dictation.insert_again(dictation_id)

    def copy(self, text: str) -> None:
        """To the clipboard, to stay there; only posts."""
        if self.dictation:
            self.dictation.copy(text)

    def _watch_key(self, dictation: "Dictation", name: str = "") -> None:
        wishes = self.settings.hotkey
        wanted = name or wishes.backend
        chosen = catalogue.first_available("hotkey", wanted)
        dictation.watch(chosen.kind(wishes.key, wishes.cancel_key))
        if chosen.engine.name == "manual" != wanted:
            raise no_global_key()

    def _told(self, do: "Callable[[], None]") -> None:
        try:
            do()
        except VoiceFlowError as error:
            self._notice(Severity.WARNING, error)

    def _inserter(self, name: str) -> "Inserter":
        chosen = catalogue.first_available("inserter", name or self.settings.insertion.backend)
        inserter: Inserter = chosen.kind()
        self._parts.callback(inserter.close)
        return inserter

    def _report(self, report: "Report") -> None:
        if self.dictation:
            self.dictation.report(report)

    def _trouble(self, error: VoiceFlowError, lost: bool) -> None:
        if self.dictation:
            self.dictation.trouble(error, lost)

    def _has_room_to_guess(self, machine: Machine) -> bool:
        return machine.has_room(self.settings.stt.speculation_cpu_limit_percent)

    def _notice(self, severity: Severity, error: VoiceFlowError) -> None:
        self.events.publish(Notice(severity, error.code, error.title, error.hint))
