<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All is within its limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Getting ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dictation</name>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speech heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Everything (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictations as a table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prometheus text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chrome trace, for Perfetto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The measurements are in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold no dictated text. {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Release to text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-time factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median; p95 {p95}, p99 {p99}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dictation in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median; p95 {p95}. Below 1 is faster than speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{own} % of the processors, {all} % are busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known after the first dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {total} graphics memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does it say that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a dictation to see its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimizes this window and inserts the text into the one below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back what rules and guards did to this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no text. The sound is kept: it can be transcribed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no other window to insert the text into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click where the text should go, and paste it: it is on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this dictation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text and its sound are gone then, for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything you said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was dictated yet. Hold {key} and speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found for “{words}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In memory, on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is loaded when you speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click here, hold {key} and speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is opened and the key is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold {key} and speak. Let go, and the words stand where your cursor is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release {key}, and the words are inserted. Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last words are recognized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} does nothing until you go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsertionTry</name>
    <message>
        <source>Try it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click here, hold {key} and speak.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterruptedBanner</name>
    <message>
        <source>Transcribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} dictations were interrupted by a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 dictation was interrupted by a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound is kept. Its text goes into the history only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribing… {count} to go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>One a line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryChart</name>
    <message>
        <source>model loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unloaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemoryParts</name>
    <message>
        <source>App</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other processes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App: its own data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App: C heap in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App: C heap kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model weights (its files)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>&quot;{name}&quot; could not be opened ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; ends after {heard_s} of {promised_s} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds 0 seconds of sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not a sound file that can be read, whatever its name says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{name}&quot; refused its own format, {channels} channels at {rate_hz} Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{path}&quot; could not be read ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Whisper model&apos;s folder holds config.json, model.bin, tokenizer.json and a vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A language code such as en-us or de names one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller model answers sooner: voiceflow models list. voiceflow doctor --tune measures this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller model keeps up: voiceflow models list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A terminal does not tell how this text can be taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight is a number from {LEAST_WEIGHT} to {MOST_WEIGHT}; the heavier, the more important.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your user to the group `audio`, or allow it in the sandbox&apos;s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it in Settings &gt; Privacy &amp; security &gt; Microphone, also for desktop apps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it in System Settings &gt; Privacy &amp; Security &gt; Microphone, then start VoiceFlow again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it in the desktop&apos;s settings, or bind a key there to `voiceflow toggle`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow it, to all your programs: sudo usermod -aG input $USER, then log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another VoiceFlow is installing or removing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another VoiceFlow is using the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another VoiceFlow may be running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program blocks input; paste the text yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds &quot;{name}&quot; for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds on to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps the clipboard open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer its unlock prompt, or log in again, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its owner, or copy it to your own folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {MOST_WORDS} words; for longer texts make a snippet: voiceflow snippets add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bind a key to `voiceflow toggle` in the desktop&apos;s own settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By all evidence nobody said what was recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA&apos;s library cuBLAS does not load ({cublas_problem}). {_CURE_CUBLAS}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check HF_TOKEN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network; behind a proxy set HTTPS_PROXY; a mirror is set with HF_ENDPOINT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a faster rewriter, or switch clean-up off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that has one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of your own with room in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller model, or close programs that need memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another device or host API: {_LIST}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another voice: voiceflow models list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the microphone itself instead of the system&apos;s default: voiceflow devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean-up of the text is slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close clipboard tools one by one to find it; the text is in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close that program, or choose another device: {_LIST}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it to another disk and try that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the model into {path} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text from the history, and look for a clipboard manager that takes everything over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it there: {pattern}▸{pattern2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file with: voiceflow config edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut it at a pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete that folder yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictate again and allow it, or set insertion.way to clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictate again; the desktop will ask for permission once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {join}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads from the model hub are switched off (HF_HUB_OFFLINE)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fillers left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free it there, or take another key: voiceflow config set hotkey.key ctrl+alt+space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and run voiceflow models install {name} again; it goes on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or move everything with VOICEFLOW_HOME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your user access to that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give your user write access to that folder, or set VOICEFLOW_HOME to one that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not appear, copy it from the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this stays so, end it and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you did: voiceflow history restore last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you spoke, its sound is in the history: transcribe it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install VoiceFlow again: installer run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install faster-whisper again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (Debian and Ubuntu: apt install libportaudio2; Fedora: dnf install portaudio)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it again, or choose another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;voiceflow-dictation[cuda]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;voiceflow-dictation[parakeet]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;voiceflow-dictation[{extra}]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: pip install jeepney</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it: pip install python-xlib</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the model again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install wl-clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is its disk connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be full, limited, broken or disconnected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs {_FILES}.onnx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was muted or unplugged; VoiceFlow goes on recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its log says where it failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KDE Plasma, GNOME 48 and Hyprland do; elsewhere bind a key to `voiceflow toggle`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep fewer dictations: voiceflow config set history.keep_days 365</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, for nobody seems to have said it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let VoiceFlow choose: voiceflow config set hotkey.backend auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening has a fault of its own ({__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in again, or restart it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the desktop and unlock it there; a new history can do without: `voiceflow config set history.key_storage file`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in to the desktop that this history was made on, or start its keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it writable, or set VOICEFLOW_HOME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room: sound is kept there while you speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the folder writable, or move everything with VOICEFLOW_HOME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make your user its owner, with read access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meant literally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No CUDA device was found. Install NVIDIA&apos;s driver, or set stt.device to cpu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No dictation begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No installed model knows the language {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyboard has this key, or none may be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more sound comes from the microphone &quot;{name}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here may press keys for VoiceFlow on this Wayland desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speaker was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speech model is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No speech was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text came within {_DEADLINE_S} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voice for the language {language} is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voice is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No way to press keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {family} engine loads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {family} works on this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody waits for it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obeyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On Wayland an X11 program sees keys only while it has the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only its text can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the user who started it can control it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open System Settings, Privacy &amp; Security, Accessibility, switch VoiceFlow on, and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open VoiceFlow&apos;s window, or run the command in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parakeet does not load: {__name__}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parakeet failed: {__name__}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parakeet has no model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parakeet needs the package onnx-asr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of &quot;{name}&quot; are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the text yourself, or run VoiceFlow as administrator too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piper needs a voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piper needs the extra `tts`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in again, or choose another: {_LIST}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in or choose another; there is: {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug one in, or switch it on in the system&apos;s sound settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems says why each did. Their sound is in the history: transcribe it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor behind it, or take it back in the window itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor where text can be written and paste it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the right key back, or `voiceflow history set-aside` keeps the file and starts anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit it (tray menu, Quit) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition does not keep up: it was {value} s behind the speech in the last dictations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition failed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition is slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition waits for them: end what works in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record or download it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reinstall espeakng-loader, or choose another engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote control is off: the pipe could not be made ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote control is off: {parent} cannot be used ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it with: pip uninstall {distribution}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced as you wish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report it: they should take a millisecond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart VoiceFlow inside your desktop session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart VoiceFlow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart xdg-desktop-portal, or set insertion.way to clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup, or `voiceflow history set-aside` keeps the file and starts anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run `voiceflow doctor` to see which other way this desktop allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: pip install &apos;voiceflow-dictation[tts]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: voiceflow models install {_STARTER_VOICE}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: voiceflow models install {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: voiceflow models install {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: voiceflow models install {name}; if it happens again, a proxy or mirror changes the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: voiceflow models install {name}; it goes on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run: voiceflow models verify {stem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as WAV, FLAC, MP3, Opus or M4A; M4A not from a pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the log file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what else writes to the disk where VoiceFlow keeps its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See who owns that folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See who owns the folder and whether the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: voiceflow --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See: voiceflow doctor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set insertion.backend to auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set insertion.backend to wayland or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set insertion.way to clipboard, or enable XTEST in the X server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set insertion.way to paste.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set insertion.way to typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set stt.model to a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set stt.model to the folder of nemo-parakeet-tdt in ONNX format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several dictations begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to the network if it asks for it, and check HF_ENDPOINT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spaces tidied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start VoiceFlow from a desktop session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start VoiceFlow inside your desktop session (DISPLAY must be set).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start VoiceFlow inside your desktop session (WAYLAND_DISPLAY must be set).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start VoiceFlow on a desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at login could not be changed: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it from a desktop session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it with: voiceflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stutters left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off its mute, allow VoiceFlow to use it, or choose another: {_LIST}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a smaller model, or unload it sooner: voiceflow config set stt.unload_after_s 60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another key: voiceflow config set hotkey.key F9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back with the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the passphrase of this history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Wayland compositor could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X server could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X server does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X server has no XTEST extension, which sends keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X server lacks {join}, which insertion needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X11 display {value} does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard cannot be reached (wl-copy: {__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the X server ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decode was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop did not allow VoiceFlow to press keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop did not answer the question for a global key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal did not take a key ({__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop portal for keys did not answer ({__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with the history ({folder}) is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with the history ({parent}) refuses to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of {name} from {host} was cut off; {_mb} are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of {name} was cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine&apos;s process ended twice over the same work ({ended})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the history, {parent}, is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history answers slowly: one question in twenty takes {value} s or longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history failed ({value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history has no sound of this dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history in {folder} cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history needs its passphrase, and there is no terminal to ask on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history {path} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history {path} was written by a newer VoiceFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file of the history, {path}, cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key in {get} does not open the history {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key needs the desktop app&apos;s event loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the history is in a file beside it, so whoever can read your files can read the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of the history {path} is neither in the system keyring nor in a key file beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyboard layout has no Insert key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyboard layout has no unused key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyboard layout has no {name} key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyboards may only be read by the group input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last dictations were not saved: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library of espeak does not load ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log says where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log says where it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; gives nothing but digital silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; turned silent while you spoke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; went away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone opens slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not load: {failures}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model hub {host} cannot be reached ({value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {name} has a damaged tokenizer.json</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {name} has no {name2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model needs {least_mib} MiB of GPU memory and {free_mib} MiB are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} is damaged ({join})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {name} is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern has {groups} groups: put what should be kept in parentheses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern {pattern} is wrong at character {value}: {msg}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processors are {cpu_percent} % busy, {own_cpu_percent} % with VoiceFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program with the focus does not respond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script {name} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session bus is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are not valid TOML: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound is in the history; the log says where it broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound is in the history; the log says where it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound is longer than 30 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound library PortAudio could not be loaded ({reason})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speech detector&apos;s model is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The speech engine has a fault ({__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not let VoiceFlow use &quot;{name}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring, where the key of the history is kept, {what}{detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s microphone changed from &quot;{old}&quot; to &quot;{new}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is in the history: copy it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is on the clipboard: paste it where you want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text rules are slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases are empty or differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice {stem} does not load ({__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice {stem} needs phonemes that VoiceFlow does not make ({value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice {voice} of espeak does not load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window belongs to a program that runs as administrator, which Windows protects from key presses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window changed before the text came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window did not take the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has not read the text yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no input devices in /dev/input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Parakeet in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no X11 display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command {command}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no desktop here, so there is no clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display for the desktop app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no engine {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file &quot;{path}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no history at {database}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model called {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no session bus (D-Bus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound device &quot;{name}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound track in &quot;{name}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is {date} and {time}, with a format of your own as in {date:%d.%m.%Y}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is: {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These work without one: voiceflow dictate, transcribe, models, history, devices, doctor, selftest, config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This compositor does not let programs in the background use the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop lets no program watch a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop&apos;s portal offers no global shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Wayland desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a Wayland desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not macOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This keyboard or this desktop has no key {shown_key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later: voiceflow models install {name} goes on where it stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or choose another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the other way: voiceflow config set insertion.way typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo it in the window itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it (it opens with your login password) and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unset HF_HUB_OFFLINE and try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then what you say is kept in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update VoiceFlow, or check HF_ENDPOINT if you set it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update VoiceFlow: the model may have moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update VoiceFlow; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use `voiceflow dictate`, which prints the text, or start VoiceFlow inside your desktop session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another X server, or set insertion.backend to clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use it with: voiceflow status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the desktop&apos;s portal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VOICEFLOW_HOME can name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow cannot take text back on this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow could not do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow goes on recording; choose a microphone by name to keep to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow has a fault of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow has a fault of its own ({__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow has the history open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow is already running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow is still starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow runs as another user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow runs but does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow takes {used} MB of memory, {percent} % of the {budget} MB that it may take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow&apos;s answer was not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it does, then paste the text yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is here is kept; voiceflow models install {name} goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there was used; the file may have been cut while it was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was dictated last does not stand before the cursor any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said until then is kept; plug it in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said until then is kept; plug it in again or restart the sound server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whisper needs {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows did not accept the key presses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows take the text slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as it should stand in your text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as: what is said =&gt; the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as: what is said =&gt; what is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the history is slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read &quot;{path}&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You or the desktop refused the global key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`voiceflow history list` shows them with their ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`voiceflow history rekey --storage keyring` (or passphrase) keeps it safer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`voiceflow history repair` saves what can be read; `voiceflow history set-aside` keeps it and starts anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a good balance for {cores} with {memory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged: {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espeak could not say it (its error {failed})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espeak does not find its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espeak has no voice for the language {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espeak has no voice {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>espeak needs the extra `tts`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jeepney is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS did not give the key {key} (error {status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS did not take the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS does not yet allow VoiceFlow to press keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of about {size_mb} MB; installing it again goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onnxruntime does not load ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own folder, not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>python-xlib is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see `voiceflow devices`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key file in {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most exact that is fast on {cores} with {memory}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the most exact that is fast on {gpu}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server ended before the file did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voiceflow config get lists all settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voiceflow models list shows all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ydotool can type plain English letters only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{_home} cannot be written to ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{_host} did not answer like a model hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{capitalize} does not compute in {asked_for}, so {used} is used. Set stt.compute_type to auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{combination} is taken by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{command} could not press keys ({__name__})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cores} processor cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry} has the placeholder {found}, which is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry} is no replacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry} is no snippet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry} is wrong at character {place}: there is no group {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{failed} of the last {len} dictations failed ({share} %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} of {name} did not arrive as the hub has it (wrong checksum); it was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not have {repo} ({revision})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refused to send {name} (HTTP {status})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} came with the package {distribution}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be written into {parent} ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} does not fit into {parent} ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lies in {path}, which VoiceFlow only reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} needs {_mb} and {parent} has {_mb2} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, line {line}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parent} cannot be written: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {strerror}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not text in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{repo} on {endpoint} holds no {join}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} already cancels a dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spelling} has the weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: one in twenty of the last hour&apos;s dictations waited {value} s or longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{upper} {compute_type} is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} GB of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} MB are free on the disk where the history is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} with {reference}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}. Choose a smaller model, or close programs that use the GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} is no word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} is too long for the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MicrophoneCheck</name>
    <message>
        <source>Microphone test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak for a few seconds and hear what VoiceFlow hears. Nothing of it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak. {seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was heard. Is it muted, or is another microphone the right one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is very quiet. Come nearer, or turn the microphone up in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too loud. Turn the microphone down in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the download of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with VoiceFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a folder of yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence: see its model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>many languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} processor cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA graphics card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} of graphics memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended: {model}, {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded models take {taken}; {free} are free on that disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was downloaded so far; {free} are free on that disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} is being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In memory: {model}, on {device}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is in memory; one is loaded when you speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the model {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {size}, from the model hub (huggingface.co, or the mirror you set up). Licence: {licence}. It is used afterwards. Nothing that you say is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see its model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the model {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} are free then. It can be installed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has gone wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List of problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, {count} times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak. Release {key} and the words are inserted; Esc cancels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the clipboard: paste it where you want it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was inserted. The sound is in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this machine, what is kept on it, export and import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts and sound are kept in one encrypted database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is in the system&apos;s keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is in a file beside it, which only you can read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its key is made from your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is kept after the text is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is deleted when the text is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictations older than {days} days are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictations are kept until you delete them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log holds times and troubles, never a word and never a key that you press.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that you say or write, ever. Recognition, voices and rules run here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unless you ask for a model: then its files come from {hub}, which learns your internet address and which model you took. The button says so before it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account, no telemetry, no crash report and no look for updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the data&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the log&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are in {path}. A change to the file is taken over by `voiceflow config edit`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings are in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all settings by those in the file?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours are kept as config.toml.bak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of {name} hold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profiler</name>
    <message>
        <source>{stage}: {duration}, from {begin} to {end} after the key went up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last decode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window has read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release to text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoded again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guesses dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest decoded by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictations on the fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not inserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s of sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfilerPage</name>
    <message>
        <source>Profiler</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfilerPanel</name>
    <message>
        <source>Profiler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release to text over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the key going down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a stage, or use the arrow keys. 0 is where the key went up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last dictations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecommendationCard</name>
    <message>
        <source>Recommended model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended: the model {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {used}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the model {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {size}, from the model hub (huggingface.co, or the mirror you set up). Licence: {licence}. Nothing that you say is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Press the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the key, or click again to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelfTestCard</name>
    <message>
        <source>Self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the self-test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installed voice speaks three sentences, the model recognizes them through the whole path, and the words are compared. Nothing is heard, inserted or kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VoiceFlow speaks to itself…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dictation works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words were lost. Try a larger model.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A file of certificates (PEM) to trust besides the system&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A history that is there keeps its key where it is until: voiceflow history rekey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A press shorter than this toggles, in hybrid mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short sound when the microphone hears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice such as en-US-Neural2-C; empty lets Google choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of Google Speech-to-Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of Google Text-to-Speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of SpeechKit recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of SpeechKit synthesis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of an OpenAI-compatible server, such as https://api.openai.com/v1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow services on other computers; off, nothing you say or write can leave this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow the cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An error when less is free where the history is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates (beam size)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidates kept while decoding; more is slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Careful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical above this share of failed dictations among the last 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical above this share of that memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete dictations older than this; 0 keeps all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the oldest sound above this size; 0 keeps all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits from ten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends a dictation without inserting it; its sound stays in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example of your style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed dictations: critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed dictations: warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the cloud that pays; empty is that of the key&apos;s own account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google: language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google: recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google: speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google: voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guess in short pauses that you have come to the end; the battery saver stops it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guess the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold or tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold to speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to listen on after the key goes up while you still speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long to wait for the window to read the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much sound the model is shown; auto is as little as loses no words, checked on your own speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How text gets into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the key is watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert exactly what was recognized</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name on that server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep dictations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep line breaks in terminals, where they run commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the model loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the sound of finished dictations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard device (evdev)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language code such as en or de; empty detects it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages you speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least free disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out fillers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out stutters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out um, uh and their like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out what by all evidence nobody said, such as words made of noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out what nobody said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line breaks in terminals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen on after the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory: critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory: warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone by name; empty is the system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model by name or folder; empty is the best one installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of longer texts, such as: my address =&gt; 12 Main Street</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never unload the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No guesses above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No guesses while the processors are busier than this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obey press enter, press tab and cancel dictation where nothing else is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the window when VoiceFlow starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI-compatible: recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI-compatible: server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI-compatible: speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI-compatible: voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay while you dictate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause that ends hands-free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision of the model&apos;s arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press to start and stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor threads for recognition; 0 chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a space after each dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back what the clipboard held before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognition behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replacements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room for sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the model in a process of its own, so that all its memory comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a small window while you dictate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound from before the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound from before the key went down; needs an open microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound that the model sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker by name; empty is the system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spoken punctuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start VoiceFlow when you log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect when VoiceFlow starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in the style of what you dictate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key to hold while you speak, for example F9 or ctrl+alt+d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The languages you speak; detection chooses among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory that VoiceFlow may take; 0 is half of this machine&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that recognizes speech there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that speaks there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pause that ends a dictation in hands-free mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound system that the microphone&apos;s name belongs to; empty is the default one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice that speaks there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trailing space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unload the model after this long without dictation; 0 never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbatim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice by name; empty is the best one installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn above this share of failed dictations among the last 200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn above this share of that memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn when a question to the history takes longer, for one in twenty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn when a step of a dictation takes longer, for one in twenty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn when all processors are busier for half a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn when recognition is further behind the speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way to watch the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wayland</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a language model makes of dictated text; as is asks none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written instead, such as: gonna =&gt; going to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be sent where, such as: sound =&gt; api.openai.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the key of the history is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which desktop interface is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which engine recognizes speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which engine speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to listen for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to listen for, most important first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write numbers as they were spoken, with digits from ten up, or with digits always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write spoken marks such as comma or new line: where they are surely meant, wherever they are said, never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write words once that were said three times or more in a row by mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X11</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yandex: folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yandex: language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yandex: recognition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yandex: speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yandex: voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your language, such as ru-RU, where none is known; auto detects it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your language, with its region, where none is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>int8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>int8_float16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>int8_float32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best one installed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageTable</name>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Hold {key} and speak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A dictation was interrupted by a crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open VoiceFlow to transcribe it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Cancel this dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a recent text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open VoiceFlow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start dictation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was dictated yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroubleBanner</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Stages of the last dictations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>VoiceFlow runs on when this window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no tray. Start VoiceFlow again to see the window; “Quit” ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit VoiceFlow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
