import type { markdown as en } from "@/lib/i18n/messages/en/markdown";
import type { Translated } from "@/lib/i18n/translated";

export const markdown: Translated<typeof en> = {
  image: "Bild",
  imageOf: "Bild: {what}",
  table: "Tabelle",
  done: "Erledigt",
  notDone: "Nicht erledigt",
};
