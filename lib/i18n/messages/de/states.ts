import type { states as en } from "@/lib/i18n/messages/en/states";
import type { Translated } from "@/lib/i18n/translated";

export const states: Translated<typeof en> = {
  offline:
    "Dieses Gerät ist offline. Was geladen ist, bleibt hier; Keepsake macht von selbst weiter.",
  unreachable: "Keepsake antwortet nicht. Was geladen ist, bleibt hier.",
  nextTry: "Nächster Versuch in {seconds, plural, one {# Sekunde} other {# Sekunden}}",
  trying: "Neuer Versuch …",
  tryNow: "Jetzt versuchen",
  back: "Wieder verbunden",
  slowReading: "Memoram antwortet langsam. Keepsake wartet weiter.",
  slowSaving: "Memoram antwortet langsam. Deine Worte bleiben so lange hier.",
  againIn: "Wieder in {seconds, plural, one {# Sekunde} other {# Sekunden}}",
};
