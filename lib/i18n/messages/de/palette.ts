import type { palette as en } from "@/lib/i18n/messages/en/palette";
import type { Translated } from "@/lib/i18n/translated";

export const palette: Translated<typeof en> = {
  open: "Suche und Befehle",
  commands: {
    new: "Neue Erinnerung",
    edit: "Erinnerung bearbeiten",
    tags: "Schlagwörter vergeben oder wegnehmen",
    delete: "Löschen",
    undo: "Rückgängig",
    search: "Suchen",
    next: "Nächste Erinnerung",
    previous: "Vorige Erinnerung",
    open: "Erinnerung öffnen",
    select: "Auswählen oder abwählen",
    goMemories: "Erinnerungen",
    goTags: "Schlagwörter",
    goTrash: "Papierkorb",
    goSettings: "Einstellungen",
    goConnection: "Verbindung",
    help: "Tastenkürzel",
  },
  groups: {
    memory: "Erinnerungen",
    list: "Die Liste",
    pages: "Gehe zu",
    general: "Überall",
  },
  keys: {
    delete: "Entf",
    enter: "Enter",
    escape: "Esc",
    control: "Strg",
    command: "⌘",
    or: "oder",
    thenNext: "dann",
  },
  sequence: {
    waiting: "{key}, dann:",
  },
  help: {
    title: "Tastenkürzel",
    save: "Speichern, was du bearbeitest",
    leave: "Formular verlassen, Dialog schließen",
  },
  singleKeys: {
    label: "Kürzel aus einer einzelnen Taste",
    hint: "Schalte sie aus, wenn du diktierst oder wenn Tasten etwas tun, das du nicht meinst. Was zusammen mit Strg oder ⌘ gedrückt wird, bleibt.",
    refused: "Dieser Browser lässt Keepsake die Einstellung nicht behalten.",
  },
};
