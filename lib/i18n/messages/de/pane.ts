import type { pane as en } from "@/lib/i18n/messages/en/pane";
import type { Translated } from "@/lib/i18n/translated";

export const pane: Translated<typeof en> = {
  memories: "Erinnerungen",
  choose: "Wähle eine Erinnerung",
  loading: "Die Erinnerung wird geladen",
  notRead: "Diese Erinnerung konnte nicht gelesen werden",
  backToList: "Zurück zur Liste",
  notThere: {
    tab: "Nicht gefunden",
    title: "Diese Erinnerung gibt es hier nicht",
    why: "Vielleicht wurde sie gelöscht, hier oder von einem anderen Werkzeug, oder die Adresse stimmt nicht.",
  },
  addSummary: "Zusammenfassung hinzufügen",
  change: {
    title: "Titel ändern",
    summary: "Zusammenfassung ändern",
    content: "Inhalt ändern",
    tags: "Schlagwörter ändern",
    importance: "Wichtigkeit ändern",
    confidence: "Sicherheit ändern",
    source: "Quelle ändern",
  },
  unreadable: {
    title: "Nicht lesbar",
    why: "Dieser Inhalt ist verschlüsselt, aber nicht mit dem Schlüssel, den Memoram Keepsake gibt. In Memoram ist er unverändert. Das Werkzeug, das ihn geschrieben hat, kann ihn vielleicht noch lesen: Bitte es, die Erinnerung neu zu speichern.",
    rest: "Alles andere kannst du hier bearbeiten. Der Inhalt wird nur ersetzt, wenn du das willst.",
  },
  outOfRange: "außerhalb von 0–1",
  keptSince: "Bewahrt seit",
  keptSinceChanged: "<created></created>, geändert <changed></changed>",
  stored: {
    term: "Gespeichert",
    decrypted: "Mit deinem Schlüssel verschlüsselt",
    plaintext: "Unverschlüsselt gespeichert",
    plaintextMeans:
      "Das Werkzeug, das ihn geschrieben hat, hat ihn als Klartext geschickt, also kann auch Memoram ihn lesen. Was du hier änderst, wird verschlüsselt gespeichert.",
    undecryptable: "Nicht lesbar",
    undecryptableMeans: "Mit einem Schlüssel verschlüsselt, den Keepsake nicht hat.",
  },
  copy: {
    verb: "Kopieren",
    done: "Kopiert",
    refused:
      "Der Browser hat das Kopieren nicht erlaubt. Markiere den Text und kopiere ihn selbst.",
  },
};
