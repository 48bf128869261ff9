type Pressed = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented"
> & {
  target: unknown;
  keyCode?: number;
  getModifierState?: (name: string) => boolean;
};

/**
 * What takes keys for itself: fields that are typed in, forms, menus and lists that jump to a typed
 * letter, and dialogs. A checkbox or a slider takes no letters.
 */
const TYPING = [
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=range])",
  "textarea",
  "select",
  "form",
  "[contenteditable]:not([contenteditable=false])",
  ...["textbox", "searchbox", "spinbutton", "combobox", "listbox", "menu", "menubar", "tree"].map(
    (role) => `[role=${role}]`,
  ),
  "[role=dialog]",
  "[role=alertdialog]",
].join(", ");

/** Whether a key press may serve as a shortcut: one plain key, and nobody is typing. */
export function mayTakeKey(event: Pressed): boolean {
  if (event.defaultPrevented || isComposing(event) || hasModifier(event)) return false;
  return !isWithinTyping(event.target);
}

/** Safari ends a composition before the key that ended it: there only `keyCode` tells. */
export function isComposing(event: Pick<Pressed, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === 229;
}

/**
 * Ctrl, Alt or Cmd held down, but for the way a sign is typed: on some layouts `#` needs AltGr,
 * which Windows reports as Ctrl and Alt, or on a Mac Option.
 */
function hasModifier(event: Pressed): boolean {
  if (event.metaKey) return true;
  if (!event.ctrlKey && !event.altKey) return false;
  if (!/^[#/?]$/.test(event.key)) return true;
  const isAltGraph = event.getModifierState?.("AltGraph") ?? false;
  return !isAltGraph && event.ctrlKey;
}

function isWithinTyping(target: unknown): boolean {
  return hasClosest(target) && target.closest(TYPING) !== null;
}

function hasClosest(target: unknown): target is { closest: (selector: string) => unknown } {
  return typeof target === "object" && target !== null && "closest" in target;
}
