import type { ui as en } from "@/lib/i18n/messages/en/ui";
import type { Translated } from "@/lib/i18n/translated";

export const ui: Translated<typeof en> = {
  home: "Keepsake, zum Anfang",
  backToStart: "Zurück zum Anfang",
  messages: "Meldungen",

  level: "{label} {value}",
  levelNotSet: "{label}: keine Angabe",
  levelOutside: "{label} {value}, außerhalb von 0 bis 1",
  notSet: "Keine Angabe",
  outside: "{value}, außerhalb von {min} bis {max}",
  clear: "Leeren",

  stepDone: "erledigt",
  stepCurrent: "jetzt an der Reihe",
  stepFailed: "angehalten",
  stepTodo: "kommt noch",

  failureTitle: "Diese Seite ließ sich nicht anzeigen",
  failureDetail:
    "In Keepsake ist etwas fehlgeschlagen. Deine Erinnerungen liegen in Memoram und sind, wie sie waren. Versuch es erneut oder fang von vorn an.",
  failureDigest: "Wenn es wieder geschieht, nenne diese Anfrage: <code>{digest}</code>",
};
