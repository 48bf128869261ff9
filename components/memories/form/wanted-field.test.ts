import { describe, expect, it } from "vitest";
import { findWord, isFieldName, takeWantedField, wantField } from "./wanted-field";

describe("findWord", () => {
  const text = "A night train, a **night** bus and a nightly walk.";

  it("finds as many of the same before it as were read", () => {
    expect(findWord(text, { text: "night", before: 0 })).toBe(2);
    expect(findWord(text, { text: "night", before: 1 })).toBe(19);
    expect(findWord(text, { text: "night", before: 2 })).toBe(37);
  });

  it("finds nothing where the text says it less often than it was read", () => {
    expect(findWord(text, { text: "night", before: 3 })).toBeNull();
    expect(findWord(text, { text: "day", before: 0 })).toBeNull();
  });
});

describe("the field that a form begins in", () => {
  it("is told to its memory's form alone, and once", async () => {
    wantField("a", "source");
    expect(takeWantedField("b")).toBeNull();
    expect(takeWantedField("a")).toMatchObject({ field: "source" });
    // Again while React mounts for the second time, and no more after that.
    expect(takeWantedField("a")).toMatchObject({ field: "source" });
    await Promise.resolve();
    expect(takeWantedField("a")).toBeNull();
  });

  it("is one of the form's", () => {
    expect(isFieldName("tags")).toBe(true);
    expect(isFieldName("id")).toBe(false);
    expect(isFieldName(undefined)).toBe(false);
  });
});
