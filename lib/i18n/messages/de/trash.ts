import type { trash as en } from "@/lib/i18n/messages/en/trash";
import type { Translated } from "@/lib/i18n/translated";

export const trash: Translated<typeof en> = {
  title: "Papierkorb",
  lead: "Was du löschst, ist in Memoram sofort weg. Keepsake bewahrt hier {days, plural, one {# Tag} other {# Tage}} lang eine versiegelte Kopie auf und löscht sie dann. Was du wiederherstellst, bekommt von Memoram eine neue Kennung.",
  off: "Der Papierkorb ist aus: Was du jetzt löschst, ist endgültig weg.",
  toSettings: "Einstellungen",

  loading: "Der Papierkorb wird geladen",
  loadMore: "Mehr laden",
  failed: "Der Papierkorb konnte nicht gelesen werden",
  failedMore: "Die nächsten konnten nicht gelesen werden",
  whatIsLoaded: "Was geladen ist, bleibt.",
  emptyTitle: "Der Papierkorb ist leer",
  emptyText:
    "Was du löschst, liegt hier {days, plural, one {# Tag} other {# Tage}} lang, damit du es zurückholen kannst.",
  emptyTextOff:
    "Der Papierkorb ist aus: Was du löschst, ist endgültig weg. In den Einstellungen kannst du ihn einschalten.",
  back: "Zurück zu deinen Erinnerungen",

  count: "{count, plural, one {# Erinnerung} other {# Erinnerungen}}",
  shownOf: "{shown, number} von {total, number}",
  selectAll: "Alle geladenen auswählen",
  selectEvery: "Alle {count, number} auswählen",
  everyFailed: "Es konnte nicht alles ausgewählt werden",
  select: "„{title}“ auswählen",
  selection: "Auswahl",
  selected: "{count, number} ausgewählt",
  clear: "Aufheben",
  clearSelection: "Auswahl aufheben",
  deleted: "Gelöscht <time></time>",
  daysLeft: "{days, plural, one {noch # Tag} other {noch # Tage}}",
  lastDay: "weniger als ein Tag",
  open: "Öffnen",
  list: "Gelöschte Erinnerungen",

  restore: "Wiederherstellen",
  deleteForEver: "Endgültig löschen",
  emptyTrash: "Papierkorb leeren",

  confirmOne: {
    title: "Diese Kopie endgültig löschen?",
    text: "Die Kopie von <title></title> wird gelöscht. Danach kann niemand die Erinnerung zurückholen.",
  },
  confirmMany: {
    title: "{count, plural, one {# Erinnerung} other {# Erinnerungen}} endgültig löschen?",
    text: "Die Kopien werden gelöscht. Danach kann niemand die Erinnerungen zurückholen.",
    submit: "{count, plural, one {# Erinnerung} other {# Erinnerungen}} endgültig löschen",
  },
  confirmEmpty: {
    title: "Den Papierkorb leeren?",
    text: "{count, plural, one {Die Kopie von # Erinnerung wird} other {Die Kopien aller # Erinnerungen werden}} gelöscht. Danach kann niemand sie zurückholen.",
    submit: "Papierkorb leeren",
  },
  emptied: "Der Papierkorb ist leer.",
  notEmptied: "Der Papierkorb wurde nicht geleert",
  erased: "Die Kopie ist gelöscht.",
  notErased: "„{title}“ wurde nicht gelöscht",
  gone: "Diese Kopie ist weg: Sie wurde inzwischen wiederhergestellt oder gelöscht, oder ihre Zeit war um.",

  memoryDeleted: "Erinnerung gelöscht",
  goneBefore: "Diese Erinnerung war schon gelöscht.",
  deletedForGood: "Erinnerung endgültig gelöscht",
  undo: "Rückgängig",
  undoHint: "Mit u machst du es rückgängig.",
  undoing: "Wird zurückgeholt …",
  restored: "Wiederhergestellt",
  newId: "Memoram hat ihr eine neue Kennung gegeben, deshalb führen Links auf die alte ins Leere.",
  openRestored: "Öffnen",
  notRestored: "„{title}“ wurde nicht wiederhergestellt",
  noCopy:
    "Im Papierkorb liegt keine Kopie davon. Sie wurde inzwischen wiederhergestellt oder gelöscht, oder ein anderes Programm hatte die Erinnerung schon vorher gelöscht.",
  notDeleted: "„{title}“ wurde nicht gelöscht",
  changedElsewhere:
    "Sie wurde anderswo geändert, seit du sie geöffnet hast. Sieh sie dir noch einmal an, bevor du sie löschst.",

  confirmFinal: {
    title: "Diese Erinnerung löschen?",
    text: "<title></title> wird in Memoram gelöscht, für jedes Programm, das sie liest. Das ist endgültig: Niemand kann sie zurückholen.",
    unknown:
      "<title></title> wird in Memoram gelöscht, für jedes Programm, das sie liest. Ob der Papierkorb eine Kopie behält, war nicht zu erfahren: Es kann endgültig sein.",
  },

  setting: {
    section: "Papierkorb",
    description: "Was mit dem geschieht, was du löschst.",
    label: "Gelöschte Erinnerungen {days, plural, one {# Tag} other {# Tage}} aufbewahren",
    on: "Von jeder gelöschten Erinnerung liegt eine versiegelte Kopie im Papierkorb. Von dort kannst du sie zurückholen.",
    off: "Was du löschst, ist sofort endgültig weg. Was im Papierkorb liegt, bleibt dort, bis du ihn leerst oder seine Zeit um ist.",
    failed: "Der Papierkorb konnte nicht umgestellt werden",
    unread: "Diese Einstellung konnte nicht gelesen werden",
    loading: "Diese Einstellung wird geladen",
    saved: "Gespeichert",
  },
};
