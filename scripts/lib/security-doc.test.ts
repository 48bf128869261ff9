import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSource } from "../test/source-tree";
import { root } from "./paths";

test("docs/security.md names tests that are there", () => {
  const text = readSource("docs/security.md");
  const named = [...text.matchAll(/`([\w./[\]-]+\.(?:test|spec)\.ts)`/g)].map(([, path]) => path);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => path && !existsSync(join(root, path)))).toEqual([]);
});
