import { existsSync } from "node:fs";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { allowPort } from "../test/network";
import { takeDevLock } from "./dev-lock";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keepsake-lock-"));
  path = join(folder, "data", "dev.lock");
});
afterEach(() => rm(folder, { recursive: true }));

const first = "http://localhost:3000";
const second = "http://localhost:3001";

async function taken(url: string): Promise<() => Promise<void>> {
  const lock = await takeDevLock(path, url);
  if ("runningAt" in lock) throw new Error(`held by ${lock.runningAt}`);
  return lock.release;
}

test("a second one learns where the first is, and is free to start when that has gone", async () => {
  const release = await taken(first);
  expect(await takeDevLock(path, second)).toEqual({ runningAt: first });
  await release();
  expect(existsSync(path)).toBe(false);
  await (await taken(second))();
});

test.each(["", "{", '{"port":9}', `{"port":9,"url":"${first}"}`])(
  "a lock that a crash left behind is taken over: %j",
  async (left) => {
    allowPort(9);
    await (await taken(first))();
    await writeFile(path, left);
    await (await taken(second))();
  },
);

test("another program on the port of a dead one does not count", async () => {
  const elsewhere = join(folder, "other.lock");
  const other = await takeDevLock(elsewhere, first);
  await (await taken(first))();
  await copyFile(elsewhere, path);
  await (await taken(second))();
  if ("release" in other) await other.release();
});

test("of several at once, one starts", async () => {
  const locks = await Promise.all([first, second, first].map((url) => takeDevLock(path, url)));
  const winners = locks.filter((lock) => "release" in lock);
  expect(winners).toHaveLength(1);
  for (const lock of winners) if ("release" in lock) await lock.release();
});
