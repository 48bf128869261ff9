import type { bulk as en } from "@/lib/i18n/messages/en/bulk";
import type { Translated } from "@/lib/i18n/translated";

export const bulk: Translated<typeof en> = {
  select: "„{title}“ auswählen",
  selection: "Auswahl",
  selected: "{count, number} ausgewählt",
  hidden: "{count, plural, one {# davon steht} other {# davon stehen}} nicht in dieser Liste.",
  allSelectedSoFar: "Alle passenden ausgewählt: bisher {count, number}",
  allSelected: "Alle {count, number} passenden ausgewählt",
  stillReading: "Es werden noch welche gelesen. Sie kommen zur Auswahl dazu.",
  clear: "Aufheben",
  clearSelection: "Auswahl aufheben",

  offerLoaded: "Die {count, number} bisher geladenen auswählen",
  offerAllReading: "Alle passenden auswählen, auch die noch nicht gelesenen",
  offerAll: "Alle {count, number} passenden auswählen",

  addTags: "Schlagwort dazu",
  removeTags: "Schlagwort weg",
  setImportance: "Wichtigkeit",
  delete: "Löschen",

  readingFirst:
    "Deine Erinnerungen werden noch gelesen: bisher {count, number}. Es kann losgehen, sobald alle passenden da sind.",
  add: {
    title: "Schlagwörter zu {count, plural, one {# Erinnerung} other {# Erinnerungen}} hinzufügen",
    label: "Neue Schlagwörter",
    submit: "Zu {count, plural, one {# Erinnerung} other {# Erinnerungen}} hinzufügen",
    choose: "Wähle ein Schlagwort oder tippe ein neues.",
  },
  remove: {
    title: "Schlagwörter von {count, plural, one {# Erinnerung} other {# Erinnerungen}} entfernen",
    label: "Schlagwörter dieser Erinnerungen",
    find: "Schlagwort suchen",
    carried: "an {count, number}",
    submit: "Von {count, plural, one {# Erinnerung} other {# Erinnerungen}} entfernen",
    choose: "Wähle, welche Schlagwörter wegkommen.",
    untagged: "Keine dieser Erinnerungen hat ein Schlagwort.",
    noMatch: "Kein Schlagwort heißt so.",
  },
  importance: {
    title: "Wichtigkeit von {count, plural, one {# Erinnerung} other {# Erinnerungen}} setzen",
    label: "Wichtigkeit",
    hint: "Leere sie, damit keine gesetzt ist.",
    submit: "{level} für {count, plural, one {# Erinnerung} other {# Erinnerungen}} setzen",
    submitNone: "Bei {count, plural, one {# Erinnerung} other {# Erinnerungen}} entfernen",
  },
  confirmDelete: {
    title: "{count, plural, one {Diese Erinnerung} other {# Erinnerungen}} löschen?",
    kept: "{count, plural, one {Sie bleibt} other {Sie bleiben}} {days, plural, one {# Tag} other {# Tage}} im Papierkorb.",
    final:
      "Der Papierkorb ist aus: Was du löschst, ist in Memoram weg, für jedes Programm, das es liest. Das ist endgültig: Niemand kann es zurückholen.",
    unknown:
      "Was du löschst, ist in Memoram weg, für jedes Programm, das es liest. Ob der Papierkorb Kopien behält, war nicht zu erfahren: Es kann endgültig sein.",
    submit: "{count, plural, one {# Erinnerung} other {# Erinnerungen}} löschen",
  },

  jobs: "Änderungen an vielen Erinnerungen",
  job: {
    addTags: "{tags} hinzufügen",
    removeTags: "{tags} entfernen",
    replaceTags: "Aus {from} wird {to}",
    setImportance: "Wichtigkeit {level} setzen",
    clearImportance: "Wichtigkeit entfernen",
    delete: "Löschen",
    restore: "Wiederherstellen",
    deleteForEver: "Endgültig löschen",
  },
  jobDone: {
    addTags: "{tags} hinzugefügt",
    removeTags: "{tags} entfernt",
    replaceTags: "Aus {from} wurde {to}",
    setImportance: "Wichtigkeit {level} gesetzt",
    clearImportance: "Wichtigkeit entfernt",
    delete: "Gelöscht",
    restore: "Wiederhergestellt",
    deleteForEver: "Endgültig gelöscht",
  },
  quoted: "„{name}“",
  progress: "Fortschritt",
  done: "{done, number} von {total, number} erledigt",
  doneAndFailed: "{done, number} von {total, number} erledigt, {failed, number} gescheitert",
  result: "{done, number} erledigt",
  resultAndFailed: "{done, number} erledigt, {failed, number} gescheitert",
  unchanged: "{count, plural, one {# war} other {# waren}} schon so",
  goneBefore: "{count, plural, one {# war} other {# waren}} schon gelöscht",
  cancelled: "Abgebrochen: {done, number} erledigt, {skipped, number} unverändert gelassen",
  cancelledAndFailed:
    "Abgebrochen: {done, number} erledigt, {failed, number} gescheitert, {skipped, number} unverändert gelassen",
  cancelling: "Wird abgebrochen. Was schon läuft, geht noch zu Ende.",
  waiting: "Wartet auf die Änderung davor",
  pausedByPerson: "Angehalten",
  pausedByLimit:
    "Memoram bittet um eine Pause. In {seconds, plural, one {# Sekunde} other {# Sekunden}} geht es von selbst weiter.",
  pausedByLimitNow: "Memoram bat um eine Pause. Jetzt geht es weiter.",
  pausedByOutage:
    "Memoram ist nicht erreichbar. Nächster Versuch von selbst in {seconds, plural, one {# Sekunde} other {# Sekunden}}.",
  pausedByOutageNow: "Memoram war nicht erreichbar. Es wird gerade erneut versucht.",
  pausedOffline:
    "Es kommt keine Antwort. Sobald eine Verbindung da ist, geht es von selbst weiter.",
  pause: "Anhalten",
  goOn: "Weiter",
  cancel: "Abbrechen",
  retry: "Diese {count, number} erneut versuchen",
  dismiss: "Schließen",
  failedOnes: "{count, plural, one {Die gescheiterte} other {Die # gescheiterten}}",
  moreFailed: "und {count, number} weitere",
  failedItem: "<title></title>: {reason}",
  changedElsewhere: "Sie wurde inzwischen anderswo geändert.",
  goneAlready: "Sie ist nicht mehr da.",
  tooManyTags: "Sie hätte dann mehr als {limit} Schlagwörter.",
  signInAgain: "Neu anmelden",
  opensTab: "öffnet einen neuen Tab",
  toConnection: "Zur Verbindung",
  undo: "Rückgängig",
  undone: "Sie bleiben {days, plural, one {# Tag} other {# Tage}} im Papierkorb.",
  undonePart:
    "{count, plural, one {# davon bleibt} other {# davon bleiben}} {days, plural, one {# Tag} other {# Tage}} im Papierkorb.",
  toTrash: "Papierkorb öffnen",
  newIds:
    "Memoram hat den wiederhergestellten neue Kennungen gegeben. Links auf die alten führen ins Leere.",
  toMemories: "Zu deinen Erinnerungen",

  announce: {
    started: "{job}: {total, plural, one {# Erinnerung} other {# Erinnerungen}}",
    part: "{percent, number} Prozent: {done, number} von {total, number} erledigt",
    partAndFailed:
      "{percent, number} Prozent: {done, number} von {total, number} erledigt, {failed, number} gescheitert",
    ended: "{job}: {result}",
    stopped: "{job}: {reason}",
    pausedByLimit: "Memoram bittet um eine Pause. Danach geht es von selbst weiter.",
    pausedByOutage: "Memoram ist nicht erreichbar. Sobald es antwortet, geht es von selbst weiter.",
  },
};
