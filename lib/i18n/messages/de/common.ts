import type { common as en } from "@/lib/i18n/messages/en/common";
import type { Translated } from "@/lib/i18n/translated";

export const common: Translated<typeof en> = {
  title: "Titel",
  summary: "Zusammenfassung",
  content: "Inhalt",
  tags: "Schlagwörter",
  importance: "Wichtigkeit",
  confidence: "Sicherheit",
  source: "Quelle",
  newMemory: "Neue Erinnerung",
  save: "Speichern",
  delete: "Löschen",
  undo: "Rückgängig",
  edit: "Bearbeiten",
  cancel: "Abbrechen",
  close: "Schließen",
  done: "Fertig",
  restore: "Wiederherstellen",
  deleteForEver: "Endgültig löschen",
  tryAgain: "Erneut versuchen",
  signOut: "Abmelden",
  untitled: "Ohne Titel",
  none: "Keine",
  empty: "Leer",
  memories: "{count, plural, one {# Erinnerung} other {# Erinnerungen}}",
};
