import fc from "fast-check";
import type { Memory } from "@/lib/contract/memory";

/** A memory of which a test says only what matters to it. */
export function memoryOf(fields: Partial<Memory> = {}): Memory {
  return {
    id: "a",
    title: null,
    summary: null,
    content: "content",
    contentState: "decrypted",
    tags: [],
    tagIds: [],
    importance: null,
    confidence: null,
    source: null,
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    ...fields,
  };
}

const times = fc.constantFrom(
  "2026-01-01T00:00:00.000Z",
  "2026-01-01T00:00:00Z",
  "2026-03-01T12:30:00.000Z",
  "2026-03-29T01:30:00+01:00",
  "no time at all",
);

const level = fc.option(fc.constantFrom(0, 0.2, 0.5, 0.8, 1, 4));

/** A few values each, so that memories agree in some fields and differ in others. */
export const anyMemory: fc.Arbitrary<Memory> = fc.record({
  id: fc.constantFrom(..."abcdefghijklmnop"),
  title: fc.option(fc.constantFrom("", "  ", "Äpfel", "apfel", "10 rules", "9 lives", "Straße")),
  summary: fc.option(fc.constantFrom("Night train", "ﬁn")),
  content: fc.option(fc.constantFrom("one two", "two\n\nthree", "")),
  contentState: fc.constantFrom("decrypted", "plaintext", "undecryptable"),
  tags: fc.array(fc.constantFrom("red", "green", "a,b"), { maxLength: 4 }),
  tagIds: fc.constant([]),
  importance: level,
  confidence: level,
  source: fc.option(fc.constantFrom("", "claude", "a,b")),
  createdAt: times,
  updatedAt: times,
});

/** A list as the collection has it: no id twice. */
export const anyMemories = fc.uniqueArray(anyMemory, { selector: ({ id }) => id, maxLength: 16 });

/** Several states of a collection, one after the other, sharing what did not change. */
export const anyHistory: fc.Arbitrary<Memory[][]> = fc
  .array(fc.record({ put: anyMemories, drop: fc.array(fc.constantFrom(..."abcdefghijklmnop")) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => {
    const known = new Map<string, Memory>();
    return steps.map(({ put, drop }) => {
      for (const memory of put) known.set(memory.id, memory);
      for (const id of drop) known.delete(id);
      return [...known.values()];
    });
  });
