import type { shell as en } from "@/lib/i18n/messages/en/shell";
import type { Translated } from "@/lib/i18n/translated";

export const shell: Translated<typeof en> = {
  skip: "Direkt zur Seite",
  allMemories: "Alle Erinnerungen",
  memories: "Erinnerungen",
  tagsUnread: "Die Schlagwörter ließen sich nicht lesen.",
  sandbox: "Sandbox: nicht deine echten Erinnerungen",
  stillSignedIn: "Du bist noch angemeldet: Keepsake hat nicht geantwortet. Versuch es erneut.",

  nothingHere: "Hier ist nichts",
  nothingTitle: "Unter dieser Adresse ist nichts",
  nothingDetail:
    "Vielleicht ist sie vertippt, oder was hier war, wurde gelöscht oder ist umgezogen.",
  problemTitle: "Ein Problem der API",
};
