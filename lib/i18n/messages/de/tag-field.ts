import type { tagField as en } from "@/lib/i18n/messages/en/tag-field";
import type { Translated } from "@/lib/i18n/translated";

export const tagField: Translated<typeof en> = {
  newTag: "neues Schlagwort",
  remove: "Das Schlagwort {name} entfernen",
  suggestions: "Vorschläge",
  noTags: "Keine Schlagwörter",
  chosen: "Schlagwörter: {names}",

  find: "Schlagwort suchen",
  choose: "Auswählen",
  loading: "Schlagwörter werden geladen …",
  unread: "Die Schlagwörter ließen sich nicht lesen.",
  none: "Es gibt noch keine Schlagwörter.",
  noMatch: "So heißt kein Schlagwort.",
  more: "Noch {count, number}: Tippe weiter.",
};
