import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyForm, formFields, sameValue } from "@/lib/client/memory-patch";
import type { MemoryForm } from "@/lib/contract/memory";
import { mergeForms } from "./merge-forms";

const text = fc.constantFrom("", "one", "two", "a\nb", "a\r\nb");
const level = fc.option(fc.constantFrom(0, 0.5, 1));
const anyForm: fc.Arbitrary<MemoryForm> = fc.record({
  title: text,
  summary: text,
  content: text,
  tags: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 4 }),
  importance: level,
  confidence: level,
  source: text,
});

/** What holds of one field when nobody chooses. */
function merged<Field extends keyof MemoryForm>(
  field: Field,
  ...[base, mine, theirs]: [MemoryForm, MemoryForm, MemoryForm]
): MemoryForm[Field] {
  return mergeForms(base, mine, theirs)[field].merged;
}

describe("mergeForms", () => {
  const base = { ...emptyForm, title: "Title", content: "a\r\nb", importance: 0.5 };

  it("says who changed what", () => {
    const mine = { ...base, title: "Mine", summary: "Both", content: "a\nb", importance: null };
    const theirs = { ...base, source: "Theirs", summary: "Both", importance: 1 };
    const merge = mergeForms(base, mine, theirs);
    const states = Object.fromEntries(formFields.map((field) => [field, merge[field].state]));
    expect(states).toEqual({
      title: "mine",
      summary: "same",
      content: "same",
      tags: "same",
      importance: "both",
      confidence: "same",
      source: "theirs",
    });
    expect(merge.importance).toMatchObject({ base: 0.5, mine: null, theirs: 1, needsChoice: true });
    expect(merge.title.merged).toBe("Mine");
    expect(merge.source.merged).toBe("Theirs");
  });

  it("merges tags as sets", () => {
    const form = (...tags: string[]) => ({ ...base, tags });
    const { tags } = mergeForms(
      form("a", "b", "c"),
      form("a", "c", "mine"),
      form("c", "b", "theirs"),
    );
    expect(tags).toMatchObject({ state: "both", needsChoice: false });
    expect(tags.merged).toEqual(["c", "theirs", "mine"]);
    expect(mergeForms(form("a", "b"), form("b", "a"), form("a", "b")).tags.state).toBe("same");
  });

  it("takes the one change where only one side changed anything", () => {
    fc.assert(
      fc.property(anyForm, anyForm, (before, after) => {
        for (const field of formFields) {
          const mine = merged(field, before, after, before);
          const theirs = merged(field, before, before, after);
          const plain = (value: unknown) => (Array.isArray(value) ? value.toSorted() : value);
          expect(sameValue(plain(mine), plain(after[field]))).toBe(true);
          expect(sameValue(plain(theirs), plain(after[field]))).toBe(true);
        }
      }),
    );
  });

  it("needs no choice where the sides agree, and loses no tag that somebody added", () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyForm, (before, mine, theirs) => {
        const agreed = mergeForms(before, mine, mine);
        expect(formFields.some((field) => agreed[field].needsChoice)).toBe(false);
        const tags = merged("tags", before, mine, theirs);
        for (const name of [...mine.tags, ...theirs.tags]) {
          const isNew = !before.tags.includes(name);
          const isKept = mine.tags.includes(name) && theirs.tags.includes(name);
          expect(tags.includes(name)).toBe(isNew || isKept);
        }
        expect(new Set(tags).size).toBe(tags.length);
      }),
    );
  });
});
