type Pressed = Pick<KeyboardEvent, "key" | "shiftKey"> & Partial<Pick<KeyboardEvent, "code">>;

/**
 * The key that was pressed, as the table of commands names it; null for what can be none: a letter
 * with Shift, a modifier alone, a dead key.
 *
 * A sign is what the layout makes of it (`#` has a key of its own in Germany). A letter is the same
 * with and without Caps Lock. On a layout that has no Latin letters the place of the key counts
 * (`code`, UI Events), as it does for the shortcuts of the system there.
 */
export function keyOf({ key, code = "", shiftKey }: Pressed): string | null {
  if (key === "Delete" || key === "Enter") return shiftKey ? null : key;
  // A character may be two units long: 𞤀 of Adlam is a letter too.
  if ([...key].length !== 1) return null;
  if (!/\p{L}/u.test(key)) return key;
  if (shiftKey) return null;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return isLatin(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null);
}

const isLatin = (letter: string) => /\p{Script=Latin}/u.test(letter);
