import type { connect as en } from "@/lib/i18n/messages/en/connect";
import type { Translated } from "@/lib/i18n/translated";

export const connect: Translated<typeof en> = {
  pageTitle: "Mit Memoram verbinden",
  region: "Verbindung",
  unknown: {
    title: "Deine Verbindung",
    lead: "Wie Keepsake zu Memoram steht.",
  },

  none: {
    title: "Mit Memoram verbinden",
    lead: "Dort liegen deine Erinnerungen. Memoram fragt dich, nicht uns, ob Keepsake sie lesen und ändern darf.",
    announcement: "Nicht mit Memoram verbunden.",
  },
  authorized: {
    title: "Bitte um Zugriff",
    lead: "Memoram fragt dich, nicht uns, ob Keepsake deine Erinnerungen lesen und ändern darf.",
    announcement: "Du bist mit Memoram angemeldet. Der Zugriff ist noch nicht angefragt.",
  },
  pending: {
    title: "Nur deine Freigabe fehlt noch",
    lead: "Memoram fragt dich, nicht uns, ob Keepsake deine Erinnerungen lesen und ändern darf.",
    announcement: "Zugriff angefragt. Deine Freigabe in Memoram fehlt noch.",
  },
  approved: {
    title: "Deine Erinnerungen sind offen",
    lead: "Memoram hat deine Freigabe, und Keepsake hat den Schlüssel, versiegelt.",
    announcement: "Freigegeben. Deine Erinnerungen werden geöffnet.",
  },
  rejected: {
    title: "Du hast in Memoram Nein gesagt",
    lead: "Also liest Keepsake nichts, und deine Erinnerungen sind, wie sie waren. Du kannst jederzeit erneut fragen.",
    announcement: "Die Anfrage wurde in Memoram abgelehnt.",
  },
  revoked: {
    title: "Du hast den Zugriff zurückgenommen",
    lead: "Keepsake hat deinen Schlüssel gelöscht und liest nichts mehr. Deine Erinnerungen sind, wie sie waren, in Memoram.",
    announcement: "Der Zugriff wurde in Memoram zurückgenommen.",
  },
  disconnected: {
    title: "Keepsake ist getrennt",
    lead: "Deine Schlüssel sind hier gelöscht. Deine Erinnerungen sind, wo sie immer waren: in Memoram.",
    announcement: "Von Memoram getrennt.",
  },

  steps: "Schritte zur Verbindung",
  signIn: "Mit Memoram anmelden",
  signInAgain: "Wieder mit Memoram anmelden",
  signedIn: "Mit Memoram angemeldet",
  keyPasted: "Memory Key eingefügt",
  ask: "Memoram um Zugriff bitten",
  askDetail: "Keepsake schickt eine Anfrage, und du entscheidest in Memoram darüber.",
  asked: "Zugriff angefragt",
  approval: "Deine Freigabe, in Memoram",
  approvalPending: "Wartet auf deine Freigabe",
  approvalPendingDetail:
    "Öffne dein Memoram-Dashboard und gib die Anfrage von Keepsake frei. Diese Seite geht von selbst weiter.",
  approvalGiven: "Von dir freigegeben",
  approvalRejected: "Du hast die Anfrage abgelehnt",
  approvalRejectedDetail:
    "War das ein Versehen? Frag erneut, dann zeigt dir Memoram eine neue Anfrage.",
  approvalRevoked: "Du hast den Zugriff zurückgenommen",
  approvalRevokedDetail:
    "Um deine Erinnerungen hier wieder zu lesen, frag erneut und gib die neue Anfrage frei.",
  keyArrives: "Dein Schlüssel kommt, versiegelt",
  keyArrived: "Dein Schlüssel ist da, versiegelt",
  keyDetail: "Er wird verschlüsselt gespeichert und verlässt den Server nie.",

  connectAgain: "Wieder verbinden",
  askForAccess: "Um Zugriff bitten",
  askAgain: "Erneut fragen",
  notAsked: "Der Zugriff ließ sich nicht anfragen",
  asksByItself: "Keepsake fragt von selbst alle paar Sekunden erneut.",
  quote: "„{reason}“",
  openDashboard: "Memoram-Dashboard öffnen",
  inNewTab: ", in einem neuen Tab",
  checked: "Geprüft {since}",
  noAnswer: "Keine Antwort, neuer Versuch läuft. Zuletzt geprüft {since}",

  paste: "Stattdessen einen Memory Key einfügen",
  memoryKey: "Memory Key",
  memoryKeyHint:
    "So, wie du ihn in Memoram kopiert hast. Memoram bittet dich trotzdem, die Anfrage freizugeben.",
  hideKey: "Schlüssel verbergen",
  showKey: "Schlüssel zeigen",
  keyNotUsed: "Der Schlüssel ließ sich nicht benutzen",
  connectWithKey: "Mit diesem Schlüssel verbinden",
};
