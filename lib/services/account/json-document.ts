import "server-only";

/** A member of a JSON object: a value, or a list that is made item by item. */
export type ExportPart =
  | { name: string; value: unknown }
  | { name: string; items: AsyncIterable<unknown> };

const json = (value: unknown) => JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");

/** One JSON object with these members in this order, in pieces of which none is long. */
export async function* jsonDocument(parts: readonly ExportPart[]): AsyncGenerator<string> {
  let before = "{\n  ";
  for (const part of parts) {
    yield `${before}${JSON.stringify(part.name)}: `;
    if ("items" in part) yield* list(part.items);
    else yield json(part.value);
    before = ",\n  ";
  }
  yield parts.length === 0 ? "{}\n" : "\n}\n";
}

async function* list(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = "[\n    ";
  for await (const item of items) {
    yield before + json(item).replaceAll("\n", "\n  ");
    before = ",\n    ";
  }
  yield before.startsWith("[") ? "[]" : "\n  ]";
}
