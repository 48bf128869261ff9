import type { activity as en } from "@/lib/i18n/messages/en/activity";
import type { Translated } from "@/lib/i18n/translated";

export const activity: Translated<typeof en> = {
  title: "Aktivität",
  lead: "Was du mit Keepsake getan hast, und wann. Erinnerungen stehen hier nur mit ihrer Kennung, nie mit ihrem Inhalt. Löschst du dein Konto, ist auch das hier weg.",
  loading: "Deine Aktivität wird geladen",
  failed: "Deine Aktivität ließ sich nicht lesen",
  failedMore: "Die nächsten Einträge ließen sich nicht lesen",
  whatIsLoaded: "Was geladen ist, bleibt.",
  loadMore: "Mehr laden",
  loadingMore: "Weitere werden geladen",
  emptyTitle: "Noch ist nichts aufgezeichnet",
  emptyText: "Was du von jetzt an tust, steht hier.",
  noneTitle: "Nichts passt",
  noneText: "Von dieser Art wurde in diesen Tagen nichts aufgezeichnet.",
  clearFilters: "Filter aufheben",
  list: "Aktivität",
  shown: "{count, plural, one {# Eintrag} other {# Einträge}} gezeigt",

  filter: {
    label: "Art",
    all: "Alles",
    created: "Neu",
    edited: "Geändert",
    deleted: "Gelöscht",
    restored: "Wiederhergestellt",
    connection: "Verbindung",
    account: "Konto",
    from: "Von",
    to: "Bis",
    inverted: "Der erste Tag liegt nach dem letzten: So kann nichts passen.",
  },

  aMemory: "eine Erinnerung",
  gone: "nicht mehr da",
  acts: {
    signIn: "Angemeldet",
    signOut: "Abgemeldet",
    sessionEnded:
      "{count, plural, one {Eine andere Sitzung beendet} other {# andere Sitzungen beendet}}",
    connect: "Memoram verbunden",
    ask: "Memoram um Zugriff gebeten",
    approve: "Zugriff in Memoram freigegeben",
    reject: "Zugriff in Memoram abgelehnt",
    revoke: "Zugriff in Memoram zurückgenommen",
    disconnect: "Memoram getrennt",
    create: "Angelegt: <memory></memory>",
    edit: "Geändert: <memory></memory>",
    delete: "Gelöscht: <memory></memory>",
    restore: "Aus dem Papierkorb geholt: <memory></memory>",
    restoreVersion: "Auf eine frühere Fassung zurückgesetzt: <memory></memory>",
    erase: "Kopie endgültig gelöscht: <memory></memory>",
    empty: "Papierkorb geleert: {count, plural, one {# Kopie} other {# Kopien}}",
    export: "Heruntergeladen, was Keepsake speichert",
    other: "Etwas, wofür diese Version von Keepsake keine Worte hat",
  },
  unknown: {
    one: "Es kam keine Antwort: Vielleicht ist es nicht geschehen.",
    job: "Für {count, plural, one {# davon} other {# davon}} kam keine Antwort: Vielleicht ist es nicht geschehen.",
  },
  jobs: {
    addTags:
      "Schlagwörter zu {count, plural, one {# Erinnerung} other {# Erinnerungen}} hinzugefügt",
    removeTags:
      "Schlagwörter von {count, plural, one {# Erinnerung} other {# Erinnerungen}} entfernt",
    replaceTags:
      "Schlagwörter in {count, plural, one {# Erinnerung} other {# Erinnerungen}} umbenannt",
    setImportance:
      "Wichtigkeit von {count, plural, one {# Erinnerung} other {# Erinnerungen}} gesetzt",
    delete: "{count, plural, one {# Erinnerung} other {# Erinnerungen}} gelöscht",
    restore: "{count, plural, one {# Erinnerung} other {# Erinnerungen}} wiederhergestellt",
    erase: "{count, plural, one {# Kopie} other {# Kopien}} endgültig gelöscht",
    other: "{count, plural, one {# Änderung} other {# Änderungen}} anderer Art",
  },
  jobList: "Einzelne Änderungen",
};
