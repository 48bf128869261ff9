import fc from "fast-check";
import {
  type LevelRange,
  type MemoryFilters,
  sorts,
  views,
} from "@/lib/client/filters/memory-filters";

const name = fc.oneof(
  fc.constantFrom("red", "green", "a,b", "\\", "\\,", "\\\\", "x\\", ",", "a b", "+", "%2C", "&"),
  fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
);

const names = fc.uniqueArray(name, { maxLength: 4 });

const range: fc.Arbitrary<LevelRange> = fc.record({
  min: fc.option(fc.integer({ min: 1, max: 100 }).map((n) => n / 100)),
  max: fc.option(fc.integer({ min: 0, max: 99 }).map((n) => n / 100)),
});

const day = fc.option(
  fc
    .date({ min: new Date("1970-01-02"), max: new Date("2099-12-30"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

const search = fc
  .oneof(
    fc.constantFrom("", "two", "-two", '"one two"', "STRASSE", "fi", "apfel", '-"night train"'),
    fc.string({ maxLength: 20, unit: "grapheme" }),
  )
  .map((text) => text.replaceAll("\0", "").trim());

/** Filters as an address can hold them. */
export const anyFilters: fc.Arbitrary<MemoryFilters> = fc
  .record({
    view: fc.constantFrom(...views),
    q: search,
    tags: names,
    not: names,
    importance: range,
    confidence: range,
    source: names,
    from: day,
    to: day,
    sort: fc.constantFrom(...sorts),
  })
  .map((filters) => ({
    ...filters,
    not: filters.not.filter((tag) => !filters.tags.includes(tag)),
  }));
