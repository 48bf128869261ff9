import { expect, it } from "vitest";
import { askForAccessSchema, pasteMemoryKeySchema } from "./connection";

const asks = (body: unknown) => askForAccessSchema.safeParse(body).success;
const pastes = (body: unknown) => pasteMemoryKeySchema.safeParse(body).success;

it("a reason has 1 to 255 UTF-16 units that can be stored", () => {
  expect(asks({})).toBe(true);
  expect(asks({ reason: "r".repeat(255) })).toBe(true);
  expect(asks({ reason: "r".repeat(256) })).toBe(false);
  expect(asks({ reason: `${"😀".repeat(127)}x` })).toBe(true);
  expect(asks({ reason: "😀".repeat(128) })).toBe(false);
  for (const reason of ["", "  ", "a\0b", "\ud800", null, 1, ["r"]]) {
    expect(asks({ reason })).toBe(false);
  }
  for (const body of [null, [], "reason", { memoryKey: "x" }]) expect(asks(body)).toBe(false);
});

it("a pasted key is text, without the white space around it", () => {
  expect(pasteMemoryKeySchema.parse({ memoryKey: " mk_1\n" })).toEqual({ memoryKey: "mk_1" });
  expect(pastes({ memoryKey: "k".repeat(1_024) })).toBe(true);
  expect(pastes({ memoryKey: "k".repeat(1_025) })).toBe(false);
  for (const memoryKey of ["", " ", "k\0", "\udc00", null, 1, {}]) {
    expect(pastes({ memoryKey })).toBe(false);
  }
  for (const body of [{}, null, [], { memoryKey: "k", reason: "r" }])
    expect(pastes(body)).toBe(false);
});
