type Pressed = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented" | "repeat"
> & { target: unknown };

/** What takes letters for itself: fields, and menus and lists that jump to a typed letter. */
const TYPING =
  "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=menu], [role=listbox], [role=combobox], [role=dialog], [role=alertdialog]";

/** Whether a key press may serve as a shortcut: one plain key, and nobody is typing. */
export function mayTakeKey(event: Pressed): boolean {
  if (event.defaultPrevented || event.isComposing || event.repeat) return false;
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) return false;
  return !isWithinTyping(event.target);
}

function isWithinTyping(target: unknown): boolean {
  return hasClosest(target) && target.closest(TYPING) !== null;
}

function hasClosest(target: unknown): target is { closest: (selector: string) => unknown } {
  return typeof target === "object" && target !== null && "closest" in target;
}
