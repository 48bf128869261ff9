import type { account as en } from "@/lib/i18n/messages/en/account";
import type { Translated } from "@/lib/i18n/translated";

export const account: Translated<typeof en> = {
  sessions: {
    section: "Wo du angemeldet bist",
    description: "Beendest du eine Sitzung, ist jener Browser sofort abgemeldet.",
    loading: "Deine Sitzungen werden geladen",
    unread: "Deine Sitzungen ließen sich nicht lesen",
    list: "Sitzungen",
    current: "dieser Browser",
    browserOn: "{browser} auf {system}",
    aBrowser: "Ein Browser",
    since: "Angemeldet <time></time>",
    seen: "zuletzt gesehen <time></time>",
    end: "Beenden",
    endName: "Sitzung von {name} beenden",
    endOthers: "Alle anderen beenden",
    endOthersQuestion: "Alle anderen Sitzungen beenden?",
    endOthersText:
      "{count, plural, one {Ein anderer Browser wird} other {# andere Browser werden}} sofort abgemeldet. Dieser bleibt angemeldet.",
    ended: "Sitzung beendet",
    endedOthers: "{count, plural, one {Eine Sitzung beendet} other {# Sitzungen beendet}}",
    notEnded: "Die Sitzung wurde nicht beendet",
    notEndedOthers: "Die anderen Sitzungen wurden nicht beendet",
    keepThem: "Behalten",
  },
  data: {
    section: "Deine Daten",
    description: "Was Keepsake selbst über dich speichert. Deine Erinnerungen liegen in Memoram.",
    activity: "Deine Aktivität ansehen",
    download: "Deine Daten herunterladen",
    downloadHint:
      "Eine JSON-Datei: dein Profil und deine Sitzungen, der Stand der Verbindung, Einstellungen, Aktivität, dazu Papierkorb und frühere Fassungen, geöffnet. Schlüssel und Token werden genannt, aber ausgelassen.",
    notDownloaded: "Deine Daten wurden nicht heruntergeladen",
    downloaded: "Heruntergeladen",
    delete: "Dein Konto löschen",
    deleteHint:
      "Löscht alles, was in dieser Datei steht, und jeden Schlüssel und jede Sitzung. Memoram behält deine Erinnerungen.",
  },
  deletion: {
    title: "Dein Konto löschen?",
    erases:
      "Keepsake löscht alles, was es über dich speichert: Profil, Sitzungen und Schlüssel, die Verbindung, Einstellungen, Aktivität, den Papierkorb und alle früheren Fassungen. Niemand kann das zurückholen.",
    leaves:
      "In Memoram geschieht nichts: Deine Erinnerungen bleiben dort, und auch der Zugriff, den du gegeben hast. Zurücknehmen oder ablehnen kannst du ihn in deinem <link>Memoram-Dashboard</link>.",
    type: "Tippe „{words}“, um fortzufahren",
    words: "Mein Konto löschen",
    submit: "Endgültig löschen",
    keep: "Mein Konto behalten",
    failed: "Dein Konto wurde nicht gelöscht",
  },
};
