import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox } from "../start";
import { Developer } from "../testing/developer";

const databaseUrl = process.env.DATABASE_URL ?? "";

async function dropSchema(): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query("drop schema if exists sandbox cascade").finally(() => client.end());
}

beforeAll(dropSchema);
afterAll(dropSchema);

/**
 * PGlite's socket server lets another client's transaction begin between a statement's preparation
 * and its execution, so there the writes come one after the other.
 */
const atOnce = process.env.KEEPSAKE_TEST_DATABASE === "postgres" ? 12 : 1;

/** PGlite in process is what all other tests run on; this is the same over the Postgres wire. */
describe("a sandbox on a Postgres", () => {
  it("does what it does on PGlite, and keeps it across a restart", async () => {
    const options = { databaseUrl, seedPeople: ["noor", "tomas", "wanjiru"] };
    const before = await startSandbox(options);
    const developer = new Developer(before);
    const person = await developer.approved("wanjiru");
    const noor = await developer.approved("noor");
    const body = { user_id: person.id, memoryKey: person.memoryKey, content: "ÄÖÜ 🌙" };
    const write = (index: number) =>
      developer.call("POST", "/memory-blobs", { body: { ...body, tags: ["new", `${index}`] } });
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += atOnce) {
      const some = Array.from({ length: atOnce }, (_, offset) => write(index + offset));
      statuses.push(...(await Promise.all(some)).map(({ status }) => status));
    }
    expect(statuses).toEqual(Array(12).fill(201));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Developer["list"]>> = await developer.list(person, {
        limit: 5,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.memoryBlobs.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(17);
    expect((await developer.list(person, { tags: "new,7" })).memoryBlobs).toHaveLength(1);
    expect((await developer.list(person, { searchQuery: "äöü" })).memoryBlobs).toHaveLength(10);
    expect((await developer.list(noor, { importance: 0.95, limit: 100 })).memoryBlobs).toHaveLength(
      4,
    );

    const key = await before.control.rotateKey(noor.id, { reencrypt: true });
    await before.close();

    const after = await startSandbox(options);
    const same = new Developer(after);
    expect(await same.person("wanjiru")).toMatchObject({ memories: 17 });
    expect(await same.person("noor")).toMatchObject({ ...key, memories: 61 });
    const readable = await Promise.all(
      (await after.control.blobs(noor.id)).map(({ content }) =>
        after.control.open(noor.id, content),
      ),
    );
    expect(readable.filter((text) => text !== null)).toHaveLength(57);
    await after.control.reset();
    expect(await same.person("wanjiru")).toMatchObject({ memories: 5 });
    expect(await same.person("noor")).toMatchObject({ keyVersion: 1 });
    await after.close();
  });
});
