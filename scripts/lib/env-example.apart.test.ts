import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./paths";

const read = (path: string) => readFile(join(root, path), "utf8");

/** The names of lib/env.ts's schema, read from its text: the module itself reads process.env. */
async function settings(): Promise<string[]> {
  const text = await read("lib/env.ts");
  const names = [...text.matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1] ?? "");
  return [...new Set(names)].filter((name) => name !== "NODE_ENV");
}

test("the schema is found where this test looks", async () => {
  expect(await settings()).toEqual(
    expect.arrayContaining(["DATABASE_URL", "VAULT_KEYS", "MEMORAM_AUTHORIZE_URL", "LOG_LEVEL"]),
  );
});

test(".env.example has every setting, empty, with a comment, and no other", async () => {
  const text = await read(".env.example");
  const given = [...text.matchAll(/^([A-Z][A-Z0-9_]+)=(.*)$/gm)];
  expect(given.map((match) => match[1]).sort()).toEqual((await settings()).sort());
  expect(given.filter((match) => match[2] !== "")).toEqual([]);
});

test("the deployment guide names every setting", async () => {
  const guide = await read("docs/deploy.md");
  for (const name of await settings()) expect(guide).toContain(`\`${name}\``);
});
