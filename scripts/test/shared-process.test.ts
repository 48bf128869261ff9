import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../lib/paths";
import { readSource } from "./source-tree";

/** What reaches beyond the file that does it, into others of the same process, or is reached by them. */
const farReaching =
  /\bvi\s*\.\s*(mock|doMock|hoisted|resetModules|stubGlobal|stubEnv|useFakeTimers)\b|\bprocess\.(env|chdir)\b/;

const below = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
    (path) => `${folder}/${path.replaceAll("\\", "/")}`,
  );
const files = [
  ...["app", "components", "lib", "sandbox", "scripts"].flatMap(below),
  ...readdirSync(root),
].filter(
  (path) => /\.test\.tsx?$/.test(path) && !/\.(integration|serial|production|deep)\./.test(path),
);

it("finds the unit tests", () => {
  expect(files.length).toBeGreaterThan(100);
});

it("only tests that are run apart replace modules, globals, settings or the clock", () => {
  const shared = files.filter((path) => !path.includes(".apart.test."));
  expect(shared.filter((path) => farReaching.test(readSource(path)))).toEqual([]);
});

it("knows the ways to reach far", () => {
  const apart = files.filter((path) => path.includes(".apart.test."));
  expect(apart.filter((path) => !farReaching.test(readSource(path)))).toEqual([]);
});
