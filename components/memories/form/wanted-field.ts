import { formFields } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";

export type FieldName = keyof MemoryForm;

/** A word as it was read: which one, and how many of the same stand before it. */
export type Word = { text: string; before: number };

type Wanted = { id: string; field: FieldName; word: Word | null };

let wanted: Wanted | null = null;

/** The form of this memory shall begin in this field, at the word if there is one. */
export function wantField(id: string, field: FieldName, word: Word | null = null): void {
  wanted = { id, field, word };
}

/** Where the form of this memory shall begin; null for wherever it likes. Forgotten once told. */
export function takeWantedField(id: string | null): Wanted | null {
  const told = wanted?.id === id ? wanted : null;
  // React mounts twice in development, both times before this runs.
  if (told) queueMicrotask(() => (wanted = wanted === told ? null : wanted));
  return told;
}

export const isFieldName = (name: string | undefined): name is FieldName =>
  formFields.some((field) => field === name);

/** The word that is selected within `element`, as a double click selects one. */
export function selectedWord(element: Element, selection: Selection | null): Word | null {
  const text = selection?.toString().trim() ?? "";
  if (!selection || selection.rangeCount === 0 || text === "") return null;
  const until = document.createRange();
  until.selectNodeContents(element);
  const { startContainer, startOffset } = selection.getRangeAt(0);
  if (!element.contains(startContainer)) return null;
  until.setEnd(startContainer, startOffset);
  return { text, before: until.toString().split(text).length - 1 };
}

/** Where the word stands in the text as it is written; null when it is not there so often. */
export function findWord(text: string, { text: word, before }: Word): number | null {
  let at = text.indexOf(word);
  for (let nth = 0; nth < before && at >= 0; nth++) at = text.indexOf(word, at + word.length);
  return at < 0 ? null : at;
}
