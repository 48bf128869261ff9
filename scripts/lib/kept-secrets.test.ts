import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecrets, makeSecrets } from "./kept-secrets";
import { Sentence } from "./sentence";

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keepsake-secrets-"));
  path = join(folder, "data", "settings.json");
});
afterEach(() => rm(folder, { recursive: true }));

test("secrets are made once and stay the same", async () => {
  const first = await keptSecrets(path);
  expect(await keptSecrets(path)).toEqual(first);
  expect(first).not.toEqual(makeSecrets());
  expect(await readdir(join(folder, "data"))).toEqual(["settings.json"]);
});

test.skipIf(process.platform === "win32")("only their owner may read them", async () => {
  await keptSecrets(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("they have the forms that are asked for", () => {
  const secrets = makeSecrets();
  expect(Buffer.from(secrets.NEXTAUTH_SECRET, "base64")).toHaveLength(32);
  const [kid, key = ""] = secrets.VAULT_KEYS.split(":");
  expect(kid).toBe("dev1");
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect(secrets.SANDBOX_API_KEY).toMatch(/^mem_[0-9a-f]{48}$/);
});

test("what an older file lacks is added, and nothing of it changes", async () => {
  const { SANDBOX_CLIENT_ID, ...older } = await keptSecrets(path);
  await writeFile(path, JSON.stringify(older));
  const completed = await keptSecrets(path);
  expect(completed).toMatchObject(older);
  expect(completed.SANDBOX_CLIENT_ID).not.toBe(SANDBOX_CLIENT_ID);
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual(completed);
});

test.each(["{", "[]x", '{"VAULT_KEYS":7}'])(
  "a damaged file is never overwritten: %s",
  async (text) => {
    await keptSecrets(path);
    await writeFile(path, text);
    await expect(keptSecrets(path)).rejects.toBeInstanceOf(Sentence);
    expect(await readFile(path, "utf8")).toBe(text);
  },
);
