import type { list as en } from "@/lib/i18n/messages/en/list";
import type { Translated } from "@/lib/i18n/translated";

export const list: Translated<typeof en> = {
  heading: "Erinnerungen",

  search: {
    label: "Erinnerungen durchsuchen",
    clear: "Suche leeren",
    reach:
      "Sucht in Titel, Zusammenfassung, Inhalt, Schlagwörtern und Quelle. Jedes Wort muss vorkommen; Anführungszeichen halten Wörter zusammen, ein Minus schließt aus.",
  },

  count: {
    reading: "Deine Erinnerungen werden gelesen…",
    readSoFar: "{read, number} gelesen, es geht weiter",
    foundSoFar: "bisher {count, number} · {read, number} gelesen, es geht weiter",
    all: "{count, plural, one {# Erinnerung} other {# Erinnerungen}}",
    found: "{count, number} von {total, number}",
    foundInContent: "{count, number} von {total, number}, auch im Inhalt",
    readOnly: "{read, number} gelesen, der Rest fehlt",
    foundOnly: "{count, number} gefunden in {read, number} gelesenen",
  },

  exact: {
    label: "Was noch nicht genau ist",
    title: "Es wird noch gelesen",
    text: "Deine Erinnerungen werden noch gelesen und eine nach der anderen entschlüsselt. Bis alle da sind, zählt nur, was bisher gefunden ist, und überall in der Liste kann etwas dazukommen.",
    foot: "Es wird noch gelesen. Hier oder weiter oben kann noch etwas dazukommen.",
  },

  announce: {
    reading: "Deine Erinnerungen werden gelesen: bisher {read, number}.",
    finding:
      "Bisher {count, plural, one {passt #} other {passen #}}, von {read, number} gelesenen.",
    all: "Alles ist gelesen: {count, number}.",
    found: "{count, plural, =0 {Keine passt} one {# passt} other {# passen}}.",
  },

  sort: {
    button: "Reihenfolge und Dichte",
    label: "Reihenfolge",
    newest: "Neueste",
    oldest: "Älteste",
    changed: "Zuletzt geändert",
    importance: "Wichtigkeit",
    title: "Titel",
  },
  density: {
    label: "Dichte",
    comfortable: "Luftig",
    compact: "Kompakt",
  },

  select: {
    begin: "Erinnerungen auswählen",
    hint: "Wähle Erinnerungen, um sie zusammen zu ändern.",
  },

  row: {
    moreTags: "und {count, plural, one {# weiteres Schlagwort} other {# weitere Schlagwörter}}",
  },
  loading: "Erinnerungen werden geladen",
  newAbove: "{count, plural, one {# neue darüber} other {# neue darüber}}",
  findingPlace: "Es geht zurück an deine Stelle…",

  nothing: {
    title: "Noch ist nichts über dich aufbewahrt",
    text: "Was KI-Werkzeuge sich über Memoram von dir merken, erscheint hier. Du kannst auch selbst eine Erinnerung schreiben, damit sie sie finden.",
    write: "Die erste schreiben",
  },

  failed: {
    nothing: "Deine Erinnerungen konnten nicht gelesen werden",
    some: "Nicht alle Erinnerungen konnten gelesen werden",
    old: "Die Liste ist vielleicht nicht mehr aktuell",
    stays: "Was geladen ist, bleibt.",
    next: "Nächster Versuch in {seconds, plural, one {# Sekunde} other {# Sekunden}}.",
  },

  pager: {
    previous: "Vorige Erinnerung",
    next: "Nächste Erinnerung",
    place: "{place, number} von {count, number}",
    placeSoFar: "{place, number} von bisher {count, number}",
  },
};
