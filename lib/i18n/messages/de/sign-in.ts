import type { signIn as en } from "@/lib/i18n/messages/en/sign-in";
import type { Translated } from "@/lib/i18n/translated";

export const signIn: Translated<typeof en> = {
  plain: {
    title: "Melde dich an, um weiterzugehen",
    detail:
      "Keepsake zeigt dir, was KI-Werkzeuge in Memoram über dich aufbewahren. Memoram weiß, wer du bist; wir haben kein Passwort von dir.",
  },
  general: {
    title: "Die Anmeldung hat nicht geklappt",
    detail:
      "Auf dem Weg zwischen Memoram und Keepsake ist etwas fehlgeschlagen. Du bist nicht angemeldet, und deine Erinnerungen sind, wie sie waren. Fang von hier neu an.",
  },
  denied: {
    title: "Du hast Keepsake nicht zugelassen",
    detail:
      "Das hat uns Memoram gesagt, und mehr nicht: Nichts wurde geteilt, und deine Erinnerungen sind, wie sie waren. Wenn du es dir anders überlegst, fang von hier neu an.",
  },
  "code-rejected": {
    title: "Diese Anmeldung gilt nicht mehr",
    detail:
      "Eine Antwort von Memoram gilt einmal und nur kurz; diese war abgelaufen oder schon benutzt. Du bist nicht angemeldet, und deine Erinnerungen sind, wie sie waren. Fang von hier neu an.",
  },
  "state-mismatch": {
    title: "Diese Anmeldung hat nicht hier begonnen",
    detail:
      "Die Antwort gehört zu keiner Anmeldung in diesem Browser. Vielleicht hat es zu lange gedauert, sie wurde in einem anderen Browser geöffnet, oder dessen Cookies wurden gelöscht. Zu deiner Sicherheit haben wir sie nicht benutzt. Fang von hier neu an.",
  },
  "memoram-unavailable": {
    title: "Memoram ist nicht erreichbar",
    detail:
      "Deshalb konnten wir dich nicht fertig anmelden. Deine Erinnerungen sind dort sicher. Versuch es gleich noch einmal.",
  },
  "memoram-timeout": {
    title: "Memoram hat nicht rechtzeitig geantwortet",
    detail:
      "Deshalb konnten wir dich nicht fertig anmelden. Deine Erinnerungen sind dort sicher. Versuch es gleich noch einmal.",
  },
  "memoram-bad-response": {
    title: "Die Antwort von Memoram war nicht lesbar",
    detail:
      "Es war keine, die Keepsake versteht, also bist du nicht angemeldet. Deine Erinnerungen sind, wie sie waren. Versuch es gleich noch einmal.",
  },
  "memoram-credentials": {
    title: "Memoram weist diese Installation ab",
    detail:
      "Mit deinem Konto ist alles in Ordnung. Wer dieses Keepsake betreibt, muss seine Einstellungen berichtigen: Memoram erkennt seine Client-ID oder sein Geheimnis nicht an.",
  },
  "memoram-rate-limited": {
    title: "Memoram bittet um eine Pause",
    detail:
      "Es kamen zu viele Anfragen auf einmal, deshalb bist du noch nicht angemeldet. Warte eine Minute und versuch es erneut.",
  },
  "rate-limited": {
    title: "Zu viele Anmeldungen auf einmal",
    detail:
      "Aus deinem Netz kamen in einer Minute so viele, dass Keepsake um eine Pause bittet. Du bist noch nicht angemeldet. Warte eine Minute und versuch es dann erneut.",
  },
  "account-linked-elsewhere": {
    title: "Dieses Konto gehört zu einer anderen Anmeldung",
    detail:
      "Es ist in Keepsake schon mit jemand anderem verknüpft. Melde dich ab und dann so an wie beim ersten Mal. Niemandes Erinnerungen wurden geöffnet.",
  },
  "session-expired": {
    title: "Deine Sitzung ist zu Ende",
    detail:
      "Melde dich wieder an, um dort weiterzumachen, wo du warst. Deine Erinnerungen sind, wie du sie verlassen hast.",
  },
};
