import type { CreateMemory, Memory, MemoryForm, UpdateMemory } from "@/lib/contract/memory";

/** What the form shows of a memory. Missing text is empty text; what cannot be read is empty. */
export function toForm(memory: Memory): MemoryForm {
  return {
    title: memory.title ?? "",
    summary: memory.summary ?? "",
    content: memory.content ?? "",
    tags: memory.tags,
    importance: memory.importance,
    confidence: memory.confidence,
    source: memory.source ?? "",
  };
}

export const emptyForm: MemoryForm = {
  title: "",
  summary: "",
  content: "",
  tags: [],
  importance: null,
  confidence: null,
  source: "",
};

/**
 * Whether two values of one field say the same. A textarea turns every line ending into `\n`
 * (HTML, 4.10.11), so a different ending alone is no change that a person made.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === "string" && typeof b === "string") return newlines(a) === newlines(b);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => item === b[index]);
  }
  return a === b;
}

const newlines = (text: string) => text.replace(/\r\n?/g, "\n");

/** Every field of the form, in its order. */
export const formFields = [
  "title",
  "summary",
  "content",
  "tags",
  "importance",
  "confidence",
  "source",
] as const satisfies readonly (keyof MemoryForm)[];

/** The fields whose value differs from `initial`, in the form's order. */
export function changedFields(initial: MemoryForm, values: MemoryForm): (keyof MemoryForm)[] {
  return formFields.filter((field) => !sameValue(initial[field], values[field]));
}

/**
 * The PATCH body that turns `initial` into `values`: changed fields only, null for what was
 * emptied. Null when nothing changed. A value outside the rules that nobody touched is not sent.
 */
export function toPatch(initial: MemoryForm, values: MemoryForm): UpdateMemory | null {
  const changed = changedFields(initial, values);
  if (changed.length === 0) return null;
  const patch: UpdateMemory = {};
  for (const field of changed) {
    if (field === "content") patch.content = values.content;
    else if (field === "tags") patch.tags = values.tags;
    else if (field === "importance" || field === "confidence") patch[field] = values[field];
    else patch[field] = values[field] === "" ? null : values[field];
  }
  return patch;
}

/** The POST body for a filled form: what was left empty is left out. */
export function toCreate(values: MemoryForm): CreateMemory {
  const { content, title, summary, tags, importance, confidence, source } = values;
  return {
    content,
    ...(title !== "" && { title }),
    ...(summary !== "" && { summary }),
    ...(tags.length > 0 && { tags }),
    ...(importance !== null && { importance }),
    ...(confidence !== null && { confidence }),
    ...(source !== "" && { source }),
  };
}

/** The memory as it will be once `patch` is accepted; `now` is ISO 8601. */
export function applyPatch(memory: Memory, patch: UpdateMemory, now: string): Memory {
  const { replaceUnreadable: _, ...fields } = patch;
  const next: Memory = { ...memory, ...fields, updatedAt: now };
  if (patch.content !== undefined) next.contentState = "decrypted";
  return next;
}
