import type { tagPage as en } from "@/lib/i18n/messages/en/tag-page";
import type { Translated } from "@/lib/i18n/translated";

export const tagPage: Translated<typeof en> = {
  title: "Schlagwörter",
  count:
    "{tags, plural, =0 {Kein Schlagwort} one {# Schlagwort} other {# Schlagwörter}} an {memories, plural, one {# Erinnerung} other {# Erinnerungen}}",
  reading: "Deine Erinnerungen werden gelesen.",
  stillReading:
    "Deine Erinnerungen werden noch gelesen: bisher {memories, number}. Die Zahlen können noch wachsen.",
  slow: "Memoram lässt sich Zeit.",
  partlyRead:
    "Nur {memories, plural, one {# Erinnerung konnte} other {# Erinnerungen konnten}} gelesen werden, die Zahlen können also zu niedrig sein",
  notRead: "Deine Erinnerungen konnten nicht gelesen werden",
  loading: "Deine Schlagwörter werden gezählt",

  find: "Schlagwort suchen",
  sortBy: "Sortieren",
  sorts: { name: "Nach Name", count: "Meistbenutzt", used: "Zuletzt benutzt" },
  fitting:
    "{count, plural, =0 {Kein Schlagwort passt} one {# Schlagwort passt} other {# Schlagwörter passen}}",

  table: "Schlagwörter an Erinnerungen",
  name: "Name",
  memories: "Erinnerungen",
  lastUsed: "Zuletzt benutzt",
  actions: "Aktionen",
  countAndMore: "≥ {count, number}",
  atLeast: "bisher {count, number}",
  switchedOff: "In Memoram ausgeschaltet",
  choose: "{name} auswählen",
  chooseAll:
    "{count, plural, one {Dieses Schlagwort auswählen} other {Alle # Schlagwörter auswählen}}",
  actionsFor: "Aktionen für {name}",

  show: "Erinnerungen zeigen",
  rename: "Umbenennen …",
  merge: "Zusammenführen mit …",
  remove: "Von allen Erinnerungen entfernen …",
  removeShort: "Entfernen …",

  selection: "Ausgewählte Schlagwörter",
  chosen: "{count, plural, one {# Schlagwort} other {# Schlagwörter}} ausgewählt",
  clear: "Auswahl aufheben",
  tooMany: "Höchstens {max, number} Schlagwörter lassen sich auf einmal ändern.",

  unused: "An keiner Erinnerung",
  unusedWhy: "Memoram behält diese Namen; es gibt dort keinen Aufruf, der sie entfernt.",
  noTags: "Noch keine Schlagwörter",
  noTagsWhy: "Gib einer Erinnerung ein Schlagwort, dann erscheint es hier.",
  nothingFits: "Kein Schlagwort heißt so",
  nothingFitsWhat: "Unter deinen Schlagwörtern passt nichts zu „<typed></typed>“.",
  showAll: "Alle Schlagwörter zeigen",
  tagsUnread: "Farben und Beschreibungen konnten nicht gelesen werden",
  tagsUnreadMeans: "Die Zahlen kommen aus deinen Erinnerungen und stimmen.",

  renameTitle:
    "{count, plural, one {Dieses Schlagwort umbenennen} other {# Schlagwörter umbenennen}}",
  mergeTitle:
    "{count, plural, one {Dieses Schlagwort mit einem anderen zusammenführen} other {# Schlagwörter zu einem zusammenführen}}",
  removeTitle:
    "{count, plural, one {Dieses Schlagwort} other {# Schlagwörter}} von allen Erinnerungen entfernen",
  newName: "Neuer Name",
  mergeInto: "Zusammenführen zu",
  targetHint: "Höchstens 64 Zeichen, kein Komma.",
  joins:
    "„{name}“ gibt es schon, an {count, plural, one {# Erinnerung} other {# Erinnerungen}}: Es nimmt diese auf.",
  problems: {
    missing: "Gib einen Namen ein oder wähle ein Schlagwort.",
    same: "Gib einen anderen Namen ein als den jetzigen.",
  },
  renameNow: "An {count, plural, one {# Erinnerung} other {# Erinnerungen}} umbenennen",
  mergeNow: "An {count, plural, one {# Erinnerung} other {# Erinnerungen}} zusammenführen",
  removeNow: "Von {count, plural, one {# Erinnerung} other {# Erinnerungen}} entfernen",
  removeMeans:
    "{count, plural, one {Die Erinnerungen bleiben, ohne dieses Schlagwort. Memoram behält seinen Namen.} other {Die Erinnerungen bleiben, ohne diese Schlagwörter. Memoram behält ihre Namen.}}",
  busy: "„<name></name>“ gehört zu einer Änderung, die noch nicht fertig ist. Bring die zuerst zu Ende oder gib sie auf.",
  readingFirst:
    "Deine Erinnerungen werden noch gelesen: bisher {count, number}. Es kann beginnen, sobald alle da sind.",
  cannotBegin: "Das kann erst beginnen, wenn alle Erinnerungen gelesen sind",
  notBegun: "Es wurde nichts begonnen",

  preview: "Was sich ändert",
  willChange:
    "{count, plural, =0 {Keine Erinnerung trägt es: Nichts ändert sich.} one {# Erinnerung ändert sich.} other {# Erinnerungen ändern sich.}}",
  willChangeSoFar:
    "{count, plural, one {# Erinnerung ändert sich} other {# Erinnerungen ändern sich}}, von den bisher gelesenen.",
  alreadyCarry:
    "{count, plural, one {# davon hat} other {# davon haben}} „<name></name>“ schon, und danach nur einmal.",
  carryAfter:
    "Danach {count, plural, one {trägt # Erinnerung} other {tragen # Erinnerungen}} „<name></name>“.",
  calls:
    "Memoram kann kein Schlagwort umbenennen: Keepsake ändert {count, plural, one {diese Erinnerung} other {jede der # Erinnerungen einzeln, vier zugleich}}.",
  callsRemove:
    "Keepsake ändert {count, plural, one {diese Erinnerung} other {jede der # Erinnerungen einzeln, vier zugleich}}.",
  firstOnes: "Die ersten",
  before: "Vorher",
  after: "Nachher",
  noTagLeft: "kein Schlagwort",
  andMore: "und {count, number} weitere",

  quoted: "„{name}“",
  stopped: "Aus {from} wird {to}: Das ist unterwegs stehen geblieben",
  left: "{count, plural, one {# Erinnerung trägt} other {# Erinnerungen tragen}} noch den alten Namen. Weitermachen ändert nur noch diese.",
  leftUnknown: "Wie viele Erinnerungen noch den alten Namen tragen, wird gerade gezählt.",
  removing: {
    stopped: "Das Entfernen von {from} ist unterwegs stehen geblieben",
    left: "{count, plural, one {# Erinnerung trägt} other {# Erinnerungen tragen}} noch, was entfernt werden soll. Weitermachen ändert nur noch diese.",
    leftUnknown: "Wie viele Erinnerungen noch übrig sind, wird gerade gezählt.",
    elsewhere: "Ein anderer Tab entfernt gerade {from}",
  },
  goOn: "Weitermachen",
  giveUp: "Aufgeben",
  elsewhere: "In einem anderen Tab wird gerade aus {from} {to}",
  elsewhereMeans: "Lass jenen Tab offen, bis es fertig ist.",
};
