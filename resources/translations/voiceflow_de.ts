<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Alerts</name>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>All is within its limits.</source>
        <translation>Alles im grünen Bereich.</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>More about this text</source>
        <translation>Mehr zu diesem Text</translation>
    </message>
    <message>
        <source>Changes to what was recognized</source>
        <translation>Änderungen gegenüber dem Erkannten</translation>
    </message>
    <message>
        <source>Why does it say that?</source>
        <translation>Warum steht das da?</translation>
    </message>
    <message>
        <source>Earlier text</source>
        <translation>Früherer Text</translation>
    </message>
    <message>
        <source>Earlier texts</source>
        <translation>Frühere Texte</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>Diesen Text verwenden</translation>
    </message>
    <message>
        <source>Use as recognized</source>
        <translation>Erkannten Text verwenden</translation>
    </message>
    <message>
        <source>Takes back what rules and guards did to this text</source>
        <translation>Nimmt zurück, was Regeln und Filter am Text geändert haben</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Other texts</source>
        <translation>Andere Texte</translation>
    </message>
    <message>
        <source>Your correction</source>
        <translation>Eigene Korrektur</translation>
    </message>
    <message>
        <source>Unknown model</source>
        <translation>Unbekanntes Modell</translation>
    </message>
    <message>
        <source>{source}, until {moment}</source>
        <translation>{source}, bis {moment}</translation>
    </message>
</context>
<context>
    <name>Cloud</name>
    <message>
        <source>OpenAI-compatible server</source>
        <translation>OpenAI-kompatibler Server</translation>
    </message>
    <message>
        <source>Google Cloud</source>
        <translation>Google Cloud</translation>
    </message>
    <message>
        <source>Yandex SpeechKit</source>
        <translation>Yandex SpeechKit</translation>
    </message>
    <message>
        <source>Clean-up by a language model</source>
        <translation>Überarbeitung durch ein Sprachmodell</translation>
    </message>
    <message>
        <source>{purpose}: its server has no address that can be used</source>
        <translation>{purpose}: Der Server hat keine brauchbare Adresse</translation>
    </message>
    <message>
        <source>{purpose}: {host}, which is this machine; nothing has to be allowed</source>
        <translation>{purpose}: {host}, also dieser Rechner; nichts muss erlaubt werden</translation>
    </message>
    <message>
        <source>{purpose}: {sent} may be sent to {host}</source>
        <translation>{purpose}: {sent} darf an {host} gesendet werden</translation>
    </message>
    <message>
        <source>{purpose}: nothing is sent to {host}</source>
        <translation>{purpose}: Nichts wird an {host} gesendet</translation>
    </message>
    <message>
        <source>{purpose}: {sent} will be sent to {host}.</source>
        <translation>{purpose}: {sent} wird an {host} gesendet.</translation>
    </message>
    <message>
        <source>Only where you choose this service, or let it stand in. The overlay shows a cloud while something is sent. What that company does with it, its own terms say. You can forbid it at any time.</source>
        <translation>Nur wo dieser Dienst gewählt ist oder einspringen soll. Die Einblendung zeigt eine Wolke, solange etwas gesendet wird. Was der Anbieter damit tut, steht in seinen Bedingungen. Es lässt sich jederzeit verbieten.</translation>
    </message>
    <message>
        <source>You have allowed before, and it will hold again:</source>
        <translation>Früher erlaubt, und es gilt dann wieder:</translation>
    </message>
    <message>
        <source>{sent}, to {host} ({purpose})</source>
        <translation>{sent}, an {host} ({purpose})</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Speech output</source>
        <translation>Sprachausgabe</translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation>Überarbeitung</translation>
    </message>
    <message>
        <source>the sound of what you dictate</source>
        <translation>der Ton der Diktate</translation>
    </message>
    <message>
        <source>the text that is read aloud</source>
        <translation>der vorgelesene Text</translation>
    </message>
    <message>
        <source>the text that is read aloud, and the words to listen for</source>
        <translation>der vorgelesene Text und die Wörter, auf die zu hören ist</translation>
    </message>
    <message>
        <source>the text of what you dictate, and text that you edit by voice</source>
        <translation>der diktierte und der per Stimme bearbeitete Text</translation>
    </message>
</context>
<context>
    <name>CloudServices</name>
    <message>
        <source>Cloud services</source>
        <translation>Cloud-Dienste</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>What may leave this machine, where to, consent and keys: OpenAI, Google, Yandex, clean-up</source>
        <translation>Was diesen Rechner verlassen darf, wohin, Zustimmung und Schlüssel: OpenAI, Google, Yandex, Überarbeitung</translation>
    </message>
    <message>
        <source>Allow {name} to be sent what you say or read?</source>
        <translation>Darf Gesprochenes oder Vorgelesenes an {name} gesendet werden?</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Switch the cloud on?</source>
        <translation>Cloud einschalten?</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Something may leave this machine.</source>
        <translation>Etwas darf diesen Rechner verlassen.</translation>
    </message>
    <message>
        <source>Nothing leaves this machine.</source>
        <translation>Nichts verlässt diesen Rechner.</translation>
    </message>
</context>
<context>
    <name>CloudSign</name>
    <message>
        <source>Sound goes to {host}</source>
        <translation>Ton geht an {host}</translation>
    </message>
    <message>
        <source>Text goes to {host}</source>
        <translation>Text geht an {host}</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Hört zu</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Schließt ab</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Problem aufgetreten</translation>
    </message>
</context>
<context>
    <name>DayChart</name>
    <message>
        <source>Words by day</source>
        <translation>Wörter nach Tag</translation>
    </message>
    <message>
        <source>The most on a day: {words} words</source>
        <translation>Höchstwert an einem Tag: {words} Wörter</translation>
    </message>
    <message>
        <source>{day}: {words} words</source>
        <translation>{day}: {words} Wörter</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>Dictation</name>
    <message>
        <source>1 dictation</source>
        <translation>1 Diktat</translation>
    </message>
    <message>
        <source>{number} dictations</source>
        <translation>{number} Diktate</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme läuft</translation>
    </message>
    <message>
        <source>Being recognized</source>
        <translation>Wird erkannt</translation>
    </message>
    <message>
        <source>No speech heard</source>
        <translation>Keine Sprache gehört</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>You are ready</source>
        <translation>Alles bereit</translation>
    </message>
    <message>
        <source>This is all there is to know.</source>
        <translation>Mehr muss man nicht wissen.</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Start VoiceFlow when I log in</source>
        <translation>VoiceFlow beim Anmelden starten</translation>
    </message>
    <message>
        <source>Its icon in the tray shows what it does and has everything at hand; a click opens the window.</source>
        <translation>Das Symbol im Infobereich zeigt, was VoiceFlow tut, und bietet alles Nötige; ein Klick öffnet das Fenster.</translation>
    </message>
    <message>
        <source>This desktop shows no tray: start VoiceFlow again to see its window.</source>
        <translation>Dieser Desktop hat keinen Infobereich: Ein erneuter Start von VoiceFlow zeigt das Fenster.</translation>
    </message>
    <message>
        <source>Hold {key}, speak, let go</source>
        <translation>{key} halten, sprechen, loslassen</translation>
    </message>
    <message>
        <source>A short tap begins, too; a second one ends. Esc cancels.</source>
        <translation>Auch kurzes Tippen startet; nochmaliges beendet. Esc bricht ab.</translation>
    </message>
    <message>
        <source>VoiceFlow runs in the background</source>
        <translation>VoiceFlow läuft im Hintergrund</translation>
    </message>
    <message>
        <source>Nothing that you said is lost</source>
        <translation>Nichts Gesagtes geht verloren</translation>
    </message>
    <message>
        <source>Texts and sound are in the history, encrypted on this machine, in {folder}.</source>
        <translation>Texte und Aufnahmen liegen verschlüsselt im Verlauf auf diesem Rechner, in {folder}.</translation>
    </message>
    <message>
        <source>Change your mind at any time</source>
        <translation>Alles lässt sich jederzeit ändern</translation>
    </message>
    <message>
        <source>Everything is in Settings. These steps come again with “First steps” in the window.</source>
        <translation>Alles steht in den Einstellungen. Diese Schritte lassen sich mit „Erste Schritte“ im Fenster wiederholen.</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Everything (JSON)</source>
        <translation>Alles (JSON)</translation>
    </message>
    <message>
        <source>Dictations as a table (CSV)</source>
        <translation>Diktate als Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Prometheus text</source>
        <translation>Prometheus-Text</translation>
    </message>
    <message>
        <source>Chrome trace, for Perfetto</source>
        <translation>Chrome-Trace für Perfetto</translation>
    </message>
    <message>
        <source>Export the measurements</source>
        <translation>Messwerte exportieren</translation>
    </message>
    <message>
        <source>The measurements are in {name}</source>
        <translation>Die Messwerte stehen in {name}</translation>
    </message>
    <message>
        <source>They hold no dictated text. {path}</source>
        <translation>Sie enthalten keinen diktierten Text. {path}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Release to text</source>
        <translation>Loslassen bis Text</translation>
    </message>
    <message>
        <source>Real-time factor</source>
        <translation>Echtzeitfaktor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>median; p95 {p95}, p99 {p99}</source>
        <translation>Median; p95 {p95}, p99 {p99}</translation>
    </message>
    <message>
        <source>No dictation in this time</source>
        <translation>Kein Diktat in dieser Zeit</translation>
    </message>
    <message>
        <source>median; p95 {p95}. Below 1 is faster than speech</source>
        <translation>Median; p95 {p95}. Unter 1 ist schneller als gesprochen</translation>
    </message>
    <message>
        <source>{own} % of the processors, {all} % are busy</source>
        <translation>{own} % der Prozessoren, {all} % ausgelastet</translation>
    </message>
    <message>
        <source>Known after the first dictation</source>
        <translation>Nach dem ersten Diktat bekannt</translation>
    </message>
    <message>
        <source>{used} of {total} graphics memory</source>
        <translation>{used} von {total} Grafikspeicher</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>All programs</source>
        <translation>Alle Apps</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Only starred ones</source>
        <translation>Nur markierte</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Failed, cancelled, interrupted</source>
        <translation>Fehlgeschlagen, abgebrochen, unterbrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>No speech heard</source>
        <translation>Keine Sprache gehört</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jede Zeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Zwischen zwei Tagen…</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
    <message>
        <source>Choose a dictation to see its text.</source>
        <translation>Ein Diktat auswählen, um den Text zu sehen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Insert again</source>
        <translation>Erneut einfügen</translation>
    </message>
    <message>
        <source>Minimizes this window and inserts the text into the one below</source>
        <translation>Minimiert dieses Fenster und fügt den Text in das darunter ein</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>With model…</source>
        <translation>Mit Modell…</translation>
    </message>
    <message>
        <source>Transcribes the sound with another model; the text that is here is kept</source>
        <translation>Transkribiert die Aufnahme mit einem anderen Modell; der jetzige Text bleibt erhalten</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>Transcribe again</source>
        <translation>Erneut transkribieren</translation>
    </message>
    <message>
        <source>Transcribing…</source>
        <translation>Wird transkribiert…</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>This dictation…</source>
        <translation>Dieses Diktat…</translation>
    </message>
    <message>
        <source>Its sound only…</source>
        <translation>Nur die Aufnahme…</translation>
    </message>
    <message>
        <source>Starred dictations are never deleted by age or size</source>
        <translation>Markierte Diktate werden nie nach Alter oder Größe gelöscht</translation>
    </message>
    <message>
        <source>There was no other window to insert the text into</source>
        <translation>Kein anderes Fenster, in das der Text eingefügt werden könnte</translation>
    </message>
    <message>
        <source>Click where the text should go, and paste it: it is on the clipboard</source>
        <translation>An die gewünschte Stelle klicken und einfügen: Der Text liegt in der Zwischenablage</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>{model} (made this text)</source>
        <translation>{model} (schrieb diesen Text)</translation>
    </message>
    <message>
        <source>None is installed</source>
        <translation>Keines installiert</translation>
    </message>
    <message>
        <source>Delete this dictation?</source>
        <translation>Dieses Diktat löschen?</translation>
    </message>
    <message>
        <source>Its text and its sound are overwritten on the disk. There is no way back.</source>
        <translation>Text und Aufnahme werden auf dem Datenträger überschrieben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete the sound of this dictation?</source>
        <translation>Die Aufnahme dieses Diktats löschen?</translation>
    </message>
    <message>
        <source>The text stays. Without the sound it cannot be heard or transcribed again.</source>
        <translation>Der Text bleibt. Ohne Aufnahme lässt er sich nicht mehr anhören oder neu transkribieren.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>HistoryExport</name>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Everything (JSON)</source>
        <translation>Alles (JSON)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>Untertitel (SRT)</translation>
    </message>
    <message>
        <source>Export, not encrypted any more</source>
        <translation>Export, nicht mehr verschlüsselt</translation>
    </message>
    <message>
        <source>Exported to {name}: {dictations}</source>
        <translation>Exportiert nach {name}: {dictations}</translation>
    </message>
    <message>
        <source>They can be read there by whoever can read that file: {path}</source>
        <translation>Lesen kann sie, wer diese Datei lesen kann: {path}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>All dictations that the search and the filters show</source>
        <translation>Alle Diktate, die Suche und Filter zeigen</translation>
    </message>
    <message>
        <source>Search everything you said</source>
        <translation>Alles Gesagte durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Dictations</source>
        <translation>Diktate</translation>
    </message>
    <message>
        <source>No dictation is like that.</source>
        <translation>Kein passendes Diktat.</translation>
    </message>
    <message>
        <source>Nothing was dictated yet. Hold {key} and speak.</source>
        <translation>Noch nichts diktiert. {key} halten und sprechen.</translation>
    </message>
    <message>
        <source>Nothing was found for “{words}”.</source>
        <translation>Nichts gefunden für „{words}“.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>In memory, on {device}</source>
        <translation>Geladen, auf {device}</translation>
    </message>
    <message>
        <source>Is loaded when you speak</source>
        <translation>Wird beim Sprechen geladen</translation>
    </message>
    <message>
        <source>Could not be loaded</source>
        <translation>Konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Microphone and model</source>
        <translation>Mikrofon und Modell</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Try it here</source>
        <translation>Hier ausprobieren</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>None is installed</source>
        <translation>Keines installiert</translation>
    </message>
    <message>
        <source>Stop and insert</source>
        <translation>Beenden und einfügen</translation>
    </message>
    <message>
        <source>Start dictation</source>
        <translation>Diktat starten</translation>
    </message>
    <message>
        <source>Click here, hold {key} and speak.</source>
        <translation>Hier klicken, {key} halten und sprechen.</translation>
    </message>
    <message>
        <source>The history is opened and the key is taken.</source>
        <translation>Der Verlauf wird geöffnet und die Taste belegt.</translation>
    </message>
    <message>
        <source>Hold {key} and speak. Let go, and the words stand where your cursor is.</source>
        <translation>{key} halten und sprechen. Nach dem Loslassen steht der Text am Cursor.</translation>
    </message>
    <message>
        <source>The microphone opens.</source>
        <translation>Das Mikrofon wird geöffnet.</translation>
    </message>
    <message>
        <source>Release {key}, and the words are inserted. Esc cancels.</source>
        <translation>{key} loslassen, um den Text einzufügen. Esc bricht ab.</translation>
    </message>
    <message>
        <source>The last words are recognized.</source>
        <translation>Die letzten Wörter werden erkannt.</translation>
    </message>
    <message>
        <source>{key} does nothing until you go on.</source>
        <translation>{key} ist bis zum Fortsetzen ohne Funktion.</translation>
    </message>
</context>
<context>
    <name>InsertionTry</name>
    <message>
        <source>Try it here</source>
        <translation>Hier ausprobieren</translation>
    </message>
    <message>
        <source>Click here, hold {key} and speak.</source>
        <translation>Hier klicken, {key} halten und sprechen.</translation>
    </message>
</context>
<context>
    <name>InterruptedBanner</name>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>{count} dictations were interrupted by a crash</source>
        <translation>{count} Diktate wurden durch einen Absturz unterbrochen</translation>
    </message>
    <message>
        <source>1 dictation was interrupted by a crash</source>
        <translation>1 Diktat wurde durch einen Absturz unterbrochen</translation>
    </message>
    <message>
        <source>The sound is kept. Its text goes into the history only.</source>
        <translation>Die Aufnahme ist gespeichert. Der Text kommt nur in den Verlauf.</translation>
    </message>
    <message>
        <source>Transcribing… {count} to go</source>
        <translation>Wird transkribiert… noch {count}</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>Your key</source>
        <translation>Die Diktiertaste</translation>
    </message>
    <message>
        <source>You hold this key while you speak, in any program. Press it now to see that it works.</source>
        <translation>Diese Taste wird beim Sprechen gehalten, in jedem Programm. Zum Testen jetzt drücken.</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Andere Taste</translation>
    </message>
    <message>
        <source>Choose one that you use for nothing else, such as a function key or a modifier at the right.</source>
        <translation>Am besten eine sonst unbenutzte Taste, etwa eine Funktionstaste oder eine rechte Zusatztaste.</translation>
    </message>
    <message>
        <source>The key is {key}</source>
        <translation>Die Taste ist {key}</translation>
    </message>
    <message>
        <source>Seen: VoiceFlow knows when you press {key}.</source>
        <translation>Erkannt: VoiceFlow bemerkt jeden Druck auf {key}.</translation>
    </message>
    <message>
        <source>A moment: VoiceFlow is getting ready.</source>
        <translation>Einen Moment, VoiceFlow wird vorbereitet.</translation>
    </message>
    <message>
        <source>The key is paused: the tray&apos;s menu lets it go on.</source>
        <translation>Die Taste ist ausgesetzt; das Menü im Infobereich schaltet sie wieder ein.</translation>
    </message>
    <message>
        <source>Press {key} now.</source>
        <translation>Jetzt {key} drücken.</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>Learned from your corrections</source>
        <translation>Aus Korrekturen gelernt</translation>
    </message>
    <message>
        <source>A word counts from the second dictation on in which you corrected the same.</source>
        <translation>Ein Wort zählt, sobald es in zwei Diktaten gleich korrigiert wurde.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>seen once</source>
        <translation>einmal gesehen</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>Jetzt lernen</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>One a line</source>
        <translation>Je Zeile ein Eintrag</translation>
    </message>
</context>
<context>
    <name>MemoryChart</name>
    <message>
        <source>model loaded</source>
        <translation>Modell geladen</translation>
    </message>
    <message>
        <source>unloaded</source>
        <translation>entladen</translation>
    </message>
</context>
<context>
    <name>MemoryParts</name>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Speech output</source>
        <translation>Sprachausgabe</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Other processes</source>
        <translation>Andere Prozesse</translation>
    </message>
    <message>
        <source>App: its own data</source>
        <translation>App: eigene Daten</translation>
    </message>
    <message>
        <source>App: C heap in use</source>
        <translation>App: C-Heap belegt</translation>
    </message>
    <message>
        <source>App: C heap kept for later</source>
        <translation>App: C-Heap in Reserve</translation>
    </message>
    <message>
        <source>Model weights (its files)</source>
        <translation>Modellgewichte (Dateien)</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>&quot;{name}&quot; could not be opened ({reason})</source>
        <translation>„{name}“ konnte nicht geöffnet werden ({reason})</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; ends after {heard_s} of {promised_s} seconds</source>
        <translation>„{name}“ endet nach {heard_s} von {promised_s} Sekunden</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; holds 0 seconds of sound</source>
        <translation>„{name}“ enthält 0 Sekunden Ton</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is empty</source>
        <translation>„{name}“ ist leer</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is not a sound file that can be read, whatever its name says</source>
        <translation>„{name}“ ist keine lesbare Tondatei, auch wenn der Name es sagt</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; refused its own format, {channels} channels at {rate_hz} Hz</source>
        <translation>„{name}“ lehnte das eigene Format ab, {channels} Kanäle bei {rate_hz} Hz</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; could not be read ({strerror})</source>
        <translation>„{path}“ konnte nicht gelesen werden ({strerror})</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; is a folder</source>
        <translation>„{path}“ ist ein Ordner</translation>
    </message>
    <message>
        <source>A Whisper model&apos;s folder holds config.json, model.bin, tokenizer.json and a vocabulary</source>
        <translation>Der Ordner eines Whisper-Modells enthält config.json, model.bin, tokenizer.json und ein Vokabular</translation>
    </message>
    <message>
        <source>A language code such as en-us or de names one</source>
        <translation>Ein Sprachkürzel wie en-us oder de genügt</translation>
    </message>
    <message>
        <source>A profile cannot change {name}</source>
        <translation>Ein Profil kann {name} nicht ändern</translation>
    </message>
    <message>
        <source>A profile needs a name</source>
        <translation>Ein Profil braucht einen Namen</translation>
    </message>
    <message>
        <source>A smaller model answers sooner: voiceflow models list. voiceflow doctor --tune measures this machine</source>
        <translation>Ein kleineres Modell antwortet schneller: voiceflow models list. voiceflow doctor --tune misst diesen Rechner</translation>
    </message>
    <message>
        <source>A smaller model keeps up: voiceflow models list</source>
        <translation>Ein kleineres Modell hält mit: voiceflow models list</translation>
    </message>
    <message>
        <source>A terminal does not tell how this text can be taken back</source>
        <translation>Ein Terminal sagt nicht, wie sich dieser Text zurücknehmen lässt</translation>
    </message>
    <message>
        <source>A text file in UTF-8 is wanted.</source>
        <translation>Gebraucht wird eine Textdatei in UTF-8.</translation>
    </message>
    <message>
        <source>A weight is a number from {LEAST_WEIGHT} to {MOST_WEIGHT}; the heavier, the more important.</source>
        <translation>Ein Gewicht ist eine Zahl von {LEAST_WEIGHT} bis {MOST_WEIGHT}; je größer, desto wichtiger.</translation>
    </message>
    <message>
        <source>Add your user to the group `audio`, or allow it in the sandbox&apos;s settings</source>
        <translation>Das Benutzerkonto in die Gruppe `audio` aufnehmen oder den Zugriff in den Einstellungen der Sandbox erlauben</translation>
    </message>
    <message>
        <source>Allow it in Settings &gt; Privacy &amp; security &gt; Microphone, also for desktop apps</source>
        <translation>Unter Einstellungen &gt; Datenschutz und Sicherheit &gt; Mikrofon erlauben, auch für Desktop-Apps</translation>
    </message>
    <message>
        <source>Allow it in System Settings &gt; Privacy &amp; Security &gt; Microphone, then start VoiceFlow again</source>
        <translation>Unter Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Mikrofon erlauben, dann VoiceFlow neu starten</translation>
    </message>
    <message>
        <source>Allow it in the desktop&apos;s settings, or bind a key there to `voiceflow toggle`.</source>
        <translation>In den Einstellungen des Desktops erlauben oder dort eine Taste mit `voiceflow toggle` belegen.</translation>
    </message>
    <message>
        <source>Allow it with: voiceflow cloud allow {service}</source>
        <translation>Erlauben mit: voiceflow cloud allow {service}</translation>
    </message>
    <message>
        <source>Allow it, to all your programs: sudo usermod -aG input $USER, then log in again.</source>
        <translation>Für alle eigenen Programme erlauben: sudo usermod -aG input $USER, dann neu anmelden.</translation>
    </message>
    <message>
        <source>Another VoiceFlow is installing or removing {name}</source>
        <translation>Ein anderes VoiceFlow installiert oder entfernt gerade {name}</translation>
    </message>
    <message>
        <source>Another VoiceFlow is using the history</source>
        <translation>Ein anderes VoiceFlow benutzt den Verlauf</translation>
    </message>
    <message>
        <source>Another VoiceFlow may be running.</source>
        <translation>Möglicherweise läuft ein anderes VoiceFlow.</translation>
    </message>
    <message>
        <source>Another program blocks input; paste the text yourself.</source>
        <translation>Ein anderes Programm blockiert Eingaben; den Text bitte selbst einfügen.</translation>
    </message>
    <message>
        <source>Another program holds &quot;{name}&quot; for itself</source>
        <translation>Ein anderes Programm belegt „{name}“ für sich</translation>
    </message>
    <message>
        <source>Another program holds on to the clipboard</source>
        <translation>Ein anderes Programm hält die Zwischenablage fest</translation>
    </message>
    <message>
        <source>Another program keeps the clipboard open</source>
        <translation>Ein anderes Programm hält die Zwischenablage offen</translation>
    </message>
    <message>
        <source>Answer its unlock prompt and try again.</source>
        <translation>Die Entsperrabfrage beantworten und erneut versuchen.</translation>
    </message>
    <message>
        <source>Answer its unlock prompt, or log in again, and try again.</source>
        <translation>Die Entsperrabfrage beantworten oder neu anmelden, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Ask its owner, or copy it to your own folder</source>
        <translation>Den Eigentümer fragen oder in einen eigenen Ordner kopieren</translation>
    </message>
    <message>
        <source>At most {MOST_WORDS} words; for longer texts make a snippet: voiceflow snippets add</source>
        <translation>Höchstens {MOST_WORDS} Wörter; für längere Texte einen Textbaustein anlegen: voiceflow snippets add</translation>
    </message>
    <message>
        <source>Begin it anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Bind a key to `voiceflow toggle` in the desktop&apos;s own settings.</source>
        <translation>In den Einstellungen des Desktops eine Taste mit `voiceflow toggle` belegen.</translation>
    </message>
    <message>
        <source>By all evidence nobody said what was recognized</source>
        <translation>Was erkannt wurde, hat nach allen Anzeichen niemand gesagt</translation>
    </message>
    <message>
        <source>Check HF_TOKEN</source>
        <translation>HF_TOKEN prüfen</translation>
    </message>
    <message>
        <source>Check that the server runs, and the network.</source>
        <translation>Prüfen, ob der Server läuft, und das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the address in the settings; if it is right, the service has a fault: try again later.</source>
        <translation>Die Adresse in den Einstellungen prüfen; stimmt sie, hat der Dienst eine Störung: später erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the address, and the network.</source>
        <translation>Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the address, the model and the language in the settings.</source>
        <translation>Adresse, Modell und Sprache in den Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Check the name and the folder</source>
        <translation>Name und Ordner prüfen</translation>
    </message>
    <message>
        <source>Check the network; behind a proxy set HTTPS_PROXY; a mirror is set with HF_ENDPOINT</source>
        <translation>Das Netzwerk prüfen; hinter einem Proxy HTTPS_PROXY setzen; ein Spiegel wird mit HF_ENDPOINT gesetzt</translation>
    </message>
    <message>
        <source>Choose a faster rewriter, or switch clean-up off</source>
        <translation>Einen schnelleren Dienst wählen oder die Überarbeitung ausschalten</translation>
    </message>
    <message>
        <source>Choose a file that has one</source>
        <translation>Eine Datei mit Tonspur wählen</translation>
    </message>
    <message>
        <source>Choose a folder of your own with room in it</source>
        <translation>Einen eigenen Ordner mit genug Platz wählen</translation>
    </message>
    <message>
        <source>Choose a smaller model</source>
        <translation>Ein kleineres Modell wählen</translation>
    </message>
    <message>
        <source>Choose a smaller model or close programs</source>
        <translation>Ein kleineres Modell wählen oder Programme schließen</translation>
    </message>
    <message>
        <source>Choose a smaller model, or close programs that need memory</source>
        <translation>Ein kleineres Modell wählen oder Programme schließen, die Speicher brauchen</translation>
    </message>
    <message>
        <source>Choose another device or host API: {_LIST}</source>
        <translation>Ein anderes Gerät oder Tonsystem wählen: {_LIST}</translation>
    </message>
    <message>
        <source>Choose another engine</source>
        <translation>Eine andere Engine wählen</translation>
    </message>
    <message>
        <source>Choose another voice: voiceflow models list</source>
        <translation>Eine andere Stimme wählen: voiceflow models list</translation>
    </message>
    <message>
        <source>Choose the microphone itself instead of the system&apos;s default: voiceflow devices</source>
        <translation>Das Mikrofon selbst statt des Systemstandards wählen: voiceflow devices</translation>
    </message>
    <message>
        <source>Clean-up of the text is slow</source>
        <translation>Die Überarbeitung des Textes ist langsam</translation>
    </message>
    <message>
        <source>Close clipboard tools one by one to find it; the text is in the history.</source>
        <translation>Zwischenablage-Programme einzeln schließen, um es zu finden; der Text steht im Verlauf.</translation>
    </message>
    <message>
        <source>Close that program, or choose another device: {_LIST}</source>
        <translation>Das Programm schließen oder ein anderes Gerät wählen: {_LIST}</translation>
    </message>
    <message>
        <source>Copy it and use: voiceflow say -</source>
        <translation>Kopieren und benutzen: voiceflow say -</translation>
    </message>
    <message>
        <source>Copy it from the history.</source>
        <translation>Den Text aus dem Verlauf kopieren.</translation>
    </message>
    <message>
        <source>Copy it to another disk and try that</source>
        <translation>Auf einen anderen Datenträger kopieren und dort versuchen</translation>
    </message>
    <message>
        <source>Copy it whole, without spaces, from the service.</source>
        <translation>Vollständig und ohne Leerzeichen vom Dienst kopieren.</translation>
    </message>
    <message>
        <source>Copy the model into {path} again</source>
        <translation>Das Modell erneut nach {path} kopieren</translation>
    </message>
    <message>
        <source>Copy the text from the history, and look for a clipboard manager that takes everything over.</source>
        <translation>Den Text aus dem Verlauf kopieren und nach einem Zwischenablage-Manager suchen, der alles übernimmt.</translation>
    </message>
    <message>
        <source>Copy the text that you want to hear</source>
        <translation>Den gewünschten Text kopieren</translation>
    </message>
    <message>
        <source>Correct it there: {pattern}▸{pattern2}</source>
        <translation>Dort berichtigen: {pattern}▸{pattern2}</translation>
    </message>
    <message>
        <source>Correct the file with: voiceflow config edit</source>
        <translation>Die Datei berichtigen mit: voiceflow config edit</translation>
    </message>
    <message>
        <source>Cut it at a pause</source>
        <translation>An einer Pause teilen</translation>
    </message>
    <message>
        <source>Delete that folder yourself</source>
        <translation>Diesen Ordner selbst löschen</translation>
    </message>
    <message>
        <source>Deleted, as the settings say: {join}</source>
        <translation>Den Einstellungen gemäß gelöscht: {join}</translation>
    </message>
    <message>
        <source>Dictate again and allow it, or set insertion.way to clipboard.</source>
        <translation>Noch einmal diktieren und erlauben oder insertion.way auf clipboard setzen.</translation>
    </message>
    <message>
        <source>Dictate again; the desktop will ask for permission once more.</source>
        <translation>Noch einmal diktieren; der Desktop fragt erneut um Erlaubnis.</translation>
    </message>
    <message>
        <source>Dictate something</source>
        <translation>Etwas diktieren</translation>
    </message>
    <message>
        <source>Did you mean {join}?</source>
        <translation>War {join} gemeint?</translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <translation>War {near} gemeint?</translation>
    </message>
    <message>
        <source>Downloads from the model hub are switched off (HF_HUB_OFFLINE)</source>
        <translation>Downloads vom Modell-Hub sind ausgeschaltet (HF_HUB_OFFLINE)</translation>
    </message>
    <message>
        <source>Fillers left out</source>
        <translation>Füllwörter weggelassen</translation>
    </message>
    <message>
        <source>Free it there, or take another key: voiceflow config set hotkey.key ctrl+alt+space</source>
        <translation>Dort freigeben oder eine andere Taste nehmen: voiceflow config set hotkey.key ctrl+alt+space</translation>
    </message>
    <message>
        <source>Free some space and run voiceflow models install {name} again; it goes on where it stopped</source>
        <translation>Platz schaffen und voiceflow models install {name} erneut ausführen; es geht an derselben Stelle weiter</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Free some space, or move everything with VOICEFLOW_HOME</source>
        <translation>Platz schaffen oder mit VOICEFLOW_HOME alles umziehen</translation>
    </message>
    <message>
        <source>Give it a text with words</source>
        <translation>Einen Text mit Wörtern angeben</translation>
    </message>
    <message>
        <source>Give it with: voiceflow cloud key set {service}</source>
        <translation>Angeben mit: voiceflow cloud key set {service}</translation>
    </message>
    <message>
        <source>Give your user access to that file.</source>
        <translation>Dem Benutzerkonto Zugriff auf die Datei geben.</translation>
    </message>
    <message>
        <source>Give your user write access to that folder, or set VOICEFLOW_HOME to one that can be written.</source>
        <translation>Dem Benutzerkonto Schreibzugriff auf den Ordner geben oder VOICEFLOW_HOME auf einen beschreibbaren setzen.</translation>
    </message>
    <message>
        <source>If it does not appear, copy it from the history</source>
        <translation>Erscheint er nicht, lässt er sich aus dem Verlauf kopieren</translation>
    </message>
    <message>
        <source>If this stays so, end it and start it again.</source>
        <translation>Bleibt das so, VoiceFlow beenden und neu starten.</translation>
    </message>
    <message>
        <source>If you did: voiceflow history restore last</source>
        <translation>Falls doch: voiceflow history restore last</translation>
    </message>
    <message>
        <source>If you spoke, its sound is in the history: transcribe it there</source>
        <translation>Falls doch gesprochen wurde: Die Aufnahme ist im Verlauf und kann dort transkribiert werden</translation>
    </message>
    <message>
        <source>If {elsewhere} is right, name it in the settings and allow it; else check the address.</source>
        <translation>Ist {elsewhere} richtig, in den Einstellungen eintragen und erlauben; sonst die Adresse prüfen.</translation>
    </message>
    <message>
        <source>Install VoiceFlow again: installer run</source>
        <translation>VoiceFlow neu installieren: installer run</translation>
    </message>
    <message>
        <source>Install faster-whisper again</source>
        <translation>faster-whisper neu installieren</translation>
    </message>
    <message>
        <source>Install it (Debian and Ubuntu: apt install libportaudio2; Fedora: dnf install portaudio)</source>
        <translation>Installieren (Debian und Ubuntu: apt install libportaudio2; Fedora: dnf install portaudio)</translation>
    </message>
    <message>
        <source>Install it again</source>
        <translation>Neu installieren</translation>
    </message>
    <message>
        <source>Install it again, or choose another model</source>
        <translation>Neu installieren oder ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>CUDA&apos;s library cuBLAS does not load ({cublas_problem}). {cure_of_missing}</source>
        <translation>Die CUDA-Bibliothek cuBLAS lädt nicht ({cublas_problem}). {cure_of_missing}</translation>
    </message>
    <message>
        <source>A terminal cannot be told to select text</source>
        <translation>In einem Terminal lässt sich kein Text auswählen</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Clean-up has no language model</source>
        <translation>Der Überarbeitung fehlt ein Sprachmodell</translation>
    </message>
    <message>
        <source>Cleaned up by the language model</source>
        <translation>Vom Sprachmodell überarbeitet</translation>
    </message>
    <message>
        <source>Fitted to the text around it</source>
        <translation>An den umgebenden Text angepasst</translation>
    </message>
    <message>
        <source>Give a key that is valid there: voiceflow cloud key set {service}</source>
        <translation>Einen dort gültigen Schlüssel angeben: voiceflow cloud key set {service}</translation>
    </message>
    <message>
        <source>Give it one of these endings.</source>
        <translation>Eine dieser Endungen verwenden.</translation>
    </message>
    <message>
        <source>Install it: pip install jeepney</source>
        <translation>Installieren: pip install jeepney</translation>
    </message>
    <message>
        <source>Install it: pip install python-xlib</source>
        <translation>Installieren: pip install python-xlib</translation>
    </message>
    <message>
        <source>Install the model again</source>
        <translation>Das Modell neu installieren</translation>
    </message>
    <message>
        <source>Install wl-clipboard</source>
        <translation>wl-clipboard installieren</translation>
    </message>
    <message>
        <source>Install wl-clipboard.</source>
        <translation>wl-clipboard installieren.</translation>
    </message>
    <message>
        <source>Is its disk connected?</source>
        <translation>Ist der Datenträger angeschlossen?</translation>
    </message>
    <message>
        <source>It could not be read ({__name__})</source>
        <translation>Das ließ sich nicht lesen ({__name__})</translation>
    </message>
    <message>
        <source>It does not stand before the cursor any more: correct it in its window, or insert it again.</source>
        <translation>Es steht nicht mehr vor dem Cursor: im Fenster selbst korrigieren oder erneut einfügen.</translation>
    </message>
    <message>
        <source>It looks like https://api.example.com/v1: voiceflow config set {setting} ...</source>
        <translation>Sie sieht aus wie https://api.example.com/v1: voiceflow config set {setting} ...</translation>
    </message>
    <message>
        <source>It may be full, limited, broken or disconnected.</source>
        <translation>Möglicherweise ist er voll, begrenzt, defekt oder nicht angeschlossen.</translation>
    </message>
    <message>
        <source>It must be {allowed}.</source>
        <translation>Erlaubt: {allowed}.</translation>
    </message>
    <message>
        <source>It needs {_FILES}.onnx</source>
        <translation>Es braucht {_FILES}.onnx</translation>
    </message>
    <message>
        <source>It was muted or unplugged; VoiceFlow goes on recording</source>
        <translation>Es wurde stumm geschaltet oder abgezogen; VoiceFlow nimmt weiter auf</translation>
    </message>
    <message>
        <source>Its log says where it failed.</source>
        <translation>Das Protokoll sagt, wo es scheiterte.</translation>
    </message>
    <message>
        <source>KDE Plasma, GNOME 48 and Hyprland do; elsewhere bind a key to `voiceflow toggle`.</source>
        <translation>KDE Plasma, GNOME 48 und Hyprland tun das; sonst eine Taste mit `voiceflow toggle` belegen.</translation>
    </message>
    <message>
        <source>Keep fewer dictations: voiceflow config set history.keep_days 365</source>
        <translation>Weniger Diktate behalten: voiceflow config set history.keep_days 365</translation>
    </message>
    <message>
        <source>Left out, for nobody seems to have said it</source>
        <translation>Weggelassen, weil es wohl niemand gesagt hat</translation>
    </message>
    <message>
        <source>Let VoiceFlow choose: voiceflow config set hotkey.backend auto</source>
        <translation>VoiceFlow wählen lassen: voiceflow config set hotkey.backend auto</translation>
    </message>
    <message>
        <source>Line {line}: {title}</source>
        <translation>Zeile {line}: {title}</translation>
    </message>
    <message>
        <source>Listening has a fault of its own ({__name__})</source>
        <translation>Beim Zuhören ist ein interner Fehler aufgetreten ({__name__})</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Log in again, or restart it.</source>
        <translation>Neu anmelden oder ihn neu starten.</translation>
    </message>
    <message>
        <source>Log in to a desktop with a keyring: keys are kept nowhere else.</source>
        <translation>An einem Desktop mit Schlüsselbund anmelden: Schlüssel liegen nirgends sonst.</translation>
    </message>
    <message>
        <source>Log in to the desktop and unlock it there.</source>
        <translation>Am Desktop anmelden und dort entsperren.</translation>
    </message>
    <message>
        <source>Log in to the desktop and unlock it there; a new history can do without: `voiceflow config set history.key_storage file`.</source>
        <translation>Am Desktop anmelden und dort entsperren; ein neuer Verlauf kommt ohne aus: `voiceflow config set history.key_storage file`.</translation>
    </message>
    <message>
        <source>Log in to the desktop that this history was made on, or start its keyring.</source>
        <translation>An dem Desktop anmelden, auf dem dieser Verlauf entstand, oder dessen Schlüsselbund starten.</translation>
    </message>
    <message>
        <source>Log out and in again.</source>
        <translation>Ab- und wieder anmelden.</translation>
    </message>
    <message>
        <source>Make it writable, or set VOICEFLOW_HOME</source>
        <translation>Beschreibbar machen oder VOICEFLOW_HOME setzen</translation>
    </message>
    <message>
        <source>Make room: sound is kept there while you speak</source>
        <translation>Platz schaffen: Dort wird beim Sprechen die Aufnahme gesichert</translation>
    </message>
    <message>
        <source>Make the folder writable, or move everything with VOICEFLOW_HOME</source>
        <translation>Den Ordner beschreibbar machen oder mit VOICEFLOW_HOME alles umziehen</translation>
    </message>
    <message>
        <source>Make your user its owner, with read access.</source>
        <translation>Das Benutzerkonto zum Eigentümer mit Leserecht machen.</translation>
    </message>
    <message>
        <source>Meant literally</source>
        <translation>Wörtlich gemeint</translation>
    </message>
    <message>
        <source>Name a file in it</source>
        <translation>Eine Datei darin angeben</translation>
    </message>
    <message>
        <source>Name a program, a title or a site.</source>
        <translation>Ein Programm, einen Titel oder eine Website angeben.</translation>
    </message>
    <message>
        <source>Name a readable PEM file in cloud.ca_file, or empty the setting.</source>
        <translation>In cloud.ca_file eine lesbare PEM-Datei angeben oder die Einstellung leeren.</translation>
    </message>
    <message>
        <source>Name one of the service&apos;s voices, or set cloud.{service}_voice</source>
        <translation>Eine Stimme des Dienstes angeben oder cloud.{service}_voice setzen</translation>
    </message>
    <message>
        <source>Name one that the server has: voiceflow config set cleanup.language_model ...</source>
        <translation>Eines angeben, das der Server hat: voiceflow config set cleanup.language_model ...</translation>
    </message>
    <message>
        <source>Name the server: voiceflow config set {setting} https://...</source>
        <translation>Den Server angeben: voiceflow config set {setting} https://...</translation>
    </message>
    <message>
        <source>Name what is to be replaced by it.</source>
        <translation>Angeben, was dadurch ersetzt werden soll.</translation>
    </message>
    <message>
        <source>Never go on without it: check the date of this machine, or name your own in cloud.ca_file.</source>
        <translation>Nie ohne fortfahren: das Datum dieses Rechners prüfen oder ein eigenes in cloud.ca_file angeben.</translation>
    </message>
    <message>
        <source>No CUDA device was found. Install NVIDIA&apos;s driver, or set stt.device to cpu</source>
        <translation>Kein CUDA-Gerät gefunden. Den NVIDIA-Treiber installieren oder stt.device auf cpu setzen</translation>
    </message>
    <message>
        <source>No dictation begins</source>
        <translation>Kein Diktat beginnt</translation>
    </message>
    <message>
        <source>No engine may be asked this now</source>
        <translation>Keine Engine darf das jetzt gefragt werden</translation>
    </message>
    <message>
        <source>No installed model knows the language {language}</source>
        <translation>Kein installiertes Modell kennt die Sprache {language}</translation>
    </message>
    <message>
        <source>No keyboard has this key, or none may be read</source>
        <translation>Keine Tastatur hat diese Taste, oder keine darf gelesen werden</translation>
    </message>
    <message>
        <source>No microphone was found</source>
        <translation>Kein Mikrofon gefunden</translation>
    </message>
    <message>
        <source>No more sound comes from the microphone &quot;{name}&quot;</source>
        <translation>Vom Mikrofon „{name}“ kommt kein Ton mehr</translation>
    </message>
    <message>
        <source>No program here may press keys for VoiceFlow on this Wayland desktop</source>
        <translation>Auf diesem Wayland-Desktop darf kein Programm Tasten für VoiceFlow drücken</translation>
    </message>
    <message>
        <source>No speaker was found</source>
        <translation>Kein Lautsprecher gefunden</translation>
    </message>
    <message>
        <source>No speech model is installed</source>
        <translation>Kein Sprachmodell installiert</translation>
    </message>
    <message>
        <source>No speech was heard</source>
        <translation>Keine Sprache gehört</translation>
    </message>
    <message>
        <source>The dictation gave nothing within {seconds} s</source>
        <translation>Das Diktat ergab innerhalb von {seconds} s nichts</translation>
    </message>
    <message>
        <source>No voice for the language {language} is installed</source>
        <translation>Keine Stimme für die Sprache {language} installiert</translation>
    </message>
    <message>
        <source>No voice is installed</source>
        <translation>Keine Stimme installiert</translation>
    </message>
    <message>
        <source>No way to press keys</source>
        <translation>Keine Möglichkeit, Tasten zu drücken</translation>
    </message>
    <message>
        <source>No {family} engine loads</source>
        <translation>Keine Engine ({family}) lädt</translation>
    </message>
    <message>
        <source>No {family} works on this desktop</source>
        <translation>Auf diesem Desktop funktioniert nichts für {family}</translation>
    </message>
    <message>
        <source>Nobody waited for it any more.</source>
        <translation>Niemand wartete mehr darauf.</translation>
    </message>
    <message>
        <source>Nobody waits for it any more</source>
        <translation>Niemand wartet mehr darauf</translation>
    </message>
    <message>
        <source>Not allowed: for {purpose} by {service} {sent}</source>
        <translation>Nicht erlaubt: Für {purpose} durch {service} {sent}</translation>
    </message>
    <message>
        <source>Nothing can speak here</source>
        <translation>Hier kann nichts sprechen</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist markiert</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing that was dictated here is known to stand before the cursor</source>
        <translation>Vor dem Cursor steht nichts, was nachweislich diktiert wurde</translation>
    </message>
    <message>
        <source>Nothing was copied</source>
        <translation>Nichts wurde kopiert</translation>
    </message>
    <message>
        <source>Nothing was done. Say it again in that window.</source>
        <translation>Nichts wurde geändert. In jenem Fenster noch einmal sagen.</translation>
    </message>
    <message>
        <source>Nothing was taught of {heard} and {meant}</source>
        <translation>Über {heard} und {meant} wurde nichts gelernt</translation>
    </message>
    <message>
        <source>Numbers written</source>
        <translation>Zahlen geschrieben</translation>
    </message>
    <message>
        <source>Obeyed</source>
        <translation>Befehl ausgeführt</translation>
    </message>
    <message>
        <source>On Wayland an X11 program sees keys only while it has the focus</source>
        <translation>Unter Wayland sieht ein X11-Programm Tasten nur, solange es den Fokus hat</translation>
    </message>
    <message>
        <source>Only its text can be used</source>
        <translation>Nur der Text ist verwendbar</translation>
    </message>
    <message>
        <source>Only the user who started it can control it.</source>
        <translation>Nur wer es gestartet hat, kann es steuern.</translation>
    </message>
    <message>
        <source>Open System Settings, Privacy &amp; Security, Accessibility, switch VoiceFlow on, and start it again.</source>
        <translation>In den Systemeinstellungen unter Datenschutz &amp; Sicherheit, Bedienungshilfen VoiceFlow einschalten und neu starten.</translation>
    </message>
    <message>
        <source>Open VoiceFlow&apos;s window, or run the command in a terminal.</source>
        <translation>Das Fenster von VoiceFlow öffnen oder den Befehl in einem Terminal ausführen.</translation>
    </message>
    <message>
        <source>Page Down</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>Page Up</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Parakeet does not load: {__name__}</source>
        <translation>Parakeet lädt nicht: {__name__}</translation>
    </message>
    <message>
        <source>Parakeet failed: {__name__}</source>
        <translation>Parakeet ist fehlgeschlagen: {__name__}</translation>
    </message>
    <message>
        <source>Parakeet has no model yet</source>
        <translation>Für Parakeet ist noch kein Modell da</translation>
    </message>
    <message>
        <source>Parakeet needs the package onnx-asr</source>
        <translation>Parakeet braucht das Paket onnx-asr</translation>
    </message>
    <message>
        <source>Parts of &quot;{name}&quot; are damaged</source>
        <translation>Teile von „{name}“ sind beschädigt</translation>
    </message>
    <message>
        <source>Paste the text yourself, or run VoiceFlow as administrator too.</source>
        <translation>Den Text selbst einfügen oder VoiceFlow ebenfalls als Administrator ausführen.</translation>
    </message>
    <message>
        <source>Piper needs a voice</source>
        <translation>Piper braucht eine Stimme</translation>
    </message>
    <message>
        <source>Piper needs the extra `tts`</source>
        <translation>Piper braucht das Extra `tts`</translation>
    </message>
    <message>
        <source>Plug it in again, or choose another: {_LIST}</source>
        <translation>Wieder anschließen oder ein anderes wählen: {_LIST}</translation>
    </message>
    <message>
        <source>Plug it in or choose another; there is: {there}</source>
        <translation>Anschließen oder ein anderes wählen; vorhanden: {there}</translation>
    </message>
    <message>
        <source>Plug one in, or switch it on in the system&apos;s sound settings</source>
        <translation>Eines anschließen oder in den Toneinstellungen des Systems einschalten</translation>
    </message>
    <message>
        <source>Problems says why each did. Their sound is in the history: transcribe it there</source>
        <translation>Unter „Probleme“ steht jeweils warum. Die Aufnahmen sind im Verlauf und können dort transkribiert werden</translation>
    </message>
    <message>
        <source>Put the cursor behind it, or take it back in the window itself.</source>
        <translation>Den Cursor dahinter setzen oder im Fenster selbst zurücknehmen.</translation>
    </message>
    <message>
        <source>Put the cursor where text can be written and paste it yourself.</source>
        <translation>Den Cursor in ein Textfeld setzen und selbst einfügen.</translation>
    </message>
    <message>
        <source>Put the right key back, or `voiceflow history set-aside` keeps the file and starts anew.</source>
        <translation>Den richtigen Schlüssel zurücklegen, oder `voiceflow history set-aside` bewahrt die Datei auf und fängt neu an.</translation>
    </message>
    <message>
        <source>Quit it (tray menu, Quit) and try again.</source>
        <translation>VoiceFlow beenden (Infobereich, Beenden) und erneut versuchen.</translation>
    </message>
    <message>
        <source>Quit it and try again.</source>
        <translation>VoiceFlow beenden und erneut versuchen.</translation>
    </message>
    <message>
        <source>Read at most {MOST_CHARACTERS} characters at a time</source>
        <translation>Höchstens {MOST_CHARACTERS} Zeichen auf einmal vorlesen</translation>
    </message>
    <message>
        <source>Recognition does not keep up: it was {value} s behind the speech in the last dictations</source>
        <translation>Die Erkennung kommt nicht nach: Bei den letzten Diktaten lag sie {value} s zurück</translation>
    </message>
    <message>
        <source>Recognition failed: {error}</source>
        <translation>Die Erkennung ist fehlgeschlagen: {error}</translation>
    </message>
    <message>
        <source>Recognition is slow</source>
        <translation>Die Erkennung ist langsam</translation>
    </message>
    <message>
        <source>Recognition waits for them: end what works in the background</source>
        <translation>Die Erkennung wartet auf sie: Programme im Hintergrund beenden</translation>
    </message>
    <message>
        <source>Record or download it again</source>
        <translation>Neu aufnehmen oder herunterladen</translation>
    </message>
    <message>
        <source>Reinstall espeakng-loader, or choose another engine</source>
        <translation>espeakng-loader neu installieren oder eine andere Engine wählen</translation>
    </message>
    <message>
        <source>Remote control is off: the pipe could not be made ({strerror})</source>
        <translation>Fernsteuerung aus: Die Pipe ließ sich nicht anlegen ({strerror})</translation>
    </message>
    <message>
        <source>Remote control is off: {parent} cannot be used ({strerror})</source>
        <translation>Fernsteuerung aus: {parent} ist nicht verwendbar ({strerror})</translation>
    </message>
    <message>
        <source>Remove it with: pip uninstall {distribution}</source>
        <translation>Entfernen mit: pip uninstall {distribution}</translation>
    </message>
    <message>
        <source>Repair, in the window or by `voiceflow history repair`, saves what can be read; `voiceflow history set-aside` keeps it and starts anew.</source>
        <translation>„Reparieren“ im Fenster oder `voiceflow history repair` rettet, was lesbar ist; `voiceflow history set-aside` bewahrt ihn auf und fängt neu an.</translation>
    </message>
    <message>
        <source>Replaced as you wish</source>
        <translation>Wunschgemäß ersetzt</translation>
    </message>
    <message>
        <source>Report it: they should take a millisecond</source>
        <translation>Bitte melden: Sie sollten eine Millisekunde dauern</translation>
    </message>
    <message>
        <source>Restart VoiceFlow inside your desktop session.</source>
        <translation>VoiceFlow in der Desktop-Sitzung neu starten.</translation>
    </message>
    <message>
        <source>Restart VoiceFlow.</source>
        <translation>VoiceFlow neu starten.</translation>
    </message>
    <message>
        <source>Restart xdg-desktop-portal, or set insertion.way to clipboard.</source>
        <translation>xdg-desktop-portal neu starten oder insertion.way auf clipboard setzen.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or `voiceflow history set-aside` keeps the file and starts anew.</source>
        <translation>Aus einer Sicherung wiederherstellen, oder `voiceflow history set-aside` bewahrt die Datei auf und fängt neu an.</translation>
    </message>
    <message>
        <source>Run `voiceflow doctor` to see which other way this desktop allows.</source>
        <translation>`voiceflow doctor` zeigt, welchen anderen Weg dieser Desktop zulässt.</translation>
    </message>
    <message>
        <source>Run: voiceflow models install {_STARTER_VOICE}</source>
        <translation>Ausführen: voiceflow models install {_STARTER_VOICE}</translation>
    </message>
    <message>
        <source>Run: voiceflow models install {first}</source>
        <translation>Ausführen: voiceflow models install {first}</translation>
    </message>
    <message>
        <source>Run: voiceflow models install {name}</source>
        <translation>Ausführen: voiceflow models install {name}</translation>
    </message>
    <message>
        <source>Run: voiceflow models install {name}; if it happens again, a proxy or mirror changes the file</source>
        <translation>Ausführen: voiceflow models install {name}; geschieht es wieder, verändert ein Proxy oder Spiegel die Datei</translation>
    </message>
    <message>
        <source>Run: voiceflow models install {name}; it goes on where it stopped</source>
        <translation>Ausführen: voiceflow models install {name}; es geht an derselben Stelle weiter</translation>
    </message>
    <message>
        <source>Run: voiceflow models verify {stem}</source>
        <translation>Ausführen: voiceflow models verify {stem}</translation>
    </message>
    <message>
        <source>Save it as WAV, FLAC, MP3, Opus or M4A; M4A not from a pipe</source>
        <translation>Als WAV, FLAC, MP3, Opus oder M4A speichern; M4A nicht aus einer Pipe</translation>
    </message>
    <message>
        <source>Say it again.</source>
        <translation>Noch einmal sagen.</translation>
    </message>
    <message>
        <source>Say it in other words.</source>
        <translation>Anders formulieren.</translation>
    </message>
    <message>
        <source>See the log</source>
        <translation>Siehe Protokoll</translation>
    </message>
    <message>
        <source>See the log file.</source>
        <translation>Siehe Protokolldatei.</translation>
    </message>
    <message>
        <source>See what else writes to the disk where VoiceFlow keeps its data</source>
        <translation>Prüfen, was sonst auf den Datenträger mit den Daten von VoiceFlow schreibt</translation>
    </message>
    <message>
        <source>See who owns that folder</source>
        <translation>Prüfen, wem der Ordner gehört</translation>
    </message>
    <message>
        <source>See who owns the folder and whether the disk is full.</source>
        <translation>Prüfen, wem der Ordner gehört und ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>See: voiceflow --help</source>
        <translation>Siehe: voiceflow --help</translation>
    </message>
    <message>
        <source>See: voiceflow doctor</source>
        <translation>Siehe: voiceflow doctor</translation>
    </message>
    <message>
        <source>See: voiceflow vocabulary lessons</source>
        <translation>Siehe: voiceflow vocabulary lessons</translation>
    </message>
    <message>
        <source>See: voiceflow vocabulary list</source>
        <translation>Siehe: voiceflow vocabulary list</translation>
    </message>
    <message>
        <source>Select it with the mouse, or say: scratch that.</source>
        <translation>Mit der Maus auswählen oder sagen: „streich das“.</translation>
    </message>
    <message>
        <source>Select some text first</source>
        <translation>Zuerst Text markieren</translation>
    </message>
    <message>
        <source>Select text in a window where it can be written.</source>
        <translation>Text in einem beschreibbaren Fenster markieren.</translation>
    </message>
    <message>
        <source>Select the text that you want to change, then try again</source>
        <translation>Den zu ändernden Text markieren, dann erneut versuchen</translation>
    </message>
    <message>
        <source>Select the text that you want to hear</source>
        <translation>Den gewünschten Text markieren</translation>
    </message>
    <message>
        <source>Set insertion.backend to auto.</source>
        <translation>insertion.backend auf auto setzen.</translation>
    </message>
    <message>
        <source>Set insertion.backend to wayland or auto.</source>
        <translation>insertion.backend auf wayland oder auto setzen.</translation>
    </message>
    <message>
        <source>Set insertion.way to clipboard, or enable XTEST in the X server.</source>
        <translation>insertion.way auf clipboard setzen oder XTEST im X-Server einschalten.</translation>
    </message>
    <message>
        <source>Set insertion.way to paste.</source>
        <translation>insertion.way auf paste setzen.</translation>
    </message>
    <message>
        <source>Set insertion.way to typed.</source>
        <translation>insertion.way auf typed setzen.</translation>
    </message>
    <message>
        <source>Set stt.model to a text file</source>
        <translation>stt.model auf eine Textdatei setzen</translation>
    </message>
    <message>
        <source>Set stt.model to the folder of nemo-parakeet-tdt in ONNX format</source>
        <translation>stt.model auf den Ordner von nemo-parakeet-tdt im ONNX-Format setzen</translation>
    </message>
    <message>
        <source>Settings, History has both limits; starred dictations are never deleted.</source>
        <translation>Beide Grenzen stehen unter Einstellungen, Verlauf; markierte Diktate werden nie gelöscht.</translation>
    </message>
    <message>
        <source>Several dictations begin</source>
        <translation>Mehrere Diktate beginnen</translation>
    </message>
    <message>
        <source>Sign in to the network if it asks for it, and check HF_ENDPOINT</source>
        <translation>Falls nötig am Netzwerk anmelden und HF_ENDPOINT prüfen</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Something else is selected now</source>
        <translation>Jetzt ist etwas anderes markiert</translation>
    </message>
    <message>
        <source>Spaces tidied</source>
        <translation>Leerzeichen geordnet</translation>
    </message>
    <message>
        <source>Spoken marks</source>
        <translation>Gesprochene Zeichen</translation>
    </message>
    <message>
        <source>Start VoiceFlow from a desktop session.</source>
        <translation>VoiceFlow aus einer Desktop-Sitzung starten.</translation>
    </message>
    <message>
        <source>Start VoiceFlow inside your desktop session (DISPLAY must be set).</source>
        <translation>VoiceFlow in der Desktop-Sitzung starten (DISPLAY muss gesetzt sein).</translation>
    </message>
    <message>
        <source>Start VoiceFlow inside your desktop session (WAYLAND_DISPLAY must be set).</source>
        <translation>VoiceFlow in der Desktop-Sitzung starten (WAYLAND_DISPLAY muss gesetzt sein).</translation>
    </message>
    <message>
        <source>Start VoiceFlow on a desktop.</source>
        <translation>VoiceFlow auf einem Desktop starten.</translation>
    </message>
    <message>
        <source>Start at login could not be changed: {strerror}</source>
        <translation>Der Start beim Anmelden ließ sich nicht ändern: {strerror}</translation>
    </message>
    <message>
        <source>Start it from a desktop session.</source>
        <translation>Aus einer Desktop-Sitzung starten.</translation>
    </message>
    <message>
        <source>Start it with: voiceflow</source>
        <translation>Starten mit: voiceflow</translation>
    </message>
    <message>
        <source>Stutters left out</source>
        <translation>Stottern weggelassen</translation>
    </message>
    <message>
        <source>Switch off its mute, allow VoiceFlow to use it, or choose another: {_LIST}</source>
        <translation>Stummschaltung aufheben, VoiceFlow den Zugriff erlauben oder ein anderes wählen: {_LIST}</translation>
    </message>
    <message>
        <source>Take a smaller model, or unload it sooner: voiceflow config set stt.unload_after_s 60</source>
        <translation>Ein kleineres Modell nehmen oder früher entladen: voiceflow config set stt.unload_after_s 60</translation>
    </message>
    <message>
        <source>Take another key.</source>
        <translation>Eine andere Taste nehmen.</translation>
    </message>
    <message>
        <source>Take another key: voiceflow config set hotkey.key F9</source>
        <translation>Eine andere Taste nehmen: voiceflow config set hotkey.key F9</translation>
    </message>
    <message>
        <source>Take it back in the window itself.</source>
        <translation>Im Fenster selbst zurücknehmen.</translation>
    </message>
    <message>
        <source>Take it back with the keys.</source>
        <translation>Mit den Tasten zurücknehmen.</translation>
    </message>
    <message>
        <source>That is no key</source>
        <translation>Das ist kein Schlüssel</translation>
    </message>
    <message>
        <source>That is not the passphrase of this history</source>
        <translation>Das ist nicht die Passphrase dieses Verlaufs</translation>
    </message>
    <message>
        <source>The Wayland compositor could not be reached</source>
        <translation>Der Wayland-Compositor ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The X server could not be reached</source>
        <translation>Der X-Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The X server does not answer</source>
        <translation>Der X-Server antwortet nicht</translation>
    </message>
    <message>
        <source>The X server has no XTEST extension, which sends keys</source>
        <translation>Dem X-Server fehlt die Erweiterung XTEST, die Tasten sendet</translation>
    </message>
    <message>
        <source>The X server lacks {join}, which insertion needs</source>
        <translation>Dem X-Server fehlt {join} für das Einfügen</translation>
    </message>
    <message>
        <source>The X11 display {value} does not answer</source>
        <translation>Das X11-Display {value} antwortet nicht</translation>
    </message>
    <message>
        <source>The address in {setting} cannot be used</source>
        <translation>Die Adresse in {setting} ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The address in {setting} is of another machine and not encrypted</source>
        <translation>Die Adresse in {setting} gehört zu einem anderen Rechner und ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>The certificate of {host} cannot be trusted</source>
        <translation>Dem Zertifikat von {host} kann nicht vertraut werden</translation>
    </message>
    <message>
        <source>The clipboard cannot be reached (wl-copy: {__name__})</source>
        <translation>Die Zwischenablage ist nicht erreichbar (wl-copy: {__name__})</translation>
    </message>
    <message>
        <source>The cloud is off; for {purpose} by {service} {sent}</source>
        <translation>Die Cloud ist aus; für {purpose} durch {service} {sent}</translation>
    </message>
    <message>
        <source>The connection to the X server ended</source>
        <translation>Die Verbindung zum X-Server endete</translation>
    </message>
    <message>
        <source>The cursor stands behind the snippet</source>
        <translation>Der Cursor steht hinter dem Textbaustein</translation>
    </message>
    <message>
        <source>The decode was stopped</source>
        <translation>Die Dekodierung wurde abgebrochen</translation>
    </message>
    <message>
        <source>The desktop did not allow VoiceFlow to press keys</source>
        <translation>Der Desktop erlaubte VoiceFlow nicht, Tasten zu drücken</translation>
    </message>
    <message>
        <source>The desktop did not answer the question for a global key</source>
        <translation>Der Desktop beantwortete die Frage nach einer globalen Taste nicht</translation>
    </message>
    <message>
        <source>The desktop portal did not take a key ({__name__})</source>
        <translation>Das Desktop-Portal nahm eine Taste nicht an ({__name__})</translation>
    </message>
    <message>
        <source>The desktop portal for keys did not answer ({__name__})</source>
        <translation>Das Desktop-Portal für Tasten antwortete nicht ({__name__})</translation>
    </message>
    <message>
        <source>The dictation has no earlier text with the number {number}</source>
        <translation>Das Diktat hat keinen früheren Text mit der Nummer {number}</translation>
    </message>
    <message>
        <source>The disk with the history ({folder}) is full</source>
        <translation>Der Datenträger mit dem Verlauf ({folder}) ist voll</translation>
    </message>
    <message>
        <source>The disk with the history ({parent}) refuses to work</source>
        <translation>Der Datenträger mit dem Verlauf ({parent}) verweigert den Dienst</translation>
    </message>
    <message>
        <source>The download of {name} from {host} was cut off; {_mb} are kept</source>
        <translation>Der Download von {name} von {host} brach ab; {_mb} sind gesichert</translation>
    </message>
    <message>
        <source>The download of {name} was cancelled</source>
        <translation>Der Download von {name} wurde abgebrochen</translation>
    </message>
    <message>
        <source>The engine was closed</source>
        <translation>Die Engine wurde geschlossen</translation>
    </message>
    <message>
        <source>The engine&apos;s process ended twice over the same work ({ended})</source>
        <translation>Der Prozess der Engine endete zweimal bei derselben Arbeit ({ended})</translation>
    </message>
    <message>
        <source>The file of certificates cannot be used</source>
        <translation>Die Zertifikatsdatei ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The folder of the history, {parent}, is not there</source>
        <translation>Der Ordner des Verlaufs, {parent}, ist nicht da</translation>
    </message>
    <message>
        <source>The history answers slowly: one question in twenty takes {value} s or longer</source>
        <translation>Der Verlauf antwortet langsam: Eine von zwanzig Abfragen dauert {value} s oder länger</translation>
    </message>
    <message>
        <source>The history did not answer in time</source>
        <translation>Der Verlauf hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>The history failed ({value})</source>
        <translation>Der Verlauf ist gescheitert ({value})</translation>
    </message>
    <message>
        <source>The history has no sound of this dictation</source>
        <translation>Zu diesem Diktat ist keine Aufnahme im Verlauf</translation>
    </message>
    <message>
        <source>The history in {folder} cannot be written</source>
        <translation>Der Verlauf in {folder} ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>The history is closed</source>
        <translation>Der Verlauf ist geschlossen</translation>
    </message>
    <message>
        <source>The history needs its passphrase, and there is no terminal to ask on</source>
        <translation>Der Verlauf braucht seine Passphrase, und es gibt kein Terminal zum Fragen</translation>
    </message>
    <message>
        <source>The history {path} is damaged</source>
        <translation>Der Verlauf {path} ist beschädigt</translation>
    </message>
    <message>
        <source>The history {path} was written by a newer VoiceFlow</source>
        <translation>Der Verlauf {path} stammt von einem neueren VoiceFlow</translation>
    </message>
    <message>
        <source>The key file of the history, {path}, cannot be read</source>
        <translation>Die Schlüsseldatei des Verlaufs, {path}, ist nicht lesbar</translation>
    </message>
    <message>
        <source>The key in {get} does not open the history {path}</source>
        <translation>Der Schlüssel ({get}) öffnet den Verlauf {path} nicht</translation>
    </message>
    <message>
        <source>The key needs the desktop app&apos;s event loop</source>
        <translation>Die Taste braucht die Ereignisschleife der Desktop-App</translation>
    </message>
    <message>
        <source>The key of the history is in a file beside it, so whoever can read your files can read the history</source>
        <translation>Der Schlüssel des Verlaufs liegt in einer Datei daneben; wer die Dateien lesen kann, kann auch den Verlauf lesen</translation>
    </message>
    <message>
        <source>The key of the history {path} is neither in the system keyring nor in a key file beside it</source>
        <translation>Der Schlüssel des Verlaufs {path} ist weder im Schlüsselbund des Systems noch in einer Schlüsseldatei daneben</translation>
    </message>
    <message>
        <source>The keyboard layout has no Insert key</source>
        <translation>Das Tastaturlayout hat keine Einfg-Taste</translation>
    </message>
    <message>
        <source>The keyboard layout has no unused key</source>
        <translation>Das Tastaturlayout hat keine freie Taste</translation>
    </message>
    <message>
        <source>The keyboard layout has no {name} key</source>
        <translation>Das Tastaturlayout hat keine Taste {name}</translation>
    </message>
    <message>
        <source>The keyboards may only be read by the group input</source>
        <translation>Nur die Gruppe input darf die Tastaturen lesen</translation>
    </message>
    <message>
        <source>The last dictation is corrected in the history only</source>
        <translation>Das letzte Diktat ist nur im Verlauf korrigiert</translation>
    </message>
    <message>
        <source>The last dictations were not saved: {title}</source>
        <translation>Die letzten Diktate wurden nicht gespeichert: {title}</translation>
    </message>
    <message>
        <source>The library of espeak does not load ({error})</source>
        <translation>Die Bibliothek von espeak lädt nicht ({error})</translation>
    </message>
    <message>
        <source>The log says where</source>
        <translation>Das Protokoll sagt, wo</translation>
    </message>
    <message>
        <source>The log says where it failed</source>
        <translation>Das Protokoll sagt, wo es scheiterte</translation>
    </message>
    <message>
        <source>The log says where it happened</source>
        <translation>Das Protokoll sagt, wo es geschah</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; gives nothing but digital silence</source>
        <translation>Das Mikrofon „{name}“ liefert nur digitale Stille</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; turned silent while you spoke</source>
        <translation>Das Mikrofon „{name}“ verstummte während des Sprechens</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; went away</source>
        <translation>Das Mikrofon „{name}“ ist nicht mehr da</translation>
    </message>
    <message>
        <source>The microphone opens slowly</source>
        <translation>Das Mikrofon öffnet langsam</translation>
    </message>
    <message>
        <source>The model does not load: {failures}</source>
        <translation>Das Modell lädt nicht: {failures}</translation>
    </message>
    <message>
        <source>The model hub {host} cannot be reached ({value})</source>
        <translation>Der Modell-Hub {host} ist nicht erreichbar ({value})</translation>
    </message>
    <message>
        <source>The model in {name} has a damaged tokenizer.json</source>
        <translation>Das Modell in {name} hat eine beschädigte tokenizer.json</translation>
    </message>
    <message>
        <source>The model in {name} has no {name2}</source>
        <translation>Dem Modell in {name} fehlt {name2}</translation>
    </message>
    <message>
        <source>The model needs {least_mib} MiB of GPU memory and {free_mib} MiB are free</source>
        <translation>Das Modell braucht {least_mib} MiB Grafikspeicher, {free_mib} MiB sind frei</translation>
    </message>
    <message>
        <source>The model {name} is damaged ({join})</source>
        <translation>Das Modell {name} ist beschädigt ({join})</translation>
    </message>
    <message>
        <source>The model {name} is not installed</source>
        <translation>Das Modell {name} ist nicht installiert</translation>
    </message>
    <message>
        <source>The new text is on the clipboard: paste it where you want it.</source>
        <translation>Der neue Text liegt in der Zwischenablage und kann überall eingefügt werden.</translation>
    </message>
    <message>
        <source>The pattern has {groups} groups: put what should be kept in parentheses.</source>
        <translation>Das Muster hat {groups} Gruppen: Was erhalten bleiben soll, gehört in Klammern.</translation>
    </message>
    <message>
        <source>The pattern {pattern} is wrong at character {value}: {msg}</source>
        <translation>Das Muster {pattern} ist bei Zeichen {value} falsch: {msg}</translation>
    </message>
    <message>
        <source>The processors are {cpu_percent} % busy, {own_cpu_percent} % with VoiceFlow</source>
        <translation>Die Prozessoren sind zu {cpu_percent} % ausgelastet, davon {own_cpu_percent} % durch VoiceFlow</translation>
    </message>
    <message>
        <source>The program with the focus does not respond</source>
        <translation>Das Programm im Vordergrund reagiert nicht</translation>
    </message>
    <message>
        <source>The request is not a JSON object</source>
        <translation>Die Anfrage ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The request to {host} failed ({__name__})</source>
        <translation>Die Anfrage an {host} ist gescheitert ({__name__})</translation>
    </message>
    <message>
        <source>The request to {host} was stopped</source>
        <translation>Die Anfrage an {host} wurde abgebrochen</translation>
    </message>
    <message>
        <source>The script {name} cannot be read</source>
        <translation>Das Skript {name} ist nicht lesbar</translation>
    </message>
    <message>
        <source>The session bus is gone</source>
        <translation>Der Sitzungsbus ist nicht mehr da</translation>
    </message>
    <message>
        <source>The setting {setting} is empty, so nothing is sent anywhere</source>
        <translation>Die Einstellung {setting} ist leer, daher wird nichts gesendet</translation>
    </message>
    <message>
        <source>The settings are not valid TOML: {error}</source>
        <translation>Die Einstellungen sind kein gültiges TOML: {error}</translation>
    </message>
    <message>
        <source>The sound could not be played ({__name__})</source>
        <translation>Die Aufnahme ließ sich nicht abspielen ({__name__})</translation>
    </message>
    <message>
        <source>The sound is in the history; the log says where it broke</source>
        <translation>Die Aufnahme ist im Verlauf; das Protokoll sagt, wo es scheiterte</translation>
    </message>
    <message>
        <source>The sound is in the history; the log says where it happened</source>
        <translation>Die Aufnahme ist im Verlauf; das Protokoll sagt, wo es geschah</translation>
    </message>
    <message>
        <source>The sound is longer than 30 s</source>
        <translation>Die Aufnahme ist länger als 30 s</translation>
    </message>
    <message>
        <source>The sound library PortAudio could not be loaded ({reason})</source>
        <translation>Die Tonbibliothek PortAudio lädt nicht ({reason})</translation>
    </message>
    <message>
        <source>The speech detector&apos;s model is missing</source>
        <translation>Das Modell des Sprachdetektors fehlt</translation>
    </message>
    <message>
        <source>The speech engine has a fault ({__name__})</source>
        <translation>Die Spracherkennung hat einen Fehler ({__name__})</translation>
    </message>
    <message>
        <source>The system does not let VoiceFlow use &quot;{name}&quot;</source>
        <translation>Das System lässt VoiceFlow „{name}“ nicht benutzen</translation>
    </message>
    <message>
        <source>The system keyring, where keys are kept, {what}</source>
        <translation>Der Schlüsselbund des Systems mit den Schlüsseln {what}</translation>
    </message>
    <message>
        <source>The system keyring, where the key of the history is kept, {what}</source>
        <translation>Der Schlüsselbund des Systems mit dem Schlüssel des Verlaufs {what}</translation>
    </message>
    <message>
        <source>The system&apos;s microphone changed from &quot;{old}&quot; to &quot;{new}&quot;</source>
        <translation>Das Mikrofon des Systems wechselte von „{old}“ zu „{new}“</translation>
    </message>
    <message>
        <source>The text is in the history: copy it there</source>
        <translation>Der Text ist im Verlauf und kann dort kopiert werden</translation>
    </message>
    <message>
        <source>The text is on the clipboard: paste it where you want it.</source>
        <translation>Der Text liegt in der Zwischenablage und kann überall eingefügt werden.</translation>
    </message>
    <message>
        <source>The text is too long to be read</source>
        <translation>Der Text ist zum Vorlesen zu lang</translation>
    </message>
    <message>
        <source>The text rules are slow</source>
        <translation>Die Textregeln sind langsam</translation>
    </message>
    <message>
        <source>The text was left as it is</source>
        <translation>Der Text blieb, wie er ist</translation>
    </message>
    <message>
        <source>The two passphrases are empty or differ</source>
        <translation>Die beiden Passphrasen sind leer oder verschieden</translation>
    </message>
    <message>
        <source>The vocabulary page shows what, and takes it back</source>
        <translation>Die Seite „Vokabular“ zeigt, was, und nimmt es zurück</translation>
    </message>
    <message>
        <source>The voice failed ({__name__})</source>
        <translation>Die Stimme ist gescheitert ({__name__})</translation>
    </message>
    <message>
        <source>The voice {stem} does not load ({__name__})</source>
        <translation>Die Stimme {stem} lädt nicht ({__name__})</translation>
    </message>
    <message>
        <source>The voice {stem} needs phonemes that VoiceFlow does not make ({value})</source>
        <translation>Die Stimme {stem} braucht Phoneme, die VoiceFlow nicht erzeugt ({value})</translation>
    </message>
    <message>
        <source>The voice {voice} of espeak does not load</source>
        <translation>Die espeak-Stimme {voice} lädt nicht</translation>
    </message>
    <message>
        <source>The window belongs to a program that runs as administrator, which Windows protects from key presses</source>
        <translation>Das Fenster gehört zu einem Programm mit Administratorrechten, das Windows vor Tastendrücken schützt</translation>
    </message>
    <message>
        <source>The window changed before the text came</source>
        <translation>Das Fenster wechselte, bevor der Text kam</translation>
    </message>
    <message>
        <source>The window did not take the text</source>
        <translation>Das Fenster nahm den Text nicht an</translation>
    </message>
    <message>
        <source>The window does not give out what is selected in it</source>
        <translation>Das Fenster gibt nicht preis, was darin markiert ist</translation>
    </message>
    <message>
        <source>The window has not read the text yet</source>
        <translation>Das Fenster hat den Text noch nicht gelesen</translation>
    </message>
    <message>
        <source>There are no input devices in /dev/input</source>
        <translation>In /dev/input gibt es keine Eingabegeräte</translation>
    </message>
    <message>
        <source>There is f3, m4, klatt</source>
        <translation>Vorhanden: f3, m4, klatt</translation>
    </message>
    <message>
        <source>There is no Parakeet in {name}</source>
        <translation>In {name} ist kein Parakeet</translation>
    </message>
    <message>
        <source>There is no X11 display</source>
        <translation>Kein X11-Display vorhanden</translation>
    </message>
    <message>
        <source>There is no command {command}</source>
        <translation>Es gibt keinen Befehl {command}</translation>
    </message>
    <message>
        <source>There is no desktop here, so there is no clipboard</source>
        <translation>Hier gibt es keinen Desktop und daher keine Zwischenablage</translation>
    </message>
    <message>
        <source>There is no dictation to read back</source>
        <translation>Kein Diktat zum Vorlesen vorhanden</translation>
    </message>
    <message>
        <source>There is no display for the desktop app</source>
        <translation>Kein Bildschirm für die Desktop-App vorhanden</translation>
    </message>
    <message>
        <source>There is no engine {name}</source>
        <translation>Es gibt keine Engine {name}</translation>
    </message>
    <message>
        <source>There is no file &quot;{path}&quot;</source>
        <translation>Es gibt keine Datei „{path}“</translation>
    </message>
    <message>
        <source>There is no file {path}</source>
        <translation>Es gibt keine Datei {path}</translation>
    </message>
    <message>
        <source>There is no history at {database}</source>
        <translation>Unter {database} gibt es keinen Verlauf</translation>
    </message>
    <message>
        <source>There is no key of {service} for {host}</source>
        <translation>Für {host} fehlt der Schlüssel ({service})</translation>
    </message>
    <message>
        <source>There is no key {part}</source>
        <translation>Es gibt keine Taste {part}</translation>
    </message>
    <message>
        <source>There is no model called {name}</source>
        <translation>Es gibt kein Modell namens {name}</translation>
    </message>
    <message>
        <source>There is no model in {path}</source>
        <translation>In {path} ist kein Modell</translation>
    </message>
    <message>
        <source>There is no service {service}</source>
        <translation>Es gibt keinen Dienst {service}</translation>
    </message>
    <message>
        <source>There is no session bus (D-Bus)</source>
        <translation>Kein Sitzungsbus (D-Bus) vorhanden</translation>
    </message>
    <message>
        <source>There is no setting {name}</source>
        <translation>Es gibt keine Einstellung {name}</translation>
    </message>
    <message>
        <source>There is no sound device &quot;{name}&quot;</source>
        <translation>Es gibt kein Tongerät „{name}“</translation>
    </message>
    <message>
        <source>There is no sound track in &quot;{name}&quot;</source>
        <translation>„{name}“ hat keine Tonspur</translation>
    </message>
    <message>
        <source>There is no such reading</source>
        <translation>Es gibt kein solches Vorlesen</translation>
    </message>
    <message>
        <source>There is nothing to read</source>
        <translation>Es gibt nichts vorzulesen</translation>
    </message>
    <message>
        <source>There is nothing to remove</source>
        <translation>Es gibt nichts zu entfernen</translation>
    </message>
    <message>
        <source>There is {date} and {time}, with a format of your own as in {date:%d.%m.%Y}, {clipboard}, {selection} and {cursor}.</source>
        <translation>Möglich sind {date} und {time}, auch mit eigenem Format wie in {date:%d.%m.%Y}, {clipboard}, {selection} und {cursor}.</translation>
    </message>
    <message>
        <source>There is: {join}</source>
        <translation>Vorhanden: {join}</translation>
    </message>
    <message>
        <source>There is: {known}</source>
        <translation>Vorhanden: {known}</translation>
    </message>
    <message>
        <source>There was not enough memory for {name}</source>
        <translation>Für {name} war nicht genug Arbeitsspeicher da</translation>
    </message>
    <message>
        <source>These work without one: voiceflow dictate, transcribe, models, history, devices, doctor, selftest, config</source>
        <translation>Diese Befehle kommen ohne aus: voiceflow dictate, transcribe, models, history, devices, doctor, selftest, config</translation>
    </message>
    <message>
        <source>They were left out</source>
        <translation>Sie wurden ausgelassen</translation>
    </message>
    <message>
        <source>This compositor does not let programs in the background use the clipboard</source>
        <translation>Dieser Compositor lässt Hintergrundprogramme die Zwischenablage nicht benutzen</translation>
    </message>
    <message>
        <source>This compositor tells nobody what is selected</source>
        <translation>Dieser Compositor verrät niemandem, was markiert ist</translation>
    </message>
    <message>
        <source>This desktop lets no program watch a key</source>
        <translation>Dieser Desktop lässt kein Programm eine Taste überwachen</translation>
    </message>
    <message>
        <source>This desktop&apos;s portal offers no global shortcuts</source>
        <translation>Das Portal dieses Desktops bietet keine globalen Tastenkürzel</translation>
    </message>
    <message>
        <source>This is a Wayland desktop</source>
        <translation>Dies ist ein Wayland-Desktop</translation>
    </message>
    <message>
        <source>This is neither Windows nor macOS</source>
        <translation>Dies ist weder Windows noch macOS</translation>
    </message>
    <message>
        <source>This is no Wayland desktop</source>
        <translation>Dies ist kein Wayland-Desktop</translation>
    </message>
    <message>
        <source>This is not Windows</source>
        <translation>Dies ist nicht Windows</translation>
    </message>
    <message>
        <source>This is not a Wayland desktop</source>
        <translation>Dies ist kein Wayland-Desktop</translation>
    </message>
    <message>
        <source>This is not macOS</source>
        <translation>Dies ist nicht macOS</translation>
    </message>
    <message>
        <source>This keyboard or this desktop has no key {shown_key}</source>
        <translation>Diese Tastatur oder dieser Desktop hat keine Taste {shown_key}</translation>
    </message>
    <message>
        <source>This profile would count in every window</source>
        <translation>Dieses Profil würde in jedem Fenster gelten</translation>
    </message>
    <message>
        <source>Try again in a moment</source>
        <translation>Gleich noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again later: voiceflow models install {name} goes on where it stopped</source>
        <translation>Später erneut versuchen: voiceflow models install {name} macht an derselben Stelle weiter</translation>
    </message>
    <message>
        <source>Try again when the dictation has ended.</source>
        <translation>Nach dem Ende des Diktats noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again, and report it</source>
        <translation>Erneut versuchen und melden</translation>
    </message>
    <message>
        <source>Try again, or choose another model</source>
        <translation>Erneut versuchen oder ein anderes Modell wählen</translation>
    </message>
    <message>
        <source>Try again, or use a smaller model there.</source>
        <translation>Erneut versuchen oder dort ein kleineres Modell benutzen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>Try the other way: voiceflow config set insertion.way typed</source>
        <translation>Den anderen Weg versuchen: voiceflow config set insertion.way typed</translation>
    </message>
    <message>
        <source>Undo it in the window itself.</source>
        <translation>Im Fenster selbst rückgängig machen.</translation>
    </message>
    <message>
        <source>Unlock it (it opens with your login password) and try again.</source>
        <translation>Mit dem Anmeldekennwort entsperren und erneut versuchen.</translation>
    </message>
    <message>
        <source>Unset HF_HUB_OFFLINE and try again</source>
        <translation>HF_HUB_OFFLINE entfernen und erneut versuchen</translation>
    </message>
    <message>
        <source>Until then what you say is kept in memory.</source>
        <translation>Bis dahin bleibt Gesprochenes im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Update VoiceFlow, or check HF_ENDPOINT if you set it</source>
        <translation>VoiceFlow aktualisieren oder HF_ENDPOINT prüfen, falls gesetzt</translation>
    </message>
    <message>
        <source>Update VoiceFlow: the model may have moved</source>
        <translation>VoiceFlow aktualisieren: Das Modell ist vielleicht umgezogen</translation>
    </message>
    <message>
        <source>Update VoiceFlow; nothing was changed.</source>
        <translation>VoiceFlow aktualisieren; es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>Use `voiceflow dictate`, which prints the text, or start VoiceFlow inside your desktop session.</source>
        <translation>`voiceflow dictate` benutzen, das den Text ausgibt, oder VoiceFlow in der Desktop-Sitzung starten.</translation>
    </message>
    <message>
        <source>Use an https:// address, or a tunnel to a port of this machine.</source>
        <translation>Eine https://-Adresse benutzen oder einen Tunnel zu einem Port dieses Rechners.</translation>
    </message>
    <message>
        <source>Use another X server, or set insertion.backend to clipboard.</source>
        <translation>Einen anderen X-Server benutzen oder insertion.backend auf clipboard setzen.</translation>
    </message>
    <message>
        <source>Use it with: voiceflow status</source>
        <translation>Zu benutzen mit: voiceflow status</translation>
    </message>
    <message>
        <source>Use the desktop&apos;s portal.</source>
        <translation>Das Portal des Desktops benutzen.</translation>
    </message>
    <message>
        <source>VOICEFLOW_HOME can name another folder.</source>
        <translation>VOICEFLOW_HOME kann einen anderen Ordner angeben.</translation>
    </message>
    <message>
        <source>VoiceFlow cannot move it on this desktop: move it yourself.</source>
        <translation>VoiceFlow kann ihn auf diesem Desktop nicht bewegen: bitte selbst setzen.</translation>
    </message>
    <message>
        <source>VoiceFlow cannot take text back on this desktop</source>
        <translation>VoiceFlow kann auf diesem Desktop keinen Text zurücknehmen</translation>
    </message>
    <message>
        <source>VoiceFlow could not do that</source>
        <translation>VoiceFlow konnte das nicht ausführen</translation>
    </message>
    <message>
        <source>VoiceFlow could not read it ({__name__})</source>
        <translation>VoiceFlow konnte es nicht vorlesen ({__name__})</translation>
    </message>
    <message>
        <source>VoiceFlow goes on recording; choose a microphone by name to keep to it</source>
        <translation>VoiceFlow nimmt weiter auf; ein namentlich gewähltes Mikrofon bleibt fest</translation>
    </message>
    <message>
        <source>VoiceFlow has a fault of its own</source>
        <translation>In VoiceFlow ist ein interner Fehler aufgetreten</translation>
    </message>
    <message>
        <source>VoiceFlow has a fault of its own ({__name__})</source>
        <translation>In VoiceFlow ist ein interner Fehler aufgetreten ({__name__})</translation>
    </message>
    <message>
        <source>VoiceFlow has the history open</source>
        <translation>VoiceFlow hat den Verlauf geöffnet</translation>
    </message>
    <message>
        <source>VoiceFlow is already running</source>
        <translation>VoiceFlow läuft bereits</translation>
    </message>
    <message>
        <source>VoiceFlow is not running</source>
        <translation>VoiceFlow läuft nicht</translation>
    </message>
    <message>
        <source>VoiceFlow is still starting</source>
        <translation>VoiceFlow startet noch</translation>
    </message>
    <message>
        <source>VoiceFlow listens, and would write down what it reads</source>
        <translation>VoiceFlow hört zu und würde mitschreiben, was es vorliest</translation>
    </message>
    <message>
        <source>VoiceFlow runs as another user</source>
        <translation>VoiceFlow läuft unter einem anderen Benutzerkonto</translation>
    </message>
    <message>
        <source>VoiceFlow runs but does not answer</source>
        <translation>VoiceFlow läuft, antwortet aber nicht</translation>
    </message>
    <message>
        <source>VoiceFlow takes {used} MB of memory, {percent} % of the {budget} MB that it may take</source>
        <translation>VoiceFlow belegt {used} MB Arbeitsspeicher, {percent} % der erlaubten {budget} MB</translation>
    </message>
    <message>
        <source>VoiceFlow&apos;s answer was not understood</source>
        <translation>Die Antwort von VoiceFlow war nicht verständlich</translation>
    </message>
    <message>
        <source>Wait until it does, then paste the text yourself.</source>
        <translation>Warten, bis es reagiert, dann den Text selbst einfügen.</translation>
    </message>
    <message>
        <source>Wait until it is done</source>
        <translation>Warten, bis es fertig ist</translation>
    </message>
    <message>
        <source>Wait, or look at your plan.</source>
        <translation>Warten oder den gebuchten Tarif prüfen.</translation>
    </message>
    <message>
        <source>What is here is kept; voiceflow models install {name} goes on</source>
        <translation>Was da ist, bleibt; voiceflow models install {name} macht weiter</translation>
    </message>
    <message>
        <source>What is selected in a terminal cannot be replaced</source>
        <translation>In einem Terminal Markiertes lässt sich nicht ersetzen</translation>
    </message>
    <message>
        <source>What is there was used; the file may have been cut while it was copied</source>
        <translation>Verwendet wurde, was da ist; die Datei wurde vielleicht beim Kopieren abgeschnitten</translation>
    </message>
    <message>
        <source>What the language model wrote {reason}, and was refused</source>
        <translation>Was das Sprachmodell schrieb ({reason}), wurde verworfen</translation>
    </message>
    <message>
        <source>What was dictated last does not stand before the cursor any more</source>
        <translation>Das letzte Diktat steht nicht mehr vor dem Cursor</translation>
    </message>
    <message>
        <source>What was said is in the history; the log says where the fault is</source>
        <translation>Das Gesagte ist im Verlauf; wo der Fehler liegt, steht im Protokoll</translation>
    </message>
    <message>
        <source>What was said until then is kept; plug it in again</source>
        <translation>Alles bis dahin Gesagte ist gesichert; bitte wieder anschließen</translation>
    </message>
    <message>
        <source>What was said until then is kept; plug it in again or restart the sound server</source>
        <translation>Alles bis dahin Gesagte ist gesichert; wieder anschließen oder den Tonserver neu starten</translation>
    </message>
    <message>
        <source>Whisper needs {join}</source>
        <translation>Whisper braucht {join}</translation>
    </message>
    <message>
        <source>Windows did not accept the key presses</source>
        <translation>Windows nahm die Tastendrücke nicht an</translation>
    </message>
    <message>
        <source>Windows take the text slowly</source>
        <translation>Fenster nehmen den Text langsam an</translation>
    </message>
    <message>
        <source>Write it as it should stand in your text.</source>
        <translation>So schreiben, wie es im Text stehen soll.</translation>
    </message>
    <message>
        <source>Write it as: what is said =&gt; the whole text</source>
        <translation>So schreiben: was gesagt wird =&gt; der ganze Text</translation>
    </message>
    <message>
        <source>Write it as: what is said =&gt; what is written</source>
        <translation>So schreiben: was gesagt wird =&gt; was geschrieben wird</translation>
    </message>
    <message>
        <source>Write it as: {line} or {line2}</source>
        <translation>So schreiben: {line} oder {line2}</translation>
    </message>
    <message>
        <source>Write to another folder</source>
        <translation>In einen anderen Ordner schreiben</translation>
    </message>
    <message>
        <source>Writing the history is slow</source>
        <translation>Das Schreiben des Verlaufs ist langsam</translation>
    </message>
    <message>
        <source>You may not read &quot;{path}&quot;</source>
        <translation>„{path}“ darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>You or the desktop refused the global key</source>
        <translation>Die globale Taste wurde abgelehnt</translation>
    </message>
    <message>
        <source>Your corrections added to the vocabulary</source>
        <translation>Korrekturen ins Vokabular aufgenommen</translation>
    </message>
    <message>
        <source>Your own words are used; if it happens often, choose another language model.</source>
        <translation>Es gelten die eigenen Wörter; geschieht das oft, ein anderes Sprachmodell wählen.</translation>
    </message>
    <message>
        <source>Your vocabulary</source>
        <translation>Eigenes Vokabular</translation>
    </message>
    <message>
        <source>Your words are not cleaned up: {title}</source>
        <translation>Der Text ist nicht überarbeitet: {title}</translation>
    </message>
    <message>
        <source>`voiceflow history list` shows them with their ids.</source>
        <translation>`voiceflow history list` zeigt sie mit ihren Kennungen.</translation>
    </message>
    <message>
        <source>`voiceflow history rekey --storage keyring` (or passphrase) keeps it safer.</source>
        <translation>Sicherer ist `voiceflow history rekey --storage keyring` (oder passphrase).</translation>
    </message>
    <message>
        <source>`voiceflow history show` lists them.</source>
        <translation>`voiceflow history show` listet sie auf.</translation>
    </message>
    <message>
        <source>a good balance for {cores} with {memory}</source>
        <translation>ausgewogen für {cores} und {memory}</translation>
    </message>
    <message>
        <source>a row is too large to be read</source>
        <translation>eine Zeile ist zu groß zum Lesen</translation>
    </message>
    <message>
        <source>cannot be opened from here</source>
        <translation>lässt sich von hier nicht öffnen</translation>
    </message>
    <message>
        <source>damaged: {join}</source>
        <translation>beschädigt: {join}</translation>
    </message>
    <message>
        <source>did not answer in time</source>
        <translation>antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>espeak could not say it (its error {failed})</source>
        <translation>espeak konnte es nicht sprechen (Fehler {failed})</translation>
    </message>
    <message>
        <source>espeak does not find its data</source>
        <translation>espeak findet seine Daten nicht</translation>
    </message>
    <message>
        <source>espeak has no variant {variant} of a voice</source>
        <translation>espeak hat keine Stimmvariante {variant}</translation>
    </message>
    <message>
        <source>espeak has no voice for the language {language}</source>
        <translation>espeak hat keine Stimme für die Sprache {language}</translation>
    </message>
    <message>
        <source>espeak has no voice {name}</source>
        <translation>espeak hat keine Stimme {name}</translation>
    </message>
    <message>
        <source>espeak needs the extra `tts`</source>
        <translation>espeak braucht das Extra `tts`</translation>
    </message>
    <message>
        <source>failed ({detail})</source>
        <translation>ist gescheitert ({detail})</translation>
    </message>
    <message>
        <source>is locked</source>
        <translation>ist gesperrt</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>ist nicht da</translation>
    </message>
    <message>
        <source>jeepney is not installed</source>
        <translation>jeepney ist nicht installiert</translation>
    </message>
    <message>
        <source>macOS did not give the key {key} (error {status})</source>
        <translation>macOS gab die Taste {key} nicht frei (Fehler {status})</translation>
    </message>
    <message>
        <source>macOS did not take the text</source>
        <translation>macOS nahm den Text nicht an</translation>
    </message>
    <message>
        <source>macOS does not yet allow VoiceFlow to press keys</source>
        <translation>macOS erlaubt VoiceFlow noch nicht, Tasten zu drücken</translation>
    </message>
    <message>
        <source>of about {size_mb} MB; installing it again goes on</source>
        <translation>von etwa {size_mb} MB; erneutes Installieren macht weiter</translation>
    </message>
    <message>
        <source>onnxruntime does not load ({error})</source>
        <translation>onnxruntime lädt nicht ({error})</translation>
    </message>
    <message>
        <source>own folder, not verified</source>
        <translation>eigener Ordner, nicht geprüft</translation>
    </message>
    <message>
        <source>python-xlib is not installed</source>
        <translation>python-xlib ist nicht installiert</translation>
    </message>
    <message>
        <source>see `voiceflow devices`</source>
        <translation>siehe `voiceflow devices`</translation>
    </message>
    <message>
        <source>the key file in {parent}</source>
        <translation>Schlüsseldatei in {parent}</translation>
    </message>
    <message>
        <source>the most exact that is fast on {cores} with {memory}</source>
        <translation>das genaueste, das mit {cores} und {memory} schnell ist</translation>
    </message>
    <message>
        <source>the most exact that is fast on {gpu}</source>
        <translation>das genaueste, das auf {gpu} schnell ist</translation>
    </message>
    <message>
        <source>the server ended before the file did</source>
        <translation>der Server endete vor der Datei</translation>
    </message>
    <message>
        <source>the system keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>voiceflow config get lists all settings.</source>
        <translation>voiceflow config get listet alle Einstellungen auf.</translation>
    </message>
    <message>
        <source>voiceflow models list shows all of them</source>
        <translation>voiceflow models list zeigt alle</translation>
    </message>
    <message>
        <source>ydotool can type plain English letters only</source>
        <translation>ydotool kann nur einfache englische Buchstaben tippen</translation>
    </message>
    <message>
        <source>your {what} would be sent to {host}</source>
        <translation>würde {what} an {host} gesendet</translation>
    </message>
    <message>
        <source>{_home} cannot be written to ({strerror})</source>
        <translation>{_home} ist nicht beschreibbar ({strerror})</translation>
    </message>
    <message>
        <source>{_host} did not answer like a model hub</source>
        <translation>{_host} antwortete nicht wie ein Modell-Hub</translation>
    </message>
    <message>
        <source>{capitalize} does not compute in {asked_for}, so {used} is used. Set stt.compute_type to auto</source>
        <translation>{capitalize} rechnet nicht in {asked_for}, daher wird {used} benutzt. stt.compute_type auf auto setzen</translation>
    </message>
    <message>
        <source>{combination} is taken by another program</source>
        <translation>{combination} ist von einem anderen Programm belegt</translation>
    </message>
    <message>
        <source>{command} could not press keys ({__name__})</source>
        <translation>{command} konnte keine Tasten drücken ({__name__})</translation>
    </message>
    <message>
        <source>{cores} processor cores</source>
        <translation>{cores} Prozessorkerne</translation>
    </message>
    <message>
        <source>{entry} allows nothing</source>
        <translation>{entry} erlaubt nichts</translation>
    </message>
    <message>
        <source>{entry} has the placeholder {found}, which is not known</source>
        <translation>{entry} enthält den unbekannten Platzhalter {found}</translation>
    </message>
    <message>
        <source>{entry} is no replacement</source>
        <translation>{entry} ist keine Ersetzung</translation>
    </message>
    <message>
        <source>{entry} is no snippet</source>
        <translation>{entry} ist kein Textbaustein</translation>
    </message>
    <message>
        <source>{entry} is wrong at character {place}: there is no group {name}</source>
        <translation>{entry} ist bei Zeichen {place} falsch: Es gibt keine Gruppe {name}</translation>
    </message>
    <message>
        <source>{failed} of the last {len} dictations failed ({share} %)</source>
        <translation>{failed} der letzten {len} Diktate sind fehlgeschlagen ({share} %)</translation>
    </message>
    <message>
        <source>{file_name} of {name} did not arrive as the hub has it (wrong checksum); it was deleted</source>
        <translation>{file_name} von {name} kam nicht an, wie der Hub sie hat (falsche Prüfsumme); sie wurde gelöscht</translation>
    </message>
    <message>
        <source>{file} cannot be read</source>
        <translation>{file} ist nicht lesbar</translation>
    </message>
    <message>
        <source>{file} cannot be written</source>
        <translation>{file} ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>{host} answered with far more than was asked for</source>
        <translation>{host} antwortete mit weit mehr als verlangt</translation>
    </message>
    <message>
        <source>{host} answered with {what}</source>
        <translation>{host} antwortete mit {what}</translation>
    </message>
    <message>
        <source>{host} broke the connection off</source>
        <translation>{host} brach die Verbindung ab</translation>
    </message>
    <message>
        <source>{host} cannot be found</source>
        <translation>{host} ist nicht zu finden</translation>
    </message>
    <message>
        <source>{host} cannot be reached</source>
        <translation>{host} ist nicht erreichbar</translation>
    </message>
    <message>
        <source>{host} did not answer in time</source>
        <translation>{host} antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>{host} does not have {repo} ({revision})</source>
        <translation>{host} hat {repo} ({revision}) nicht</translation>
    </message>
    <message>
        <source>{host} has a fault of its own ({told})</source>
        <translation>{host} hat eine Störung ({told})</translation>
    </message>
    <message>
        <source>{host} has had enough requests ({told})</source>
        <translation>{host} nimmt zurzeit keine weiteren Anfragen an ({told})</translation>
    </message>
    <message>
        <source>{host} refused the key ({told})</source>
        <translation>{host} lehnte den Schlüssel ab ({told})</translation>
    </message>
    <message>
        <source>{host} refused to send {name} (HTTP {status})</source>
        <translation>{host} verweigerte {name} (HTTP {status})</translation>
    </message>
    <message>
        <source>{host} rejected the request ({told})</source>
        <translation>{host} wies die Anfrage zurück ({told})</translation>
    </message>
    <message>
        <source>{host} wanted the request sent to {elsewhere}, which was refused</source>
        <translation>{host} wollte die Anfrage an {elsewhere} weiterleiten; das wurde verweigert</translation>
    </message>
    <message>
        <source>{missing} is not in the vocabulary</source>
        <translation>{missing} steht nicht im Vokabular</translation>
    </message>
    <message>
        <source>{name} came with the package {distribution}</source>
        <translation>{name} gehört zum Paket {distribution}</translation>
    </message>
    <message>
        <source>{name} cannot be written into {parent} ({strerror})</source>
        <translation>{name} lässt sich nicht nach {parent} schreiben ({strerror})</translation>
    </message>
    <message>
        <source>{name} cannot be {shown}</source>
        <translation>{name} kann nicht {shown} sein</translation>
    </message>
    <message>
        <source>{name} does not fit into {parent} ({strerror})</source>
        <translation>{name} passt nicht nach {parent} ({strerror})</translation>
    </message>
    <message>
        <source>{name} gave no answer within {waited_s} s</source>
        <translation>{name} antwortete nicht innerhalb von {waited_s} s</translation>
    </message>
    <message>
        <source>{name} has a fault ({__name__})</source>
        <translation>{name} hat einen Fehler ({__name__})</translation>
    </message>
    <message>
        <source>{name} is neither txt nor csv</source>
        <translation>{name} ist weder txt noch csv</translation>
    </message>
    <message>
        <source>{name} is not installed</source>
        <translation>{name} ist nicht installiert</translation>
    </message>
    <message>
        <source>{name} lies in {path}, which VoiceFlow only reads</source>
        <translation>{name} liegt in {path}, wo VoiceFlow nur liest</translation>
    </message>
    <message>
        <source>{name} names no format that is written</source>
        <translation>{name} nennt kein bekanntes Format</translation>
    </message>
    <message>
        <source>{name} needs {_mb} and {parent} has {_mb2} free</source>
        <translation>{name} braucht {_mb}, in {parent} sind {_mb2} frei</translation>
    </message>
    <message>
        <source>{name}, line {line}: {title}</source>
        <translation>{name}, Zeile {line}: {title}</translation>
    </message>
    <message>
        <source>{parent} cannot be written: {strerror}</source>
        <translation>{parent} ist nicht beschreibbar: {strerror}</translation>
    </message>
    <message>
        <source>{path} cannot be read</source>
        <translation>{path} ist nicht lesbar</translation>
    </message>
    <message>
        <source>{path} cannot be written ({strerror})</source>
        <translation>{path} ist nicht beschreibbar ({strerror})</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}</source>
        <translation>{path} ist nicht beschreibbar: {strerror}</translation>
    </message>
    <message>
        <source>{path} could not be read: {strerror}</source>
        <translation>{path} konnte nicht gelesen werden: {strerror}</translation>
    </message>
    <message>
        <source>{path} could not be written: {strerror}</source>
        <translation>{path} konnte nicht geschrieben werden: {strerror}</translation>
    </message>
    <message>
        <source>{path} is not text in UTF-8</source>
        <translation>{path} ist kein Text in UTF-8</translation>
    </message>
    <message>
        <source>{repo} on {endpoint} holds no {join}</source>
        <translation>{repo} auf {endpoint} enthält kein {join}</translation>
    </message>
    <message>
        <source>{service} is not known to have a voice {voice}</source>
        <translation>Für {service} ist keine Stimme {voice} bekannt</translation>
    </message>
    <message>
        <source>{shown} already cancels a dictation</source>
        <translation>{shown} bricht bereits ein Diktat ab</translation>
    </message>
    <message>
        <source>{spelling} has the weight {weight}</source>
        <translation>{spelling} hat das Gewicht {weight}</translation>
    </message>
    <message>
        <source>{spelling} is to be exact, but nothing is said of what it sounds like</source>
        <translation>{spelling} soll genau gelten, aber es fehlt, wie es klingt</translation>
    </message>
    <message>
        <source>{title}: one in twenty of the last hour&apos;s dictations waited {value} s or longer</source>
        <translation>{title}: Eines von zwanzig Diktaten der letzten Stunde wartete {value} s oder länger</translation>
    </message>
    <message>
        <source>{upper} {compute_type} is used</source>
        <translation>{upper} {compute_type} wird benutzt</translation>
    </message>
    <message>
        <source>{value} GB of memory</source>
        <translation>{value} GB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{value} MB are free on the disk where the history is</source>
        <translation>{value} MB sind auf dem Datenträger mit dem Verlauf frei</translation>
    </message>
    <message>
        <source>{what} with {reference}</source>
        <translation>{what} mit {reference}</translation>
    </message>
    <message>
        <source>{why}. Choose a smaller model, or close programs that use the GPU</source>
        <translation>{why}. Ein kleineres Modell wählen oder Programme schließen, die die Grafikkarte benutzen</translation>
    </message>
    <message>
        <source>{words} is no word</source>
        <translation>{words} ist kein Wort</translation>
    </message>
    <message>
        <source>{words} is too long for the vocabulary</source>
        <translation>{words} ist zu lang für das Vokabular</translation>
    </message>
</context>
<context>
    <name>MicrophoneCheck</name>
    <message>
        <source>Microphone test</source>
        <translation>Mikrofontest</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Speak for a few seconds and hear what VoiceFlow hears. Nothing of it is kept.</source>
        <translation>Einige Sekunden sprechen und anhören, was VoiceFlow hört. Nichts davon wird gespeichert.</translation>
    </message>
    <message>
        <source>The microphone opens.</source>
        <translation>Das Mikrofon wird geöffnet.</translation>
    </message>
    <message>
        <source>Speak. {seconds} s left</source>
        <translation>Bitte sprechen. Noch {seconds} s</translation>
    </message>
    <message>
        <source>Nothing was heard. Is it muted, or is another microphone the right one?</source>
        <translation>Nichts zu hören. Ist das Mikrofon stumm oder ein anderes das richtige?</translation>
    </message>
    <message>
        <source>It is very quiet. Come nearer, or turn the microphone up in the system&apos;s settings.</source>
        <translation>Sehr leise. Näher herangehen oder das Mikrofon in den Systemeinstellungen lauter stellen.</translation>
    </message>
    <message>
        <source>It is too loud. Turn the microphone down in the system&apos;s settings.</source>
        <translation>Zu laut. Das Mikrofon in den Systemeinstellungen leiser stellen.</translation>
    </message>
    <message>
        <source>The level is good.</source>
        <translation>Der Pegel ist gut.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Record a test</source>
        <translation>Test aufnehmen</translation>
    </message>
    <message>
        <source>Stop playing</source>
        <translation>Wiedergabe beenden</translation>
    </message>
</context>
<context>
    <name>MicrophonePage</name>
    <message>
        <source>Welcome. Can VoiceFlow hear you?</source>
        <translation>Willkommen. Funktioniert das Mikrofon?</translation>
    </message>
    <message>
        <source>Say a few words: the bars move when your microphone hears you. Nothing of it is kept or sent.</source>
        <translation>Ein paar Worte sprechen: Die Balken bewegen sich, wenn das Mikrofon etwas hört. Nichts davon wird gespeichert oder gesendet.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>The microphone opens.</source>
        <translation>Das Mikrofon wird geöffnet.</translation>
    </message>
    <message>
        <source>Say something.</source>
        <translation>Bitte etwas sagen.</translation>
    </message>
    <message>
        <source>It is very loud. Turn the microphone down in the system&apos;s settings.</source>
        <translation>Sehr laut. Das Mikrofon in den Systemeinstellungen leiser stellen.</translation>
    </message>
    <message>
        <source>VoiceFlow hears you.</source>
        <translation>VoiceFlow hört mit.</translation>
    </message>
    <message>
        <source>VoiceFlow listens no more.</source>
        <translation>VoiceFlow hört nicht mehr zu.</translation>
    </message>
    <message>
        <source>Not a sound comes from this microphone. It may be muted, or its switch is off: unmute it in the system&apos;s sound settings, or choose another one above.</source>
        <translation>Von diesem Mikrofon kommt kein Ton. Vielleicht ist es stumm oder ausgeschaltet: in den Toneinstellungen des Systems einschalten oder oben ein anderes wählen.</translation>
    </message>
    <message>
        <source>Hardly anything is heard. Come nearer, turn the microphone up in the system&apos;s sound settings, or choose another one above.</source>
        <translation>Kaum etwas zu hören. Näher herangehen, das Mikrofon in den Toneinstellungen lauter stellen oder oben ein anderes wählen.</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>The model that understands you</source>
        <translation>Das Modell für die Erkennung</translation>
    </message>
    <message>
        <source>Recognition runs on this machine. A larger model hears better and takes more memory and time.</source>
        <translation>Die Erkennung läuft auf diesem Rechner. Ein größeres Modell versteht besser und braucht mehr Speicher und Zeit.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>A moment: VoiceFlow looks what this machine can do.</source>
        <translation>Einen Moment, VoiceFlow prüft, was dieser Rechner kann.</translation>
    </message>
    <message>
        <source>No model is here yet, and nothing can be recognized without one.</source>
        <translation>Noch ist kein Modell da, und ohne eines wird nichts erkannt.</translation>
    </message>
    <message>
        <source>{model} is used: nothing better is needed on this machine.</source>
        <translation>{model} wird verwendet: Etwas Besseres ist auf diesem Rechner nicht nötig.</translation>
    </message>
    <message>
        <source>Go on meanwhile: until it is here, {model} is used.</source>
        <translation>Es kann weitergehen: Bis es da ist, wird {model} verwendet.</translation>
    </message>
    <message>
        <source>You can dictate English right now with {model}, which is small and quick. The recommended one makes fewer mistakes and knows other languages; while it comes you can go on.</source>
        <translation>Englisch lässt sich sofort mit {model} diktieren, klein und schnell. Das empfohlene Modell macht weniger Fehler und kann andere Sprachen; während es lädt, kann es weitergehen.</translation>
    </message>
    <message>
        <source>You can dictate right now with {model}, which is small and quick. The recommended one makes fewer mistakes; while it comes you can go on.</source>
        <translation>Diktieren ist sofort möglich mit {model}, klein und schnell. Das empfohlene Modell macht weniger Fehler; während es lädt, kann es weitergehen.</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the download of {name}</source>
        <translation>Download von {name} abbrechen</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Download of {name}</source>
        <translation>Download von {name}</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Install again…</source>
        <translation>Neu installieren…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>came with VoiceFlow</source>
        <translation>bei VoiceFlow dabei</translation>
    </message>
    <message>
        <source>in a folder of yours</source>
        <translation>in einem eigenen Ordner</translation>
    </message>
    <message>
        <source>partly here</source>
        <translation>teilweise vorhanden</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} pro Sekunde</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} left</source>
        <translation>noch {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>licence {name}</source>
        <translation>Lizenz {name}</translation>
    </message>
    <message>
        <source>licence: see its model card</source>
        <translation>Lizenz: siehe Modellbeschreibung</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>etwa {size}</translation>
    </message>
    <message>
        <source>many languages</source>
        <translation>viele Sprachen</translation>
    </message>
    <message>
        <source>{number} processor cores</source>
        <translation>{number} Prozessorkerne</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>{size} Arbeitsspeicher</translation>
    </message>
    <message>
        <source>no NVIDIA graphics card</source>
        <translation>keine NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>{size} of graphics memory</source>
        <translation>{size} Grafikspeicher</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Recommended: {model}, {reason}.</source>
        <translation>Empfohlen: {model}, {reason}.</translation>
    </message>
    <message>
        <source>Downloaded models take {taken}; {free} are free on that disk.</source>
        <translation>Heruntergeladene Modelle belegen {taken}; auf dem Datenträger sind {free} frei.</translation>
    </message>
    <message>
        <source>No model was downloaded so far; {free} are free on that disk.</source>
        <translation>Noch kein Modell heruntergeladen; auf dem Datenträger sind {free} frei.</translation>
    </message>
    <message>
        <source>{model} is being loaded.</source>
        <translation>{model} wird geladen.</translation>
    </message>
    <message>
        <source>In memory: {model}, on {device}.</source>
        <translation>Geladen: {model}, auf {device}.</translation>
    </message>
    <message>
        <source>{model} could not be loaded.</source>
        <translation>{model} konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>No model is in memory; one is loaded when you speak.</source>
        <translation>Kein Modell geladen; das geschieht beim Sprechen.</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>wird verwendet</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>geladen</translation>
    </message>
    <message>
        <source>Download the model {name}?</source>
        <translation>Modell {name} herunterladen?</translation>
    </message>
    <message>
        <source>About {size}, from the model hub (huggingface.co, or the mirror you set up). Licence: {licence}. It is used afterwards. Nothing that you say is sent anywhere.</source>
        <translation>Etwa {size}, vom Modell-Hub (huggingface.co oder dem eingerichteten Spiegel). Lizenz: {licence}. Danach wird es verwendet. Nichts Gesprochenes wird übertragen.</translation>
    </message>
    <message>
        <source>see its model card</source>
        <translation>siehe Modellbeschreibung</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Remove the model {name}?</source>
        <translation>Modell {name} entfernen?</translation>
    </message>
    <message>
        <source>{size} are free then. It can be installed again.</source>
        <translation>Das gibt {size} frei. Es lässt sich jederzeit neu installieren.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Kind of model</source>
        <translation>Art des Modells</translation>
    </message>
    <message>
        <source>Speech recognition</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Search the models</source>
        <translation>Modelle durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>No model is called that.</source>
        <translation>Kein Modell mit diesem Namen.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Nothing has gone wrong.</source>
        <translation>Keine Probleme.</translation>
    </message>
    <message>
        <source>List of problems</source>
        <translation>Liste der Probleme</translation>
    </message>
    <message>
        <source>{when}, {count} times</source>
        <translation>{when}, {count}-mal</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Needs attention</source>
        <translation>Problem aufgetreten</translation>
    </message>
    <message>
        <source>VoiceFlow</source>
        <translation>VoiceFlow</translation>
    </message>
    <message>
        <source>VoiceFlow overlay</source>
        <translation>VoiceFlow-Einblendung</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
    <message>
        <source>Speak. Release {key} and the words are inserted; Esc cancels.</source>
        <translation>Bitte sprechen. {key} loslassen, um den Text einzufügen; Esc bricht ab.</translation>
    </message>
    <message>
        <source>Cleaning up; Esc cancels</source>
        <translation>Wird überarbeitet; Esc bricht ab</translation>
    </message>
    <message>
        <source>On the clipboard: paste it where you want it</source>
        <translation>In der Zwischenablage: an der gewünschten Stelle einfügen</translation>
    </message>
    <message>
        <source>Inserted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Nothing was inserted. The sound is in the history.</source>
        <translation>Nichts eingefügt. Die Aufnahme ist im Verlauf.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>What leaves this machine, what is kept on it, export and import</source>
        <translation>Was diesen Rechner verlässt, was gespeichert wird, Export und Import</translation>
    </message>
    <message>
        <source>Texts and sound are kept in one encrypted database.</source>
        <translation>Texte und Aufnahmen liegen in einer verschlüsselten Datenbank.</translation>
    </message>
    <message>
        <source>Its key is in the system&apos;s keyring.</source>
        <translation>Der Schlüssel dazu liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Its key is in a file beside it, which only you can read.</source>
        <translation>Der Schlüssel dazu liegt in einer Datei daneben, die nur das eigene Benutzerkonto lesen kann.</translation>
    </message>
    <message>
        <source>Its key is made from your passphrase.</source>
        <translation>Der Schlüssel dazu entsteht aus der Passphrase.</translation>
    </message>
    <message>
        <source>Sound is kept after the text is there.</source>
        <translation>Aufnahmen bleiben auch nach der Erkennung gespeichert.</translation>
    </message>
    <message>
        <source>Sound is deleted when the text is there.</source>
        <translation>Aufnahmen werden nach der Erkennung gelöscht.</translation>
    </message>
    <message>
        <source>Dictations older than {days} days are deleted.</source>
        <translation>Diktate, die älter als {days} Tage sind, werden gelöscht.</translation>
    </message>
    <message>
        <source>Dictations are kept until you delete them.</source>
        <translation>Diktate bleiben bis zum Löschen gespeichert.</translation>
    </message>
    <message>
        <source>The log holds times and troubles, never a word and never a key that you press.</source>
        <translation>Das Protokoll enthält Zeiten und Störungen, nie ein Wort und nie einen Tastendruck.</translation>
    </message>
    <message>
        <source>What leaves this machine</source>
        <translation>Was diesen Rechner verlässt</translation>
    </message>
    <message>
        <source>If you ask for a model, its files come from {hub}, which learns your internet address and which model you took. The button says so before it does.</source>
        <translation>Ein Modell-Download kommt von {hub}; dort werden Internetadresse und Modell bekannt. Die Schaltfläche weist vorher darauf hin.</translation>
    </message>
    <message>
        <source>Nothing that you say or write, ever. Recognition, voices and rules run here.</source>
        <translation>Nichts Gesprochenes oder Geschriebenes, niemals. Erkennung, Stimmen und Regeln laufen hier.</translation>
    </message>
    <message>
        <source>There is no account, no telemetry, no crash report and no look for updates.</source>
        <translation>Kein Konto, keine Telemetrie, keine Absturzberichte, keine Suche nach Updates.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
    <message>
        <source>What you allowed</source>
        <translation>Was erlaubt ist</translation>
    </message>
    <message>
        <source>Nothing else that you say or write. You can take it back in the section Cloud.</source>
        <translation>Sonst nichts Gesprochenes oder Geschriebenes. Im Bereich „Cloud“ lässt sich das zurücknehmen.</translation>
    </message>
    <message>
        <source>What is kept on it</source>
        <translation>Was darauf gespeichert wird</translation>
    </message>
    <message>
        <source>Open the data&apos;s folder</source>
        <translation>Datenordner öffnen</translation>
    </message>
    <message>
        <source>Open the log&apos;s folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Settings as a file</source>
        <translation>Einstellungen als Datei</translation>
    </message>
    <message>
        <source>They are in {path}. A change to the file is taken over by `voiceflow config edit`.</source>
        <translation>Sie stehen in {path}. Änderungen an der Datei übernimmt `voiceflow config edit`.</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>The settings are in {name}.</source>
        <translation>Die Einstellungen stehen in {name}.</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Replace all settings by those in the file?</source>
        <translation>Alle Einstellungen durch die aus der Datei ersetzen?</translation>
    </message>
    <message>
        <source>Yours are kept as config.toml.bak.</source>
        <translation>Die bisherigen bleiben als config.toml.bak erhalten.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The settings of {name} hold.</source>
        <translation>Die Einstellungen aus {name} gelten.</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Such as: Letters</source>
        <translation>Etwa: Briefe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>One a line, such as xterm or *office*</source>
        <translation>Je Zeile eines, etwa xterm oder *office*</translation>
    </message>
    <message>
        <source>You dictated into: {names}</source>
        <translation>Bisher diktiert in: {names}</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Part of the window&apos;s title</source>
        <translation>Teil des Fenstertitels</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Websites</translation>
    </message>
    <message>
        <source>In browsers, such as github.com</source>
        <translation>In Browsern, etwa github.com</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Listened for first in these windows</source>
        <translation>In diesen Fenstern zuerst beachtet</translation>
    </message>
    <message>
        <source>What is different there</source>
        <translation>Was dort anders ist</translation>
    </message>
    <message>
        <source>Another setting</source>
        <translation>Weitere Einstellung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>{name} entfernen</translation>
    </message>
    <message>
        <source>Another setting…</source>
        <translation>Weitere Einstellung…</translation>
    </message>
</context>
<context>
    <name>ProfileRow</name>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>To the top</source>
        <translation>Nach oben</translation>
    </message>
</context>
<context>
    <name>Profiler</name>
    <message>
        <source>{stage}: {duration}, from {begin} to {end} after the key went up</source>
        <translation>{stage}: {duration}, von {begin} bis {end} nach dem Loslassen</translation>
    </message>
    <message>
        <source>Key held</source>
        <translation>Taste gehalten</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Microphone opens</source>
        <translation>Mikrofon öffnet</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Speech output</source>
        <translation>Sprachausgabe</translation>
    </message>
    <message>
        <source>{count} from memory</source>
        <translation>{count} aus dem Speicher</translation>
    </message>
    <message>
        <source>{count} in another&apos;s place</source>
        <translation>{count} als Ersatz</translation>
    </message>
    <message>
        <source>{count} faster than a slow one</source>
        <translation>{count} schneller als ein langsamer</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} too slow</source>
        <translation>{count} zu langsam</translation>
    </message>
    <message>
        <source>{count} tried again</source>
        <translation>{count} erneut versucht</translation>
    </message>
    <message>
        <source>{count} answered</source>
        <translation>{count} beantwortet</translation>
    </message>
    <message>
        <source>Last decode</source>
        <translation>Letzte Dekodierung</translation>
    </message>
    <message>
        <source>Text rules</source>
        <translation>Textregeln</translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation>Überarbeitung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Window has read it</source>
        <translation>Vom Fenster gelesen</translation>
    </message>
    <message>
        <source>Release to text</source>
        <translation>Loslassen bis Text</translation>
    </message>
    <message>
        <source>Decodes</source>
        <translation>Dekodierungen</translation>
    </message>
    <message>
        <source>Decoded again</source>
        <translation>Erneut dekodiert</translation>
    </message>
    <message>
        <source>Guesses dropped</source>
        <translation>Verworfene Vermutungen</translation>
    </message>
    <message>
        <source>Rest decoded by itself</source>
        <translation>Rest einzeln dekodiert</translation>
    </message>
    <message>
        <source>Dictations on the fallback</source>
        <translation>Diktate mit Ersatzdienst</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>keine Sprache</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>not inserted</source>
        <translation>nicht eingefügt</translation>
    </message>
    <message>
        <source>{seconds} s of sound</source>
        <translation>{seconds} s Aufnahme</translation>
    </message>
</context>
<context>
    <name>ProfilerPage</name>
    <message>
        <source>Profiler</source>
        <translation>Profiler</translation>
    </message>
</context>
<context>
    <name>ProfilerPanel</name>
    <message>
        <source>Profiler</source>
        <translation>Profiler</translation>
    </message>
    <message>
        <source>Release to text over time</source>
        <translation>Loslassen bis Text im Zeitverlauf</translation>
    </message>
    <message>
        <source>Memory over time</source>
        <translation>Arbeitsspeicher im Zeitverlauf</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Engines since the start</source>
        <translation>Engines seit dem Start</translation>
    </message>
    <message>
        <source>Time that is looked at</source>
        <translation>Betrachteter Zeitraum</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>From the key going down</source>
        <translation>Ab Tastendruck</translation>
    </message>
    <message>
        <source>Point at a stage, or use the arrow keys. 0 is where the key went up.</source>
        <translation>Auf einen Schritt zeigen oder die Pfeiltasten benutzen. 0 ist der Moment des Loslassens.</translation>
    </message>
    <message>
        <source>The last dictations</source>
        <translation>Die letzten Diktate</translation>
    </message>
    <message>
        <source>Each dictation</source>
        <translation>Jedes Diktat</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>Grafikspeicher</translation>
    </message>
    <message>
        <source>Dictation</source>
        <translation>Diktat</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Other settings for some windows: terminal, editor, chat, mail</source>
        <translation>Andere Einstellungen für manche Fenster: Terminal, Editor, Chat, Mail</translation>
    </message>
    <message>
        <source>Other settings for some windows. The first one that fits counts; the overlay names it.</source>
        <translation>Andere Einstellungen für manche Fenster. Das erste passende gilt; die Einblendung nennt es.</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>Neues Profil…</translation>
    </message>
    <message>
        <source>Remove the profile {name}?</source>
        <translation>Profil {name} entfernen?</translation>
    </message>
    <message>
        <source>A built-in one of that name counts again.</source>
        <translation>Ein eingebautes dieses Namens gilt dann wieder.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Every window</source>
        <translation>Jedes Fenster</translation>
    </message>
    <message>
        <source>Words: {words}</source>
        <translation>Wörter: {words}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>Terminals</translation>
    </message>
    <message>
        <source>Code editors</source>
        <translation>Programmier-Editoren</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Chat on the web</source>
        <translation>Chat im Browser</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Mail on the web</source>
        <translation>E-Mail im Browser</translation>
    </message>
</context>
<context>
    <name>ReadingMenu</name>
    <message>
        <source>What is selected</source>
        <translation>Markierten Text</translation>
    </message>
    <message>
        <source>The last dictation</source>
        <translation>Letztes Diktat</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Nächster Satz</translation>
    </message>
    <message>
        <source>Back a sentence</source>
        <translation>Einen Satz zurück</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Vorlesen beenden</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>RecommendationCard</name>
    <message>
        <source>Recommended model</source>
        <translation>Empfohlenes Modell</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>Installieren…</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Download abbrechen</translation>
    </message>
    <message>
        <source>Recommended: the model {name}</source>
        <translation>Empfohlen: das Modell {name}</translation>
    </message>
    <message>
        <source>Now: {used}.</source>
        <translation>Zurzeit: {used}.</translation>
    </message>
    <message>
        <source>No model is installed.</source>
        <translation>Kein Modell installiert.</translation>
    </message>
    <message>
        <source>Download the model {name}?</source>
        <translation>Modell {name} herunterladen?</translation>
    </message>
    <message>
        <source>About {size}, from the model hub (huggingface.co, or the mirror you set up). Licence: {licence}. Nothing that you say is sent anywhere.</source>
        <translation>Etwa {size}, vom Modell-Hub (huggingface.co oder dem eingerichteten Spiegel). Lizenz: {licence}. Nichts Gesprochenes wird übertragen.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
</context>
<context>
    <name>RecordButton</name>
    <message>
        <source>Press the key…</source>
        <translation>Taste drücken…</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Aufnehmen…</translation>
    </message>
    <message>
        <source>Press the key, or click again to cancel</source>
        <translation>Taste drücken oder zum Abbrechen erneut klicken</translation>
    </message>
    <message>
        <source>Record a key</source>
        <translation>Taste aufnehmen</translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>Selected dictations</source>
        <translation>Ausgewählte Diktate</translation>
    </message>
    <message>
        <source>What you do here is done to all of them.</source>
        <translation>Alles hier betrifft alle ausgewählten.</translation>
    </message>
    <message>
        <source>★ Star</source>
        <translation>★ Markieren</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Export selected…</source>
        <translation>Auswahl exportieren…</translation>
    </message>
    <message>
        <source>Delete sound…</source>
        <translation>Aufnahme löschen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>{number} dictations selected</source>
        <translation>{number} Diktate ausgewählt</translation>
    </message>
    <message>
        <source>Delete {number} dictations?</source>
        <translation>{number} Diktate löschen?</translation>
    </message>
    <message>
        <source>Their texts and their sound are overwritten on the disk. There is no way back.</source>
        <translation>Texte und Aufnahmen werden auf dem Datenträger überschrieben. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete the sound of {number} dictations?</source>
        <translation>Die Aufnahmen von {number} Diktaten löschen?</translation>
    </message>
    <message>
        <source>The texts stay. Without the sound they cannot be heard or transcribed again.</source>
        <translation>Die Texte bleiben. Ohne Aufnahme lassen sie sich nicht mehr anhören oder neu transkribieren.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>SelectionEdit</name>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>eingefügt</translation>
    </message>
</context>
<context>
    <name>SelectionEditWindow</name>
    <message>
        <source>Change the selected text</source>
        <translation>Markierten Text ändern</translation>
    </message>
    <message>
        <source>The difference</source>
        <translation>Der Unterschied</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Struck out goes, underlined comes.</source>
        <translation>Durchgestrichenes entfällt, Unterstrichenes kommt hinzu.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>SelfTestCard</name>
    <message>
        <source>Self-test</source>
        <translation>Selbsttest</translation>
    </message>
    <message>
        <source>Run the self-test</source>
        <translation>Selbsttest starten</translation>
    </message>
    <message>
        <source>The installed voice speaks three sentences, the model recognizes them through the whole path, and the words are compared. Nothing is heard, inserted or kept.</source>
        <translation>Die installierte Stimme spricht drei Sätze, das Modell erkennt sie auf dem ganzen Weg, und die Wörter werden verglichen. Nichts ist zu hören, nichts wird eingefügt oder gespeichert.</translation>
    </message>
    <message>
        <source>VoiceFlow speaks to itself…</source>
        <translation>VoiceFlow spricht mit sich selbst…</translation>
    </message>
    <message>
        <source>{percent} % of the words</source>
        <translation>{percent} % der Wörter</translation>
    </message>
    <message>
        <source>Dictation works.</source>
        <translation>Das Diktieren funktioniert.</translation>
    </message>
    <message>
        <source>Words were lost. Try a larger model.</source>
        <translation>Wörter gingen verloren. Ein größeres Modell hilft.</translation>
    </message>
</context>
<context>
    <name>ServiceRow</name>
    <message>
        <source>Allow…</source>
        <translation>Erlauben…</translation>
    </message>
    <message>
        <source>Forbid</source>
        <translation>Verbieten</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key for {name}</source>
        <translation>Schlüssel für {name}</translation>
    </message>
    <message>
        <source>Keep key</source>
        <translation>Schlüssel speichern</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>{name} zurücksetzen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>A file of certificates (PEM) to trust besides the system&apos;s own</source>
        <translation>Datei mit weiteren vertrauenswürdigen Zertifikaten (PEM), zusätzlich zu denen des Systems</translation>
    </message>
    <message>
        <source>A history that is there keeps its key where it is until: voiceflow history rekey.</source>
        <translation>Ein vorhandener Verlauf behält seinen Schlüssel, wo er ist, bis zu: voiceflow history rekey.</translation>
    </message>
    <message>
        <source>A press shorter than this toggles, in hybrid mode</source>
        <translation>Ein kürzerer Druck schaltet um (nur im Modus „Halten oder tippen“)</translation>
    </message>
    <message>
        <source>A short sound when the microphone hears</source>
        <translation>Ein kurzer Ton, sobald das Mikrofon hört</translation>
    </message>
    <message>
        <source>A voice such as en-US-Neural2-C; empty lets Google choose</source>
        <translation>Eine Stimme wie en-US-Neural2-C; leer wählt Google aus</translation>
    </message>
    <message>
        <source>Address of Google Speech-to-Text</source>
        <translation>Adresse von Google Speech-to-Text</translation>
    </message>
    <message>
        <source>Address of Google Text-to-Speech</source>
        <translation>Adresse von Google Text-to-Speech</translation>
    </message>
    <message>
        <source>Address of SpeechKit recognition</source>
        <translation>Adresse der SpeechKit-Erkennung</translation>
    </message>
    <message>
        <source>Address of SpeechKit synthesis</source>
        <translation>Adresse der SpeechKit-Sprachausgabe</translation>
    </message>
    <message>
        <source>Address of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1</source>
        <translation>Adresse eines OpenAI-kompatiblen Servers, etwa http://127.0.0.1:11434/v1</translation>
    </message>
    <message>
        <source>Address of an OpenAI-compatible server, such as https://api.openai.com/v1</source>
        <translation>Adresse eines OpenAI-kompatiblen Servers, etwa https://api.openai.com/v1</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Allow services on other computers; off, nothing you say or write can leave this one</source>
        <translation>Dienste auf anderen Rechnern erlauben; ausgeschaltet verlässt nichts Gesprochenes oder Geschriebenes diesen Rechner</translation>
    </message>
    <message>
        <source>Allow the cloud</source>
        <translation>Cloud erlauben</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Always digits</source>
        <translation>Immer Ziffern</translation>
    </message>
    <message>
        <source>An error when less is free where the history is</source>
        <translation>Fehler, wenn beim Verlauf weniger Speicherplatz frei ist</translation>
    </message>
    <message>
        <source>As is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>As spoken</source>
        <translation>Wie gesprochen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Busy processors</source>
        <translation>Ausgelastete Prozessoren</translation>
    </message>
    <message>
        <source>Cancel key</source>
        <translation>Abbruchtaste</translation>
    </message>
    <message>
        <source>Candidates (beam size)</source>
        <translation>Kandidaten (Beam-Größe)</translation>
    </message>
    <message>
        <source>Candidates kept while decoding; more is slower</source>
        <translation>Kandidaten beim Dekodieren; mehr ist langsamer</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Vorsichtig</translation>
    </message>
    <message>
        <source>Certificates of your own</source>
        <translation>Eigene Zertifikate</translation>
    </message>
    <message>
        <source>Clean-up</source>
        <translation>Überarbeitung</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>Code comment</source>
        <translation>Codekommentar</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben der Oberfläche</translation>
    </message>
    <message>
        <source>Commands only</source>
        <translation>Nur Befehle</translation>
    </message>
    <message>
        <source>Critical above this share of failed dictations among the last 200</source>
        <translation>Kritisch ab diesem Anteil fehlgeschlagener Diktate unter den letzten 200</translation>
    </message>
    <message>
        <source>Critical above this share of that memory</source>
        <translation>Kritisch ab diesem Anteil davon</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Delete dictations older than this; 0 keeps all</source>
        <translation>Ältere Diktate löschen; 0 behält alle</translation>
    </message>
    <message>
        <source>Delete the oldest sound above this size; 0 keeps all</source>
        <translation>Älteste Aufnahmen oberhalb dieser Größe löschen; 0 behält alle</translation>
    </message>
    <message>
        <source>Desktop interface</source>
        <translation>Desktop-Schnittstelle</translation>
    </message>
    <message>
        <source>Desktop portal</source>
        <translation>Desktop-Portal</translation>
    </message>
    <message>
        <source>Detect the language anew in each part of a dictation</source>
        <translation>Die Sprache in jedem Teil eines Diktats neu erkennen</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Digits from ten</source>
        <translation>Ziffern ab zehn</translation>
    </message>
    <message>
        <source>Ends a dictation without inserting it; its sound stays in the history</source>
        <translation>Beendet ein Diktat, ohne es einzufügen; die Aufnahme bleibt im Verlauf</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Enter after each dictation</source>
        <translation>Eingabetaste nach jedem Diktat</translation>
    </message>
    <message>
        <source>Example of your style</source>
        <translation>Stilbeispiel</translation>
    </message>
    <message>
        <source>Failed dictations: critical</source>
        <translation>Fehlgeschlagene Diktate: kritisch</translation>
    </message>
    <message>
        <source>Failed dictations: warning</source>
        <translation>Fehlgeschlagene Diktate: Warnung</translation>
    </message>
    <message>
        <source>Fit spaces, capital and final period to what stands around the cursor</source>
        <translation>Leerzeichen, Großschreibung und Schlusspunkt an den Text um den Cursor anpassen</translation>
    </message>
    <message>
        <source>Folder of the cloud that pays; empty is that of the key&apos;s own account</source>
        <translation>Ordner der Cloud, der abgerechnet wird; leer ist der des Schlüsselkontos</translation>
    </message>
    <message>
        <source>Forget spoken sound that was not wanted for so long</source>
        <translation>Gesprochenes vergessen, das so lange nicht gebraucht wurde</translation>
    </message>
    <message>
        <source>Formal</source>
        <translation>Förmlich</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Google: language</source>
        <translation>Google: Sprache</translation>
    </message>
    <message>
        <source>Google: recognition</source>
        <translation>Google: Erkennung</translation>
    </message>
    <message>
        <source>Google: speech</source>
        <translation>Google: Sprachausgabe</translation>
    </message>
    <message>
        <source>Google: voice</source>
        <translation>Google: Stimme</translation>
    </message>
    <message>
        <source>Guess in short pauses that you have come to the end; the battery saver stops it</source>
        <translation>In kurzen Pausen vermuten, dass das Diktat zu Ende ist; im Energiesparmodus aus</translation>
    </message>
    <message>
        <source>Guess the end</source>
        <translation>Ende vermuten</translation>
    </message>
    <message>
        <source>Hands-free</source>
        <translation>Freihändig</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hold or tap</source>
        <translation>Halten oder tippen</translation>
    </message>
    <message>
        <source>Hold to speak</source>
        <translation>Zum Sprechen halten</translation>
    </message>
    <message>
        <source>Hotkey</source>
        <translation>Diktiertaste</translation>
    </message>
    <message>
        <source>How fast texts are read; the voice keeps its pitch</source>
        <translation>Wie schnell vorgelesen wird; die Tonhöhe bleibt gleich</translation>
    </message>
    <message>
        <source>How long to listen on after the key goes up while you still speak</source>
        <translation>Wie lange nach dem Loslassen weiter zugehört wird, solange noch gesprochen wird</translation>
    </message>
    <message>
        <source>How long to wait for the window to read the text</source>
        <translation>Wie lange das Fenster Zeit hat, den Text zu lesen</translation>
    </message>
    <message>
        <source>How much a Piper voice varies its rhythm; 0 is its own way</source>
        <translation>Wie sehr eine Piper-Stimme ihren Rhythmus variiert; 0 ist ihre eigene Art</translation>
    </message>
    <message>
        <source>How much a Piper voice varies its sound; 0 is its own way</source>
        <translation>Wie sehr eine Piper-Stimme ihren Klang variiert; 0 ist ihre eigene Art</translation>
    </message>
    <message>
        <source>How much sound the model is shown; auto is as little as loses no words, checked on your own speech</source>
        <translation>Wie viel Ton das Modell bekommt; automatisch so wenig, dass kein Wort verloren geht, geprüft an der eigenen Sprache</translation>
    </message>
    <message>
        <source>How slowly a Piper voice speaks; 0 is its own way</source>
        <translation>Wie langsam eine Piper-Stimme spricht; 0 ist ihre eigene Art</translation>
    </message>
    <message>
        <source>How text gets into the window</source>
        <translation>Wie der Text ins Fenster kommt</translation>
    </message>
    <message>
        <source>How the key is watched</source>
        <translation>Wie die Taste überwacht wird</translation>
    </message>
    <message>
        <source>Insert exactly what was recognized</source>
        <translation>Genau den erkannten Text einfügen</translation>
    </message>
    <message>
        <source>Insertion</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Its name on that server</source>
        <translation>Der Name auf diesem Server</translation>
    </message>
    <message>
        <source>Keep dictations</source>
        <translation>Diktate behalten</translation>
    </message>
    <message>
        <source>Keep line breaks in terminals, where they run commands</source>
        <translation>Zeilenumbrüche in Terminals behalten, wo sie Befehle ausführen</translation>
    </message>
    <message>
        <source>Keep so much spoken sound, encrypted, to say it again at once; 0 keeps none</source>
        <translation>So viel Gesprochenes verschlüsselt aufheben, um es sofort zu wiederholen; 0 hebt nichts auf</translation>
    </message>
    <message>
        <source>Keep sound</source>
        <translation>Aufnahmen behalten</translation>
    </message>
    <message>
        <source>Keep spoken sound</source>
        <translation>Gesprochenes aufheben</translation>
    </message>
    <message>
        <source>Keep the model loaded</source>
        <translation>Modell geladen lassen</translation>
    </message>
    <message>
        <source>Keep the sound of finished dictations</source>
        <translation>Aufnahmen fertiger Diktate behalten</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Gemerkt für</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Key of the history</source>
        <translation>Schlüssel des Verlaufs</translation>
    </message>
    <message>
        <source>Key that reads the selection</source>
        <translation>Taste zum Vorlesen</translation>
    </message>
    <message>
        <source>Keyboard device (evdev)</source>
        <translation>Tastaturgerät (evdev)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language code such as en or de; empty detects it</source>
        <translation>Sprachkürzel wie en oder de; leer erkennt die Sprache</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell (LLM)</translation>
    </message>
    <message>
        <source>Language of texts, such as en or pt-BR; empty is the system&apos;s, unless the letters tell</source>
        <translation>Sprache der Texte, etwa en oder pt-BR; leer ist die des Systems, sofern die Schrift nichts anderes sagt</translation>
    </message>
    <message>
        <source>Languages you speak</source>
        <translation>Gesprochene Sprachen</translation>
    </message>
    <message>
        <source>Least free disk</source>
        <translation>Mindestens frei</translation>
    </message>
    <message>
        <source>Leave out fillers</source>
        <translation>Füllwörter weglassen</translation>
    </message>
    <message>
        <source>Leave out stutters</source>
        <translation>Stottern weglassen</translation>
    </message>
    <message>
        <source>Leave out um, uh and their like</source>
        <translation>„Äh“, „ähm“ und Ähnliches weglassen</translation>
    </message>
    <message>
        <source>Leave out what by all evidence nobody said, such as words made of noise</source>
        <translation>Weglassen, was nach allen Anzeichen niemand gesagt hat, etwa Wörter aus Rauschen</translation>
    </message>
    <message>
        <source>Leave out what nobody said</source>
        <translation>Nicht Gesagtes weglassen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Line breaks in terminals</source>
        <translation>Zeilenumbrüche in Terminals</translation>
    </message>
    <message>
        <source>Listen on after the key</source>
        <translation>Nach der Taste weiterhören</translation>
    </message>
    <message>
        <source>Longest tap</source>
        <translation>Längstes Tippen</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Memory budget</source>
        <translation>Speicherbudget</translation>
    </message>
    <message>
        <source>Memory: critical</source>
        <translation>Speicher: kritisch</translation>
    </message>
    <message>
        <source>Memory: warning</source>
        <translation>Speicher: Warnung</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Microphone by name; empty is the system&apos;s default</source>
        <translation>Mikrofon nach Name; leer ist der Systemstandard</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model by name or folder; empty is the best one installed</source>
        <translation>Modell nach Name oder Ordner; leer ist das beste installierte</translation>
    </message>
    <message>
        <source>Names of longer texts, such as: my address =&gt; 12 Main Street</source>
        <translation>Namen längerer Texte, etwa: meine Adresse =&gt; Hauptstraße 12</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Never unload the model</source>
        <translation>Das Modell nie entladen</translation>
    </message>
    <message>
        <source>No guesses above</source>
        <translation>Keine Vermutungen ab</translation>
    </message>
    <message>
        <source>No guesses while the processors are busier than this</source>
        <translation>Keine Vermutungen, solange die Prozessoren stärker ausgelastet sind</translation>
    </message>
    <message>
        <source>Not after one sentence</source>
        <translation>Nicht nach einem Satz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Obey press enter, scratch that and their like where nothing else is said</source>
        <translation>„press enter“, „scratch that“ und Ähnliches ausführen, wenn sonst nichts gesagt wird</translation>
    </message>
    <message>
        <source>Period at the end</source>
        <translation>Punkt am Ende</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Which engine speaks; auto is a Piper voice of the language, else espeak</source>
        <translation>Welche Engine spricht; auto ist eine Piper-Stimme der Sprache, sonst espeak</translation>
    </message>
    <message>
        <source>Which speaker, of a Piper voice with several</source>
        <translation>Welcher Sprecher, bei Piper-Stimmen mit mehreren</translation>
    </message>
    <message>
        <source>Open the window when VoiceFlow starts</source>
        <translation>Beim Start von VoiceFlow das Fenster öffnen</translation>
    </message>
    <message>
        <source>After the first: recognition</source>
        <translation>Nach der ersten: Erkennung</translation>
    </message>
    <message>
        <source>After the first: speech</source>
        <translation>Nach der ersten: Sprachausgabe</translation>
    </message>
    <message>
        <source>Answers kept</source>
        <translation>Gemerkte Antworten</translation>
    </message>
    <message>
        <source>Answers kept in memory, to be given again for the same sound; 0 keeps none</source>
        <translation>Antworten, die für denselben Ton im Arbeitsspeicher bleiben; 0 merkt keine</translation>
    </message>
    <message>
        <source>Ask the next engine when one takes longer than this</source>
        <translation>Die nächste Engine fragen, wenn eine länger braucht</translation>
    </message>
    <message>
        <source>Ask the second engine, too, when the first is slower than it usually is; both stay in memory</source>
        <translation>Auch die zweite Engine fragen, wenn die erste langsamer als üblich ist; beide bleiben geladen</translation>
    </message>
    <message>
        <source>Engines that recognize speech when the first one cannot, best first</source>
        <translation>Engines, die Sprache erkennen, wenn die erste es nicht kann, die beste zuerst</translation>
    </message>
    <message>
        <source>Engines that speak when the first one cannot, best first</source>
        <translation>Engines, die sprechen, wenn die erste es nicht kann, die beste zuerst</translation>
    </message>
    <message>
        <source>Engines that stand in</source>
        <translation>Ersatz-Engines</translation>
    </message>
    <message>
        <source>Fit to the cursor</source>
        <translation>An den Cursor anpassen</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Forget them after so many minutes</source>
        <translation>Nach so vielen Minuten vergessen</translation>
    </message>
    <message>
        <source>How often an engine that could not be reached is asked again</source>
        <translation>Wie oft eine nicht erreichbare Engine erneut gefragt wird</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Key that changes the selection</source>
        <translation>Taste zum Ändern</translation>
    </message>
    <message>
        <source>Language of each part</source>
        <translation>Sprache je Teil</translation>
    </message>
    <message>
        <source>Let the cloud help before the engines of this machine have failed</source>
        <translation>Die Cloud helfen lassen, bevor die Engines dieses Rechners versagt haben</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Nach Messung</translation>
    </message>
    <message>
        <source>More for each second</source>
        <translation>Mehr je Sekunde</translation>
    </message>
    <message>
        <source>NVIDIA card (CUDA)</source>
        <translation>NVIDIA-Karte (CUDA)</translation>
    </message>
    <message>
        <source>OpenAI-compatible: recognition</source>
        <translation>OpenAI-kompatibel: Erkennung</translation>
    </message>
    <message>
        <source>OpenAI-compatible: server</source>
        <translation>OpenAI-kompatibel: Server</translation>
    </message>
    <message>
        <source>OpenAI-compatible: speech</source>
        <translation>OpenAI-kompatibel: Sprachausgabe</translation>
    </message>
    <message>
        <source>OpenAI-compatible: voice</source>
        <translation>OpenAI-kompatibel: Stimme</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Overlay while you dictate</source>
        <translation>Einblendung beim Diktieren</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pause that ends hands-free</source>
        <translation>Pause, die freihändig beendet</translation>
    </message>
    <message>
        <source>Piper: slowness</source>
        <translation>Piper: Langsamkeit</translation>
    </message>
    <message>
        <source>Piper: speaker</source>
        <translation>Piper: Sprecher</translation>
    </message>
    <message>
        <source>Piper: variation of rhythm</source>
        <translation>Piper: Rhythmusvariation</translation>
    </message>
    <message>
        <source>Piper: variation of sound</source>
        <translation>Piper: Klangvariation</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Precision of the model&apos;s arithmetic</source>
        <translation>Rechengenauigkeit des Modells</translation>
    </message>
    <message>
        <source>Press Enter after each dictation</source>
        <translation>Nach jedem Diktat die Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Press to start and stop</source>
        <translation>Drücken schaltet um</translation>
    </message>
    <message>
        <source>Process of its own</source>
        <translation>Eigener Prozess</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Processor threads for recognition; 0 chooses</source>
        <translation>Prozessor-Threads für die Erkennung; 0 wählt selbst</translation>
    </message>
    <message>
        <source>Processor threads for speaking; 0 chooses</source>
        <translation>Prozessor-Threads für die Sprachausgabe; 0 wählt selbst</translation>
    </message>
    <message>
        <source>Put a space after each dictation</source>
        <translation>Nach jedem Diktat ein Leerzeichen setzen</translation>
    </message>
    <message>
        <source>Put back what the clipboard held before</source>
        <translation>Danach den alten Inhalt der Zwischenablage wiederherstellen</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Recognition behind</source>
        <translation>Erkennung im Rückstand</translation>
    </message>
    <message>
        <source>Replacements</source>
        <translation>Ersetzungen</translation>
    </message>
    <message>
        <source>Restore clipboard</source>
        <translation>Zwischenablage wiederherstellen</translation>
    </message>
    <message>
        <source>Room for sound</source>
        <translation>Platz für Aufnahmen</translation>
    </message>
    <message>
        <source>Room for spoken sound</source>
        <translation>Platz für Gesprochenes</translation>
    </message>
    <message>
        <source>Run the model in a process of its own, so that all its memory comes back</source>
        <translation>Das Modell in einem eigenen Prozess ausführen, damit sein ganzer Speicher wieder frei wird</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Show a small window while you dictate</source>
        <translation>Beim Diktieren ein kleines Fenster zeigen</translation>
    </message>
    <message>
        <source>Slow history</source>
        <translation>Langsamer Verlauf</translation>
    </message>
    <message>
        <source>Slow step</source>
        <translation>Langsamer Schritt</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>So much longer for each second of sound or speech</source>
        <translation>So viel länger für jede Sekunde Ton oder Sprache</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound at the start</source>
        <translation>Ton am Anfang</translation>
    </message>
    <message>
        <source>Sound from before the key</source>
        <translation>Ton vor dem Tastendruck</translation>
    </message>
    <message>
        <source>Sound from before the key went down; needs an open microphone</source>
        <translation>Ton von vor dem Tastendruck; braucht ein ständig offenes Mikrofon</translation>
    </message>
    <message>
        <source>Sound system</source>
        <translation>Tonsystem</translation>
    </message>
    <message>
        <source>Sound that the model sees</source>
        <translation>Ton für das Modell</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Speaker by name; empty is the system&apos;s default</source>
        <translation>Lautsprecher nach Name; leer ist der Systemstandard</translation>
    </message>
    <message>
        <source>Speech output</source>
        <translation>Sprachausgabe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Spoken commands</source>
        <translation>Gesprochene Befehle</translation>
    </message>
    <message>
        <source>Spoken punctuation</source>
        <translation>Gesprochene Satzzeichen</translation>
    </message>
    <message>
        <source>Start VoiceFlow when you log in</source>
        <translation>VoiceFlow beim Anmelden starten</translation>
    </message>
    <message>
        <source>Start when you log in</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Takes effect when VoiceFlow starts again.</source>
        <translation>Gilt ab dem nächsten Start von VoiceFlow.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text in the style of what you dictate</source>
        <translation>Ein Text im Stil der eigenen Diktate</translation>
    </message>
    <message>
        <source>The cloud, too, when slow</source>
        <translation>Bei Langsamkeit auch die Cloud</translation>
    </message>
    <message>
        <source>The key that reads what is selected, such as ctrl+alt+r; empty is none</source>
        <translation>Die Taste, die Markiertes vorliest, etwa ctrl+alt+r; leer ist keine</translation>
    </message>
    <message>
        <source>The key to hold while you say how the selected text shall change; empty is none</source>
        <translation>Die Taste, die gehalten wird, um eine Änderung am markierten Text anzusagen; leer ist keine</translation>
    </message>
    <message>
        <source>The key to hold while you speak, for example F9 or ctrl+alt+d</source>
        <translation>Die Taste, die beim Sprechen gehalten wird, etwa F9 oder ctrl+alt+d</translation>
    </message>
    <message>
        <source>The language of this window</source>
        <translation>Die Sprache dieses Fensters</translation>
    </message>
    <message>
        <source>The languages you speak; detection chooses among them</source>
        <translation>Die gesprochenen Sprachen; die Erkennung wählt unter ihnen</translation>
    </message>
    <message>
        <source>The memory that VoiceFlow may take; 0 is half of this machine&apos;s</source>
        <translation>Wie viel Speicher VoiceFlow belegen darf; 0 ist die Hälfte dieses Rechners</translation>
    </message>
    <message>
        <source>The model that recognizes speech there</source>
        <translation>Das Modell, das dort Sprache erkennt</translation>
    </message>
    <message>
        <source>The model that speaks there</source>
        <translation>Das Modell, das dort spricht</translation>
    </message>
    <message>
        <source>The pause that ends a dictation in hands-free mode</source>
        <translation>Die Pause, die ein freihändiges Diktat beendet</translation>
    </message>
    <message>
        <source>The period at the end of a dictation: kept, left out after a single sentence, or never written</source>
        <translation>Der Punkt am Ende eines Diktats: behalten, nach einem einzelnen Satz weglassen oder nie schreiben</translation>
    </message>
    <message>
        <source>The sound system that the microphone&apos;s name belongs to; empty is the default one</source>
        <translation>Das Tonsystem, zu dem der Name des Mikrofons gehört; leer ist der Standard</translation>
    </message>
    <message>
        <source>The voice that speaks there</source>
        <translation>Die Stimme, die dort spricht</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Tidy</source>
        <translation>Geglättet</translation>
    </message>
    <message>
        <source>Trailing space</source>
        <translation>Leerzeichen am Ende</translation>
    </message>
    <message>
        <source>Tries again</source>
        <translation>Neue Versuche</translation>
    </message>
    <message>
        <source>Two at once when slow</source>
        <translation>Bei Langsamkeit zwei zugleich</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Getippt</translation>
    </message>
    <message>
        <source>Unload after</source>
        <translation>Entladen nach</translation>
    </message>
    <message>
        <source>Unload the model after this long without dictation; 0 never</source>
        <translation>Das Modell nach dieser Zeit ohne Diktat entladen; 0 nie</translation>
    </message>
    <message>
        <source>Verbatim</source>
        <translation>Wörtlich</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Voice by name; empty is the best one installed</source>
        <translation>Stimme nach Name; leer ist die beste installierte</translation>
    </message>
    <message>
        <source>Wait for the window</source>
        <translation>Auf das Fenster warten</translation>
    </message>
    <message>
        <source>Warn above this share of failed dictations among the last 200</source>
        <translation>Warnen ab diesem Anteil fehlgeschlagener Diktate unter den letzten 200</translation>
    </message>
    <message>
        <source>Warn above this share of that memory</source>
        <translation>Warnen ab diesem Anteil davon</translation>
    </message>
    <message>
        <source>Warn when a question to the history takes longer, for one in twenty</source>
        <translation>Warnen, wenn eine von zwanzig Abfragen des Verlaufs länger dauert</translation>
    </message>
    <message>
        <source>Warn when a step of a dictation takes longer, for one in twenty</source>
        <translation>Warnen, wenn ein Schritt bei einem von zwanzig Diktaten länger dauert</translation>
    </message>
    <message>
        <source>Warn when all processors are busier for half a minute</source>
        <translation>Warnen, wenn alle Prozessoren eine halbe Minute lang stärker ausgelastet sind</translation>
    </message>
    <message>
        <source>Warn when recognition is further behind the speech</source>
        <translation>Warnen, wenn die Erkennung weiter zurückliegt</translation>
    </message>
    <message>
        <source>Way into the window</source>
        <translation>Weg ins Fenster</translation>
    </message>
    <message>
        <source>Way to watch the key</source>
        <translation>Überwachung der Taste</translation>
    </message>
    <message>
        <source>Wayland</source>
        <translation>Wayland</translation>
    </message>
    <message>
        <source>What a language model makes of dictated text; as is asks none</source>
        <translation>Was ein Sprachmodell aus dem Diktat macht; „Unverändert“ fragt keines</translation>
    </message>
    <message>
        <source>What is written instead, such as: gonna =&gt; going to</source>
        <translation>Was stattdessen geschrieben wird, etwa: mfg =&gt; Mit freundlichen Grüßen</translation>
    </message>
    <message>
        <source>What may be sent where, such as: sound =&gt; api.openai.com</source>
        <translation>Was wohin gesendet werden darf, etwa: sound =&gt; api.openai.com</translation>
    </message>
    <message>
        <source>What the key does</source>
        <translation>Was die Taste tut</translation>
    </message>
    <message>
        <source>Where the key of the history is kept</source>
        <translation>Wo der Schlüssel des Verlaufs liegt</translation>
    </message>
    <message>
        <source>Where the model runs</source>
        <translation>Wo das Modell läuft</translation>
    </message>
    <message>
        <source>Which desktop interface is used</source>
        <translation>Welche Schnittstelle zum Desktop benutzt wird</translation>
    </message>
    <message>
        <source>Which engine recognizes speech</source>
        <translation>Welche Engine Sprache erkennt</translation>
    </message>
    <message>
        <source>Who is asked first: as you named them, or whoever was fastest and surest on this machine</source>
        <translation>Wer zuerst gefragt wird: in der genannten Reihenfolge oder wer auf diesem Rechner am schnellsten und sichersten war</translation>
    </message>
    <message>
        <source>Window at the start</source>
        <translation>Fenster beim Start</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Windows</translation>
    </message>
    <message>
        <source>Words to listen for</source>
        <translation>Besondere Wörter</translation>
    </message>
    <message>
        <source>Words to listen for, most important first</source>
        <translation>Wörter, auf die geachtet wird, die wichtigsten zuerst</translation>
    </message>
    <message>
        <source>Write numbers as they were spoken, with digits from ten up, or with digits always</source>
        <translation>Zahlen wie gesprochen, ab zehn in Ziffern oder immer in Ziffern schreiben</translation>
    </message>
    <message>
        <source>Write spoken marks such as comma or new line: where they are surely meant, wherever they are said, never</source>
        <translation>Gesprochene Zeichen wie „Komma“ oder „neue Zeile“ schreiben: wo sie sicher gemeint sind, immer oder nie</translation>
    </message>
    <message>
        <source>Write words of your vocabulary for those that sound like them</source>
        <translation>Wörter des eigenen Vokabulars für ähnlich klingende schreiben</translation>
    </message>
    <message>
        <source>Write words once that were said three times or more in a row by mistake</source>
        <translation>Wörter einmal schreiben, die versehentlich dreimal oder öfter hintereinander gesagt wurden</translation>
    </message>
    <message>
        <source>X11</source>
        <translation>X11</translation>
    </message>
    <message>
        <source>Yandex: folder</source>
        <translation>Yandex: Ordner</translation>
    </message>
    <message>
        <source>Yandex: language</source>
        <translation>Yandex: Sprache</translation>
    </message>
    <message>
        <source>Yandex: recognition</source>
        <translation>Yandex: Erkennung</translation>
    </message>
    <message>
        <source>Yandex: speech</source>
        <translation>Yandex: Sprachausgabe</translation>
    </message>
    <message>
        <source>Yandex: voice</source>
        <translation>Yandex: Stimme</translation>
    </message>
    <message>
        <source>Your language, such as ru-RU, where none is known; auto detects it</source>
        <translation>Die eigene Sprache, etwa ru-RU, wo keine bekannt ist; auto erkennt sie</translation>
    </message>
    <message>
        <source>Your language, with its region, where none is known</source>
        <translation>Die eigene Sprache mit Region, wo keine bekannt ist</translation>
    </message>
    <message>
        <source>float16</source>
        <translation>float16</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>int8</source>
        <translation>int8</translation>
    </message>
    <message>
        <source>int8_float16</source>
        <translation>int8_float16</translation>
    </message>
    <message>
        <source>int8_float32</source>
        <translation>int8_float32</translation>
    </message>
    <message>
        <source>macOS</source>
        <translation>macOS</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>The best one installed</source>
        <translation>Beste installierte</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>Keine Einstellung mit diesem Namen.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
</context>
<context>
    <name>StageTable</name>
    <message>
        <source>Stages</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>StatisticsPanel</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>All that the filters show</source>
        <translation>Alles, was die Filter zeigen</translation>
    </message>
    <message>
        <source>dictations</source>
        <translation>Diktate</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>minutes of speech</source>
        <translation>Minuten Sprache</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespart</translation>
    </message>
    <message>
        <source>Saved is the time that the words would take at {words} typed words a minute (the mean of 168,000 people, Dhakal and others, 2018), less the time that you spoke.</source>
        <translation>Gespart ist die Zeit, die die Wörter bei {words} getippten Wörtern pro Minute bräuchten (Mittel von 168.000 Menschen, Dhakal und andere, 2018), abzüglich der Sprechzeit.</translation>
    </message>
    <message>
        <source>By day and by program</source>
        <translation>Nach Tag und Programm</translation>
    </message>
    <message>
        <source>Words by day</source>
        <translation>Wörter nach Tag</translation>
    </message>
    <message>
        <source>By program</source>
        <translation>Nach Programm</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Dictations</source>
        <translation>Diktate</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>There is no text. The sound is kept: it can be transcribed.</source>
        <translation>Kein Text vorhanden. Die Aufnahme ist gespeichert und kann transkribiert werden.</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Korrektur speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Hold {key} and speak</source>
        <translation>{key} halten und sprechen</translation>
    </message>
    <message>
        <source>A dictation was interrupted by a crash</source>
        <translation>Ein Diktat wurde durch einen Absturz unterbrochen</translation>
    </message>
    <message>
        <source>Open VoiceFlow to transcribe it</source>
        <translation>Zum Transkribieren VoiceFlow öffnen</translation>
    </message>
    <message>
        <source>The new model is here</source>
        <translation>Das neue Modell ist da</translation>
    </message>
    <message>
        <source>It is used from the next dictation on</source>
        <translation>Es wird ab dem nächsten Diktat verwendet</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>Cancel this dictation</source>
        <translation>Diktat abbrechen</translation>
    </message>
    <message>
        <source>Pause the key</source>
        <translation>Taste aussetzen</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Copy a recent text</source>
        <translation>Letzten Text kopieren</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Start at login</source>
        <translation>Beim Anmelden starten</translation>
    </message>
    <message>
        <source>Open VoiceFlow</source>
        <translation>VoiceFlow öffnen</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Start dictation</source>
        <translation>Diktat starten</translation>
    </message>
    <message>
        <source>Stop and insert</source>
        <translation>Beenden und einfügen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>Systemstandard</translation>
    </message>
    <message>
        <source>Nothing was dictated yet</source>
        <translation>Noch nichts diktiert</translation>
    </message>
</context>
<context>
    <name>TroubleBanner</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Start anew…</source>
        <translation>Neu beginnen…</translation>
    </message>
    <message>
        <source>Keeps the old history as it is, under another name</source>
        <translation>Behält den alten Verlauf unverändert unter anderem Namen</translation>
    </message>
    <message>
        <source>It opens the history; VoiceFlow keeps it nowhere.</source>
        <translation>Sie öffnet den Verlauf; VoiceFlow speichert sie nirgends.</translation>
    </message>
    <message>
        <source>The old history stays in its folder under another name and can be put back. A new one begins.</source>
        <translation>Der alte Verlauf bleibt unter anderem Namen in seinem Ordner und lässt sich zurückholen. Ein neuer beginnt.</translation>
    </message>
    <message>
        <source>Begin a new history?</source>
        <translation>Einen neuen Verlauf beginnen?</translation>
    </message>
    <message>
        <source>Begin a new one</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>A new history has begun</source>
        <translation>Ein neuer Verlauf hat begonnen</translation>
    </message>
    <message>
        <source>The old one is kept as {path}</source>
        <translation>Der alte ist als {path} aufbewahrt</translation>
    </message>
    <message>
        <source>{saved} dictations were saved, {lost} could not be read</source>
        <translation>{saved} Diktate wurden gerettet, {lost} waren nicht lesbar</translation>
    </message>
    <message>
        <source>The damaged history is kept as {path}</source>
        <translation>Der beschädigte Verlauf ist als {path} aufbewahrt</translation>
    </message>
</context>
<context>
    <name>TryPage</name>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Hold the key, say a sentence, let go. It arrives where the cursor is, here as in any program.</source>
        <translation>Taste halten, einen Satz sprechen, loslassen. Der Text erscheint am Cursor, hier wie in jedem Programm.</translation>
    </message>
    <message>
        <source>The text is on the clipboard: paste it where you want it.</source>
        <translation>Der Text liegt in der Zwischenablage und kann überall eingefügt werden.</translation>
    </message>
    <message>
        <source>There it is, {seconds} s after you let go.</source>
        <translation>Da ist er, {seconds} s nach dem Loslassen.</translation>
    </message>
    <message>
        <source>There it is, the moment you let go.</source>
        <translation>Da ist er, schon beim Loslassen.</translation>
    </message>
    <message>
        <source>Cancelled: nothing was inserted.</source>
        <translation>Abgebrochen: Nichts wurde eingefügt.</translation>
    </message>
    <message>
        <source>No speech was heard. Hold {key} the whole time while you speak, and try again.</source>
        <translation>Keine Sprache gehört. {key} während des ganzen Sprechens halten und erneut versuchen.</translation>
    </message>
    <message>
        <source>Try it here</source>
        <translation>Hier ausprobieren</translation>
    </message>
    <message>
        <source>Ready: hold {key} and speak</source>
        <translation>Bereit: {key} halten und sprechen</translation>
    </message>
    <message>
        <source>Hold {key} and say: this is my first dictation.</source>
        <translation>{key} halten und sagen: Das ist mein erstes Diktat.</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Vocabulary</source>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Names and terms, how they are spelt and what they sound like: dictionary</source>
        <translation>Namen und Begriffe, Schreibweise und Klang: Wörterbuch</translation>
    </message>
    <message>
        <source>The recognizer listens for these words, and what sounds like one of them is written as that.</source>
        <translation>Die Erkennung achtet auf diese Wörter, und was so klingt, wird so geschrieben.</translation>
    </message>
    <message>
        <source>New word</source>
        <translation>Neues Wort</translation>
    </message>
    <message>
        <source>As it is written, such as Siobhan</source>
        <translation>So geschrieben, etwa Siobhan</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>Klingt wie</translation>
    </message>
    <message>
        <source>Sounds like, such as shivon</source>
        <translation>Klingt wie, etwa schiwon</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Search the vocabulary</source>
        <translation>Vokabular durchsuchen</translation>
    </message>
    <message>
        <source>Search these words; a double click changes one</source>
        <translation>Diese Wörter durchsuchen; ein Doppelklick ändert eines</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Words of the vocabulary</source>
        <translation>Wörter des Vokabulars</translation>
    </message>
    <message>
        <source>This recognizer cannot be told of words: they are corrected afterwards.</source>
        <translation>Dieser Erkennung lassen sich keine Wörter nennen: Sie werden danach korrigiert.</translation>
    </message>
    <message>
        <source>The recognizer is told of the first {fit} of {of} by weight: it has no room for more.</source>
        <translation>Die Erkennung bekommt die ersten {fit} von {of} nach Gewicht genannt: Mehr passt nicht hinein.</translation>
    </message>
    <message>
        <source>The recognizer is told of all {of}.</source>
        <translation>Die Erkennung bekommt alle {of} genannt.</translation>
    </message>
    <message>
        <source>Words (*.txt *.csv)</source>
        <translation>Wörter (*.txt *.csv)</translation>
    </message>
    <message>
        <source>Import words</source>
        <translation>Wörter importieren</translation>
    </message>
    <message>
        <source>Everything (*.csv)</source>
        <translation>Alles (*.csv)</translation>
    </message>
    <message>
        <source>Only the words (*.txt)</source>
        <translation>Nur die Wörter (*.txt)</translation>
    </message>
    <message>
        <source>Export, not encrypted any more</source>
        <translation>Export, nicht mehr verschlüsselt</translation>
    </message>
</context>
<context>
    <name>VocabularyModel</name>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Sounds like</source>
        <translation>Klingt wie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Written only for what it sounds like</source>
        <translation>Nur für das geschrieben, wonach es klingt</translation>
    </message>
    <message>
        <source>Learned from your corrections</source>
        <translation>Aus Korrekturen gelernt</translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message>
        <source>Stages of the last dictations</source>
        <translation>Schritte der letzten Diktate</translation>
    </message>
    <message>
        <source>No dictation was measured yet</source>
        <translation>Noch kein Diktat gemessen</translation>
    </message>
</context>
<context>
    <name>Wave</name>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Click to go there; left and right move by a second, space plays and pauses</source>
        <translation>Klicken springt dorthin; Pfeil links und rechts um eine Sekunde, Leertaste spielt ab und hält an</translation>
    </message>
    <message>
        <source>{position} of {length} seconds</source>
        <translation>{position} von {length} Sekunden</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>VoiceFlow runs on when this window is closed</source>
        <translation>VoiceFlow läuft nach dem Schließen weiter</translation>
    </message>
    <message>
        <source>This desktop shows no tray. Start VoiceFlow again to see the window; “Quit” ends it.</source>
        <translation>Dieser Desktop hat keinen Infobereich. Ein erneuter Start zeigt das Fenster wieder; „Beenden“ beendet VoiceFlow.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Profiler</source>
        <translation>Profiler</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Quit VoiceFlow</source>
        <translation>VoiceFlow beenden</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>VoiceFlow: first steps</source>
        <translation>VoiceFlow: Erste Schritte</translation>
    </message>
    <message>
        <source>Progress of the first steps</source>
        <translation>Fortschritt der ersten Schritte</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>Alles überspringen</translation>
    </message>
    <message>
        <source>Ends the first steps; what you have chosen holds</source>
        <translation>Beendet die ersten Schritte; alles Gewählte gilt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <source>Start using VoiceFlow</source>
        <translation>VoiceFlow benutzen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The model {name} comes: {percent} %</source>
        <translation>Modell {name} wird geladen: {percent} %</translation>
    </message>
    <message>
        <source>The model did not come</source>
        <translation>Das Modell konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The model is here and used</source>
        <translation>Das Modell ist da und wird verwendet</translation>
    </message>
</context>
</TS>
