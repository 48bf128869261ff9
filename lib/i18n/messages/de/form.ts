import type { form as en } from "@/lib/i18n/messages/en/form";
import type { Translated } from "@/lib/i18n/translated";

export const form: Translated<typeof en> = {
  editHeading: "Erinnerung bearbeiten",
  preview: "Vorschau",
  nothingToShow: "Noch nichts zu zeigen.",
  counter: "{used, number} von {limit, number}",
  outOfRange:
    "{value} liegt außerhalb von 0–1. Der Wert bleibt, wie er ist, solange du den Regler nicht bewegst.",
  placeholder: {
    title: "Titel",
    summary: "Zusammenfassung hinzufügen",
    content: "Was soll bewahrt werden? Markdown ist möglich.",
    source: "Ein Werkzeug, ein Gespräch, du selbst",
  },
  storedHint:
    "Der Text wird mit deinem Schlüssel verschlüsselt, bevor Memoram ihn speichert. Titel und Zusammenfassung nicht: Die liest Memorams Suche.",
  saved: "Erinnerung gespeichert",
  savedEarlier: "Gespeichert. Was du seitdem geschrieben hast, noch nicht.",
  nothingChanged: "Nichts geändert, nichts zu speichern",
  state: {
    unsaved: "Nicht gespeichert",
    draftKept: "Nur als Entwurf",
  },
  draft: {
    back: "Deine ungespeicherten Worte von <time></time> sind wieder da.",
    waiting: "Deine ungespeicherten Worte von <time></time> warten hier.",
    homeless: "Deine ungespeicherten Worte von <time></time> sind noch da.",
    keepAsNew: "Als neue Erinnerung behalten",
    goOn: "Weiterschreiben",
    discard: "Verwerfen",
  },
  problem: {
    notSaved: "Nicht gespeichert",
    kept: "Was du geschrieben hast, ist noch da.",
    signIn: "Erneut anmelden",
    connect: "Die Verbindung in einem neuen Tab öffnen",
  },
  unreadable: {
    title: "Der Inhalt ist nicht lesbar",
    why: "Er ist mit einem Schlüssel verschlüsselt, den Keepsake nicht hat, und bleibt, wie er ist, wenn du die anderen Felder speicherst.",
    replace: "Den unlesbaren Inhalt ersetzen",
    gone: "Was jetzt in Memoram liegt, ist dann fort, auch für das Werkzeug, das es noch lesen konnte.",
  },
  leave: {
    title: "Mit ungespeicherten Worten gehen?",
    why: "Was du geschrieben hast, ist noch nicht in Memoram. Als Entwurf wartet es in diesem Tab, bis du wiederkommst, dich abmeldest oder den Tab schließt.",
    endsSession:
      "Was du geschrieben hast, ist noch nicht in Memoram. Mit dem Abmelden wird es auf diesem Computer gelöscht.",
    stay: "Weiter schreiben",
    keep: "Entwurf behalten",
    discard: "Verwerfen und gehen",
  },
};
