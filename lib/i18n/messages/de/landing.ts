import type { landing as en } from "@/lib/i18n/messages/en/landing";
import type { Translated } from "@/lib/i18n/translated";

export const landing: Translated<typeof en> = {
  description:
    "Lies, berichtige, ordne und lösche, was KI-Werkzeuge in Memoram über dich aufbewahren.",
  hero: "Was sich KI über dich merkt, <em>in deiner eigenen Hand</em>",
  lead: "Deine Erinnerungen liegen in Memoram, versiegelt mit deinem Schlüssel. In Keepsake liest du sie, stellst sie richtig, ordnest sie und lässt sie gehen.",
  approval: "Du gibst frei, was Keepsake sehen darf, und kannst es zurücknehmen.",
  search: "Titel und Zusammenfassungen durchsuchen, nach Schlagwort filtern",
  correct: "Richtigstellen, was falsch ist, löschen, was weg soll",
  sealed: "Dein Schlüssel bleibt versiegelt auf dem Server",

  continueWith: "Weiter mit {name}",
  signInFailed: "Die Anmeldung konnte nicht beginnen",
  noAnswer: "Keepsake hat nicht geantwortet. Prüfe deine Verbindung und versuch es erneut.",

  breadTitle: "Endlich ein gutes Sauerteigbrot",
  bread: "78 % Hydration, 14 Stunden bei 5 °C, gebacken im kleinen Eisentopf.",
  food: "Essen",
  home: "Zuhause",
  trainTitle: "Fährt lieber Nachtzug, als kurz zu fliegen",
  train:
    "Verschläft eine Grenze lieber, als vor ihr anzustehen. Bucht Liegewagen auf der linken Seite, weg vom Gang.",
  travel: "Reisen",
  preferences: "Vorlieben",
  yours: "deins",
};
