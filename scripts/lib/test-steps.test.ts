import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runner } from "./test-steps";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keepsake-runner-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const counts = { passed: 3, failed: 0, skipped: 0 };
/** A runner that does `script`, in which `report` is where it writes. */
function run(name: string, script: string, endsWithinMs?: number) {
  const report = join(folder, `${name}.json`);
  const code = `const report = ${JSON.stringify(report)}; const { writeFileSync } = require("fs"); ${script}`;
  return runner({ args: ["-e", code], report, count: () => counts, endsWithinMs });
}
const write = 'writeFileSync(report, "{}");';

it("counts what the report says", async () => {
  expect(await run("good", write)).toEqual(counts);
});

it.each([
  ["that fails after its report", `${write} process.exitCode = 3;`, { ...counts, failed: 1 }],
  ["without a report", "", { passed: 0, failed: 1, skipped: 0 }],
])("one %s has failed", async (name, script, expected) => {
  expect(await run(name.replaceAll(" ", "-"), script)).toEqual(expected);
});

it("one that does not end after its report is ended, and has failed", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  const endless = `${write} setInterval(() => {}, 1_000);`;
  expect(await run("endless", endless, 500)).toEqual({ ...counts, failed: 1 });
  expect(said.mock.calls).toEqual([["The runner wrote its report and went on for 0.5 s: ended."]]);
  said.mockRestore();
});
