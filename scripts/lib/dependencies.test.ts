import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { isNode, parseSource, readSource, sourceFiles, walk } from "../test/source-tree";
import { lockSchema } from "./lock-file";
import { root } from "./paths";

/** Below these, each has a known hole that reaches us. */
const floors = {
  next: "16.4.1",
  "next-auth": "4.24.15",
  undici: "7.30.2",
  zod: "4.6.6",
} as const;

const numbers = (version: string) => version.split(/[.+-]/).slice(0, 3).map(Number);

function isBelow(version: string, floor: string): boolean {
  const [ours, theirs] = [numbers(version), numbers(floor)];
  const at = ours.findIndex((part, index) => part !== theirs[index]);
  return at >= 0 && (ours[at] ?? 0) < (theirs[at] ?? 0);
}

test.each([
  ["1.2.3", "1.2.3", false],
  ["1.2.10", "1.2.9", false],
  ["1.10.0", "1.9.9", false],
  ["1.2.3", "1.2.4", true],
  ["1.9.9", "2.0.0", true],
])("%s is below %s: %s", (version, floor, expected) => {
  expect(isBelow(version, floor)).toBe(expected);
});

describe.each(Object.entries(floors))("%s", (name, floor) => {
  const lock = lockSchema.parse(JSON.parse(readSource("package-lock.json")));
  const copies = Object.entries(lock.packages).filter(([path]) =>
    path.endsWith(join("node_modules", name).replaceAll("\\", "/")),
  );

  test(`is at ${floor} or later, in every copy that is installed`, () => {
    expect(copies.length).toBeGreaterThan(0);
    expect(copies.filter(([, { version = "0" }]) => isBelow(version, floor))).toEqual([]);
  });
});

test("no image is optimised on the server: nobody's address is fetched for anybody", async () => {
  const config: unknown = await import(pathToFileURL(join(root, "next.config.mjs")).href);
  expect(config).toMatchObject({ default: { images: { unoptimized: true } } });
});

test("there are no server actions: every way in is a route that declares its checks", () => {
  const found: string[] = [];
  for (const path of sourceFiles(["app", "components", "lib"], [".ts", ".tsx"])) {
    const text = readSource(path);
    if (!text.includes("use server")) continue;
    walk(parseSource(path, text), (node) => {
      const { expression } = node;
      const isDirective = node.type === "ExpressionStatement" && isNode(expression);
      if (isDirective && expression.value === "use server") found.push(path);
      return undefined;
    });
  }
  expect(found).toEqual([]);
});
