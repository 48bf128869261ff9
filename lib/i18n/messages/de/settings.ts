import type { settings as en } from "@/lib/i18n/messages/en/settings";
import type { Translated } from "@/lib/i18n/translated";

export const settings: Translated<typeof en> = {
  appearance: "Aussehen",
  keptInBrowser: "Gilt in diesem Browser.",
  colours: "Farben",
  themeSystem: "System",
  themeLight: "Hell",
  themeDark: "Dunkel",
  language: "Sprache",
  languageOfBrowser: "Wie der Browser es sagt",

  connection: "Verbindung",
  connectionDescription: "Deine Erinnerungen liegen in Memoram; das ist der Weg dorthin.",
  connectionUnread: "Deine Verbindung ließ sich nicht lesen",
  loadingConnection: "Deine Verbindung wird geladen",
  status: "Stand",
  requested: "Angefragt",
  connectedSince: "Verbunden seit",
  decided: "Entschieden",
  key: "Schlüssel",
  keyVersion: "Version {version}, verschlüsselt auf dem Server gespeichert",
  states: {
    none: { state: "Nicht verbunden", action: "Verbinden" },
    authorized: {
      state: "Mit Memoram angemeldet, Zugriff noch nicht angefragt",
      action: "Um Zugriff bitten",
    },
    pending: { state: "Wartet auf deine Freigabe in Memoram", action: "Anfrage ansehen" },
    approved: { state: "Verbunden", action: "Verbindung ansehen" },
    rejected: { state: "Du hast die Anfrage in Memoram abgelehnt", action: "Erneut fragen" },
    revoked: { state: "Du hast den Zugriff in Memoram zurückgenommen", action: "Erneut fragen" },
    disconnected: { state: "Getrennt", action: "Wieder verbinden" },
  },

  disconnect: "Trennen",
  disconnectQuestion: "Verbindung zu Memoram trennen?",
  disconnectErases:
    "Keepsake löscht deinen Memory Key und deinen Schlüssel und kann deine Erinnerungen dann nicht mehr lesen. Sie bleiben in Memoram, wie sie sind, und du bleibst hier angemeldet.",
  disconnectErasesCopies:
    "Auch die Kopien im Papierkorb und die früheren Fassungen von Erinnerungen, die Keepsake aufbewahrt, werden gelöscht.",
  disconnectLeaves:
    "Auch die freigegebene Anfrage bleibt, bis du sie in deinem <link>Memoram-Dashboard</link> zurücknimmst. Wenn du dich wieder anmeldest, bist du wieder verbunden.",
  stayConnected: "Verbunden bleiben",
  stillConnected: "Keepsake ist noch verbunden",
  disconnected: "Getrennt. Deine Schlüssel sind hier gelöscht.",

  account: "Konto",
  accountDescription: "Die Wege, dich anzumelden, die zu deinen Erinnerungen führen.",
  linked: "Verknüpft",
  link: "{name} verknüpfen",
  linkFailed: "Das Verknüpfen konnte nicht beginnen",
};
