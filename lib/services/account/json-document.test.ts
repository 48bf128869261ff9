import { expect, it } from "vitest";
import { type ExportPart, jsonDocument } from "./json-document";

async function* of(...items: unknown[]) {
  yield* items;
}

async function read(parts: ExportPart[]): Promise<unknown> {
  let text = "";
  for await (const piece of jsonDocument(parts)) text += piece;
  return JSON.parse(text);
}

it("is the object that its members make", async () => {
  const parts: ExportPart[] = [
    { name: 'a "quoted" name', value: { deep: ["line\nbreak", null] } },
    { name: "empty", items: of() },
    { name: "many", items: of({ a: 1 }, "two", [3]) },
    { name: "last", value: true },
  ];
  expect(await read(parts)).toEqual({
    'a "quoted" name': { deep: ["line\nbreak", null] },
    empty: [],
    many: [{ a: 1 }, "two", [3]],
    last: true,
  });
  expect(await read([])).toEqual({});
});

it("asks for an item when the one before it was taken", async () => {
  let asked = 0;
  async function* items() {
    for (;;) {
      asked += 1;
      yield asked;
    }
  }
  const pieces = jsonDocument([{ name: "endless", items: items() }]);
  for (let piece = 0; piece < 4; piece += 1) await pieces.next();
  expect(asked).toBe(3);
});
