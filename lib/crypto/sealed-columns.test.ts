import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type SealedTableShape, sealedColumns } from "./sealed-columns";

type Model = { sealed: string[]; key: string[]; fields: string[] };

/** What prisma/schema.prisma says of its models: which columns it calls sealed, and their keys. */
function modelsOf(schema: string): Record<string, Model> {
  const models: Record<string, Model> = {};
  for (const [, name = "", body = ""] of schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
    const model: Model = { sealed: [], key: [], fields: [] };
    let comment = "";
    for (const line of body.split("\n").map((text) => text.trim())) {
      const list = /^@@id\(\[(.*)\]\)/.exec(line)?.[1];
      if (list !== undefined) model.key = list.split(",").map((part) => part.trim());
      if (line.startsWith("///")) {
        comment += line.slice(3);
        continue;
      }
      const field = /^\w+/.exec(line)?.[0];
      if (field !== undefined) {
        model.fields.push(field);
        if (/\bsealed\b/.test(comment) && !/\bnot sealed\b/.test(comment)) model.sealed.push(field);
        if (/\s@id\b/.test(line)) model.key = [field];
      }
      comment = "";
    }
    models[name] = model;
  }
  return models;
}

const models = modelsOf(readFileSync("prisma/schema.prisma", "utf8"));

it("the list of sealed columns is that of the schema, table by table", () => {
  const inSchema = Object.entries(models)
    .filter(([, { sealed }]) => sealed.length > 0)
    .map(([table, { sealed, key }]) => [table, { columns: sealed.toSorted(), key }]);
  const inList = Object.entries(sealedColumns).map(([table, { columns, key }]) => [
    table,
    { columns: columns.toSorted(), key: [...key] },
  ]);
  expect(Object.fromEntries(inList)).toEqual(Object.fromEntries(inSchema));
});

it("the owner of every value is a column of its own row", () => {
  const tables: [string, SealedTableShape][] = Object.entries(sealedColumns);
  for (const [table, { owner }] of tables) expect(models[table]?.fields).toContain(owner);
});

it("a sealed column that nobody listed would be noticed", () => {
  const schema = "model New {\n  id String @id\n  /// sealed JSON of something\n  what String\n}\n";
  expect(modelsOf(schema)).toEqual({
    New: { sealed: ["what"], key: ["id"], fields: ["id", "what"] },
  });
});
