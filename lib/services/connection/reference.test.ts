import fc from "fast-check";
import { expect, it } from "vitest";
import { bearsReference, newReference, withReference } from "./reference";

it("makes references that are all different, of letters nobody mixes up", () => {
  const made = Array.from({ length: 1_000 }, newReference);
  for (const reference of made) expect(reference).toMatch(/^[A-HJ-NP-Z2-9]{10}$/);
  expect(new Set(made).size).toBe(made.length);
});

it("any reason carries its reference within Memoram's 255 characters, as text that is whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 255 }), (reason) => {
      const reference = newReference();
      const marked = withReference(reason, reference);
      expect(marked.length).toBeLessThanOrEqual(255);
      expect(marked.isWellFormed()).toBe(true);
      expect(marked.endsWith(` (ref ${reference})`)).toBe(true);
      expect(bearsReference(marked)).toBe(true);
    }),
  );
});

it.each([
  null,
  "",
  "Keepsake would like to.",
  "(ref ABCDEFGHJK)",
  "x (ref ABCDEFGHJ)",
  "x (ref abcdefghjk)",
])("%j carries none", (reason) => {
  expect(bearsReference(reason)).toBe(false);
});
