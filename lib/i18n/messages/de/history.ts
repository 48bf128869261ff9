import type { history as en } from "@/lib/i18n/messages/en/history";
import type { Translated } from "@/lib/i18n/translated";

export const history: Translated<typeof en> = {
  versions: "Fassungen",
  count: "{count, plural, =0 {Keine Fassungen} one {# Fassung} other {# Fassungen}}",
  heading: "Frühere Fassungen",
  back: "Zurück zur Erinnerung",
  now: "So wie sie jetzt ist, geändert <time></time>",
  loading: "Die früheren Fassungen werden geladen",
  notRead: "Die früheren Fassungen konnten nicht gelesen werden",
  none: {
    title: "Keine früheren Fassungen",
    why: "Keepsake bewahrt die letzten 20, von der ersten Änderung an, die hier gemacht wird.",
  },
  until: "Bis <time></time>",
  changedThen: "Damals geändert: {fields}",
  sameAsNext: "Damals wurde nichts Sichtbares geändert",
  contentUnreadable: "Der Inhalt dieser Fassung ist nicht lesbar und wird darum nicht verglichen.",
  whole: "Diese Fassung ganz lesen",
  sameAsNow: "Die Erinnerung sagt jetzt dasselbe.",
  restore: "Diese Fassung wiederherstellen",
  ask: {
    title: "Diese Fassung wiederherstellen?",
    changes: "Das wird wieder, wie es damals war: {fields}. Alles andere bleibt, wie es jetzt ist.",
    unreadable:
      "Der Inhalt jener Fassung ist nicht lesbar. Er wird wieder so abgelegt, wie er gespeichert war.",
    kept: "Was die Erinnerung jetzt sagt, wird selbst eine Fassung. Du kannst also zurück.",
    show: "Zeigen, was sich ändert",
    confirm: "Wiederherstellen",
  },
  restored: "Wiederhergestellt. Was vorher dort stand, ist jetzt eine Fassung.",
  notRestored: "Nicht wiederhergestellt",
  changedMeanwhile:
    "Die Erinnerung wurde anderswo geändert, seit du sie geöffnet hast. Sieh sie dir noch einmal an und stelle dann wieder her.",
  kept: "Keepsake bewahrt die letzten 20 Fassungen, verschlüsselt, von Änderungen, die hier gemacht werden. Was ein anderes Werkzeug ändert, zeigt sich mit der nächsten Änderung hier.",
  difference: {
    added: "hinzugefügt",
    removed: "entfernt",
    leftOut: {
      same: "… {count, plural, one {# Zeichen} other {# Zeichen}} unverändert …",
      added: "… {count, plural, one {# weiteres Zeichen} other {# weitere Zeichen}} hinzugefügt …",
      removed: "… {count, plural, one {# weiteres Zeichen} other {# weitere Zeichen}} entfernt …",
    },
    showWhole: "Alles zeigen",
    showChanges: "Nur die Änderungen zeigen",
    reordered: "in anderer Reihenfolge",
    olderUnreadable: "Der frühere Inhalt ist nicht lesbar und wird darum nicht verglichen.",
    newerUnreadable: "Der spätere Inhalt ist nicht lesbar und wird darum nicht verglichen.",
  },
};
