import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "./start";
import { FolderInUseError } from "./store/folder-lock";
import { Developer } from "./testing/developer";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a sandbox with a data folder", () => {
  it("keeps everything across a restart, tokens and pages too", async () => {
    const dataDir = join(folder, "deep", "store");
    const seedPeople = ["noor", "wanjiru"];
    const before = await startSandbox({ dataDir, seedPeople });
    const developer = new Developer(before);
    const token = await developer.token();
    const person = await developer.approved("wanjiru");
    const blob = await before.control.putBlob(person.id, { content: "kept", tags: ["new"] });
    const key = await before.control.rotateKey(person.id, { reencrypt: true });
    const cursor = (await developer.list(person, { limit: 2 })).next_cursor ?? "";
    const { port } = before.settings;
    await before.close();

    const after = await startSandbox({ dataDir, port, seedPeople });
    const same = new Developer(after);
    const list = await same.call("GET", "/memory-blobs", {
      token,
      query: { user_id: person.id, limit: 100, cursor },
    });
    expect(list.status).toBe(200);
    expect(await after.control.getBlob(blob.id)).toMatchObject({ content: "kept", tags: ["new"] });
    expect(await same.person("wanjiru")).toMatchObject({ ...key, memories: 6 });
    expect((await same.person("noor")).memories).toBe(61);
    expect(await after.control.requests()).toMatchObject([{ status: "approved" }]);
    await after.close();
  }, 120_000);

  it("is used by one process at a time, and taken over from a dead one", async () => {
    const dataDir = join(folder, "locked");
    // The process that runs the tests' own parent is alive for sure.
    writeFileSync(`${dataDir}.lock`, String(process.ppid));
    await expect(startSandbox({ dataDir })).rejects.toThrow(FolderInUseError);
    writeFileSync(`${dataDir}.lock`, "999999999");
    const sandbox = await startSandbox({ dataDir, seedPeople: [] });
    await sandbox.close();
  }, 60_000);
});

describe("a sandbox in memory", () => {
  it("does not start on a port that is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, "localhost", () => {
        const address = other.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await new Promise((resolve) => other.close(resolve));
  });

  it("names its addresses, and shares nothing with another one", async () => {
    const [one, two] = await Promise.all([
      startSandbox({ seedPeople: [] }),
      startSandbox({ seedPeople: [] }),
    ]);
    expect(one.origin).toMatch(/^http:\/\/localhost:\d+$/);
    expect(one.origin).not.toBe(two.origin);
    expect(one.apiUrl).toBe(`${one.origin}/api/v1`);
    expect(one.authorizeUrl).toBe(`${one.origin}/oauth/authorize`);
    expect(one.dashboardUrl).toBe(`${one.origin}/dashboard`);
    const token = await new Developer(one).token();
    const answer = await new Developer(two).call("GET", "/access-requests", { token });
    expect(answer.status).toBe(401);
    await Promise.all([one.close(), one.close(), two.close()]);
    await expect(fetch(one.apiUrl)).rejects.toThrow("fetch failed");
  }, 60_000);
});
