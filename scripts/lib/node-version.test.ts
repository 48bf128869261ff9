import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { nodeVersionProblem } from "./node-version.mjs";
import { root } from "./paths";

test.each(["20.19.0", "20.20.2", "22.12.0", "24.0.0", "25.1.0"])("%s will do", (version) => {
  expect(nodeVersionProblem(version)).toBeUndefined();
});

test.each(["16.20.2", "18.20.8", "20.18.3", "21.7.3", "22.11.0", "23.11.0"])(
  "%s is refused in one sentence",
  (version) => {
    expect(nodeVersionProblem(version)).toMatch(/^Keepsake needs Node [^\n]+nodejs\.org\.$/);
  },
);

test("package.json says the same", async () => {
  const text = await readFile(join(root, "package.json"), "utf8");
  const { engines } = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(text));
  expect(engines.node).toBe("^20.19.0 || ^22.12.0 || >=24.0.0");
});
