import { findWord, takeWantedField } from "./wanted-field";

/**
 * Puts focus where writing begins: in the field that was asked for, at its word; else in the title.
 * On a touch screen nobody asked for the keyboard, which would jump over half of the form: there
 * the heading takes focus. Nothing scrolls, since the field stands where it was read.
 */
export function focusFirst(form: HTMLElement, heading: HTMLElement | null, id: string | null) {
  const wanted = takeWantedField(id);
  const isTouch = !window.matchMedia("(pointer: fine)").matches;
  if (!wanted && isTouch) return heading?.focus({ preventScroll: true });
  const selector = `[data-field="${wanted?.field ?? "title"}"] :is(textarea, input)`;
  const control = form.querySelector<HTMLElement>(selector);
  if (!control) return heading?.focus({ preventScroll: true });
  control.focus({ preventScroll: true });
  const word = wanted?.word;
  if (!word || !(control instanceof HTMLTextAreaElement)) return;
  const at = findWord(control.value, word);
  if (at !== null) control.setSelectionRange(at, at + word.text.length);
}
