import type { errors as en } from "@/lib/i18n/messages/en/errors";
import type { Translated } from "@/lib/i18n/translated";

export const errors: Translated<typeof en> = {
  offline:
    "Dieses Gerät ist offline. Nichts ist verloren: Versuch es erneut, sobald es verbunden ist.",
  noAnswer: "Keepsake hat nicht geantwortet. Prüfe deine Verbindung und versuch es erneut.",
  unreadableAnswer: "Die Antwort war keine, die Keepsake versteht. Versuch es gleich noch einmal.",
  pageFailed: "Auf dieser Seite ist etwas fehlgeschlagen. Versuch es erneut oder lade sie neu.",
  tagOperationsFull:
    "Zwanzig Änderungen an Schlagwörtern sind offen. Schließ zuerst eine ab oder gib sie auf.",
  copyLost: "Keepsake kann diese Kopie nicht mehr öffnen. Nichts wurde geändert.",
  refusedByMemoram: "Memoram nimmt diese Werte nicht an. Nichts wurde geändert.",
  request: "Anfrage {id}",
  toConnection: "Zur Verbindung",
  signInAgain: "Wieder anmelden",

  unauthenticated: {
    title: "Deine Sitzung ist zu Ende",
    detail: "Melde dich wieder an, um dort weiterzumachen, wo du warst.",
  },
  notConnected: {
    title: "Nicht mit Memoram verbunden",
    detail: "Deine Erinnerungen liegen in Memoram. Verbinde dich, um sie hier zu sehen.",
  },
  accessPending: {
    title: "Deine Freigabe fehlt noch",
    detail: "Memoram fragt dich, nicht uns, ob Keepsake deine Erinnerungen lesen darf.",
  },
  accessRejected: {
    title: "Du hast in Memoram Nein gesagt",
    detail: "Keepsake darf deine Erinnerungen nicht lesen. Du kannst jederzeit erneut fragen.",
  },
  accessRevoked: {
    title: "Du hast den Zugriff in Memoram zurückgenommen",
    detail: "Keepsake hat deinen Schlüssel gelöscht und kann deine Erinnerungen nicht mehr lesen.",
  },
  notFound: {
    title: "Diese Erinnerung gibt es hier nicht",
    detail:
      "Vielleicht wurde sie hier oder von einem anderen Werkzeug gelöscht, oder die Adresse stimmt nicht.",
  },
  memoramUnavailable: "Memoram ist gerade nicht erreichbar. Deine Erinnerungen sind dort sicher.",
  memoramTimeout: "Memoram hat zu lange für die Antwort gebraucht. Versuch es erneut.",
  memoramBadResponse:
    "Memoram hat eine Antwort geschickt, die Keepsake nicht lesen kann. Versuch es gleich noch einmal.",
  memoramCredentials:
    "Memoram weist diese Installation von Keepsake ab. Wer sie betreibt, muss ihre Einstellungen berichtigen.",
  internal: "In Keepsake ist etwas fehlgeschlagen. Geändert wurde nichts, was du sehen kannst.",
  shortPause: "{who} bittet um eine kurze Pause. Versuch es gleich noch einmal.",
  pauseSeconds: "{who} bittet um eine Pause. Versuch es in {seconds} s erneut.",
  pauseMinutes:
    "{who} bittet um eine Pause. Versuch es in {minutes, plural, one {# Minute} other {# Minuten}} erneut.",

  problems: {
    unauthenticated: {
      title: "Melde dich zuerst an",
      detail:
        "Deine Sitzung ist zu Ende oder hat nie begonnen. Melde dich an und versuch es erneut.",
    },
    "cross-site": {
      title: "Die Anfrage kam nicht von Keepsake",
      detail: "Diese Anfrage kam von keiner Seite von Keepsake, deshalb wurde nichts geändert.",
    },
    "malformed-json": {
      title: "Der Inhalt der Anfrage ist kein JSON",
      detail: "Er ließ sich nicht als JSON in UTF-8 lesen. Nichts wurde geändert.",
    },
    "unsupported-media-type": {
      title: "Der Inhalt der Anfrage muss application/json sein",
      detail: "Schick ihn mit Content-Type: application/json.",
    },
    "payload-too-large": {
      title: "Der Inhalt der Anfrage ist zu groß",
      detail: "Er darf höchstens 1 MiB groß sein. Nichts wurde geändert.",
    },
    "validation-failed": {
      title: "Manche Werte gehen so nicht",
      detail: "Manche Werte können nicht angenommen werden. Nichts wurde geändert.",
    },
    "not-found": {
      title: "Nicht gefunden",
      detail: "Hier ist nichts, oder es gehört dir nicht.",
    },
    "edit-conflict": {
      title: "Die Erinnerung wurde inzwischen geändert",
      detail:
        "Die Erinnerung wurde geändert, seit du sie geöffnet hast. Nichts wurde überschrieben: Lade die neuere Fassung und entscheide.",
    },
    "idempotency-mismatch": {
      title: "Der Schlüssel gehört zu einer anderen Anfrage",
      detail:
        "Dieser Idempotency-Key wurde schon mit einem anderen Inhalt benutzt. Nimm für eine neue Erinnerung einen neuen.",
    },
    "rate-limited": {
      title: "Zu viele Anfragen",
      detail: "Das waren zu viele Anfragen in kurzer Zeit. Warte ein wenig und versuch es erneut.",
    },
    "unreadable-content": {
      title: "Der Inhalt ist nicht lesbar",
      detail:
        "Der jetzige Inhalt ist nicht lesbar und wurde deshalb nicht überschrieben. Mit replaceUnreadable wird er ersetzt.",
    },
    "method-not-allowed": {
      title: "Diese Methode geht hier nicht",
      detail: "Diese Adresse kennt die Methode nicht.",
    },
    "not-connected": {
      title: "Nicht mit Memoram verbunden",
      detail: "Verbinde Keepsake zuerst mit deinem Konto bei Memoram.",
    },
    "access-pending": {
      title: "Deine Freigabe in Memoram fehlt noch",
      detail: "Gib zuerst die Anfrage von Keepsake in deinem Memoram-Dashboard frei.",
    },
    "access-rejected": {
      title: "Der Zugriff wurde in Memoram abgelehnt",
      detail: "Du hast die Anfrage von Keepsake in Memoram abgelehnt. Du kannst erneut fragen.",
    },
    "access-revoked": {
      title: "Der Zugriff wurde in Memoram zurückgenommen",
      detail: "Du hast Keepsake in Memoram den Zugriff entzogen. Du kannst erneut fragen.",
    },
    "memoram-unavailable": {
      title: "Memoram ist nicht erreichbar",
      detail: "Memoram ist gerade nicht erreichbar. Versuch es gleich noch einmal.",
    },
    "memoram-timeout": {
      title: "Memoram hat nicht rechtzeitig geantwortet",
      detail:
        "Memoram hat nicht rechtzeitig geantwortet. Falls du gerade gespeichert hast, sieh nach, ob die Änderung da ist, bevor du es erneut versuchst.",
    },
    "memoram-bad-response": {
      title: "Memoram hat eine unlesbare Antwort geschickt",
      detail:
        "Memoram hat eine Antwort geschickt, die Keepsake nicht lesen kann. Versuch es später erneut.",
    },
    "memoram-rate-limited": {
      title: "Memoram bittet um eine Pause",
      detail: "Memoram bittet um eine Pause. Warte ein wenig und versuch es erneut.",
    },
    "memoram-credentials": {
      title: "Memoram weist diese Installation von Keepsake ab",
      detail:
        "Memoram erkennt die Zugangsdaten dieser Installation von Keepsake nicht an. Wer sie betreibt, muss ihre Einstellungen berichtigen.",
    },
    internal: {
      title: "In Keepsake ist etwas fehlgeschlagen",
      detail: "In Keepsake ist etwas fehlgeschlagen. An dir liegt es nicht: Versuch es erneut.",
    },
  },
};
