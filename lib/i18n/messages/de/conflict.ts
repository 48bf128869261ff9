import type { conflict as en } from "@/lib/i18n/messages/en/conflict";
import type { Translated } from "@/lib/i18n/translated";

export const conflict: Translated<typeof en> = {
  heading: "Zwei Fassungen",
  lead: "Ein anderes Werkzeug oder ein anderer Tab hat diese Erinnerung geändert, während du geschrieben hast. Nichts von dir ist verloren, und nichts wurde überschrieben. Sag für jedes Feld, was gelten soll.",
  left: "{count, plural, =0 {Alles ist gewählt} one {Noch # Wahl} other {Noch # Wahlen}}",
  toChoose: "{count, plural, one {(noch # offen)} other {(noch # offen)}}",
  mine: "Deine",
  theirs: "Die neuere",
  merged: "Von Hand zusammengefügt",
  mergedHint: "Beginnt mit beiden, dann kürzt und ergänzt du.",
  base: "Wovon beide ausgingen",
  who: {
    mine: "Nur du hast es geändert",
    theirs: "Nur die neuere Fassung hat es geändert",
    both: "Beide haben es geändert: bitte wähle",
    together: "Beide haben sie geändert: zusammengefügt",
  },
  changedAgain: "Nach deiner Wahl hat es sich noch einmal geändert: bitte sieh nach",
  theirsUnreadable: "Was jetzt in Memoram liegt, ist nicht lesbar. Es bleibt, wie es ist.",
  replacesUnreadable:
    "Deine Fassung tritt an die Stelle von Inhalt, der nicht lesbar ist. Der ist dann fort.",
  merge: {
    label: "{field}, zusammengefügt",
    difference: "Von deiner zur neueren Fassung",
  },
  settled: "Die neuere Fassung gilt. Nichts von dir war anders.",
};
