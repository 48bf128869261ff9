import fc from "fast-check";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { workspaceOf } from "@/scripts/test/workspace";

type Person = Awaited<ReturnType<typeof connectedPerson>>;
let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Person;
beforeAll(async () => {
  sandbox = await startHarness();
  person = await connectedPerson(sandbox, "tomas");
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.control.clearFaults();
  sandbox.control.clearCalls();
});

async function inDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Every row of every table, as text. */
const dump = () =>
  inDatabase(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join("\n");
  });

const rowsOf = (table: string) =>
  inDatabase(async (client) => (await client.query(`SELECT 1 FROM "${table}"`)).rowCount ?? 0);

/** As they could lie somewhere: as they are, in hex, in base64 at any alignment. */
function traces(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inner = [0, 1, 2].map((pad) =>
    Buffer.concat([Buffer.alloc(pad), bytes])
      .toString("base64url")
      .slice(4, -4),
  );
  return [secret, bytes.toString("hex"), ...inner];
}

it("no word of a memory and no key lies readable in the database", async () => {
  const mine = memoriesOf(person);
  const words = {
    content: "canary-content-7f3a",
    title: "canary-title-91bc",
    summary: "canary-summary-5d20",
  };
  const key = { "idempotency-key": "canary" };
  const { id } = memoryIn(await mine.create(words, key), 201);
  memoryIn(await mine.patch(id, { content: `${words.content}-changed` }));
  const kept = workspaceOf(person);
  const plain = {
    content: "canary-plaintext-3c8e",
    title: "canary-tagged",
    tags: ["canary-tag-77"],
  };
  const stored = await sandbox.control.putBlob(person.memoram.id, plain);
  await mine.patch(stored.id, { title: "canary-second-title" });
  expect((await mine.remove(stored.id)).status).toBe(204);
  const gone = memoryIn(await mine.create(words), 201);
  expect((await mine.remove(gone.id)).status).toBe(204);
  memoryIn(await kept.restore(gone.id), 201);
  sandbox.control.fail({ method: "POST", path: "/memory-blobs", times: 1, fault: { reset: true } });
  expect((await kept.restore(stored.id)).status).toBe(503);
  expect((await kept.begin({ from: ["canary-from-12"], to: "canary-to-34" })).status).toBe(201);
  await mine.list("?q=canary-search-1234&tags=canary-tag-5678");
  await mine.read(id);
  const everything = await dump();
  expect(everything).toContain(person.userId);
  const { memoryKey, encryptionKey } = person.memoram;
  const token = sandbox.control.calls().at(-1)?.headers.authorization?.slice(7) ?? "no token";
  const secrets = [...Object.values(words), "canary-search-1234", "canary-tag-5678"];
  secrets.push("canary-plaintext", "canary-tagged", "canary-tag-77", "canary-second-title");
  secrets.push("canary-from-12", "canary-to-34");
  const tables = ["TrashedMemory", "MemoryVersion", "TagOperation"];
  for (const table of tables) expect(await rowsOf(table)).toBeGreaterThan(0);
  for (const secret of [...secrets, memoryKey, encryptionKey, token, person.token]) {
    for (const trace of traces(secret)) expect(everything).not.toContain(trace);
  }
});

describe("each layout in which content may be written", () => {
  afterEach(() => {
    delete process.env.MEMORAM_CONTENT_FORMAT;
    vi.resetModules();
  });

  it.each([
    ["gcm-hex", /^[0-9a-f]{24}:[0-9a-f]{32}:[0-9a-f]+$/],
    ["gcm-base64", /^[A-Za-z0-9+/]{40,}={0,2}$/],
    ["json", /^\{"iv":"[^"]+","tag":"[^"]+","content":"[^"]+"\}$/],
    ["cbc-hex", /^[0-9a-f]{32}:([0-9a-f]{32})+$/],
  ])("%s is what Memoram gets on create and change, and is read again", async (format, layout) => {
    process.env.MEMORAM_CONTENT_FORMAT = format;
    vi.resetModules();
    const { memoriesOf: freshMemoriesOf } = await import("@/scripts/test/memories");
    const mine = freshMemoriesOf(person);
    const { id } = memoryIn(await mine.create({ content: "first — 茶" }), 201);
    const stored = async () => (await sandbox.control.getBlob(id))?.content ?? "";
    expect(await stored()).toMatch(layout);
    expect(await sandbox.control.open(person.memoram.id, await stored())).toBe("first — 茶");
    memoryIn(await mine.patch(id, { content: "second" }));
    expect(await stored()).toMatch(layout);
    expect(await sandbox.control.open(person.memoram.id, await stored())).toBe("second");
    expect(memoryIn(await mine.read(id))).toMatchObject({
      content: "second",
      contentState: "decrypted",
    });
  });
});

it("gives back whatever text was put in, unit for unit", async () => {
  const mine = memoriesOf(person);
  const text = (maxLength: number) =>
    fc
      .string({ unit: "binary", maxLength })
      .filter(
        (value) => value.isWellFormed() && !value.includes("\0") && value.length <= maxLength,
      );
  const content = text(300).filter((value) => value.length > 0);
  const body = fc.record({ content, title: text(200), summary: text(300), source: text(100) });
  await fc.assert(
    fc.asyncProperty(body, async (given) => {
      const { id } = memoryIn(await mine.create(given), 201);
      expect((await mine.read(id)).json).toMatchObject(given);
    }),
    { numRuns: 25 },
  );
});

describe("a secret that no longer opens", () => {
  it("is said without a word of what or where", async () => {
    const broken = await connectedPerson(sandbox, "wanjiru");
    await inDatabase((client) =>
      client.query(
        `UPDATE "Connection" SET "memoryKey" = 's3cret.not.sealed' WHERE "userId" = $1`,
        [broken.userId],
      ),
    );
    const mine = memoriesOf(broken);
    for (const answer of [
      await mine.list(),
      await mine.read("abc"),
      await mine.create({ content: "x" }),
      await mine.patch("abc", { title: "x" }),
      await mine.remove("abc"),
    ]) {
      expect(codeOf(answer)).toEqual([409, "not-connected"]);
      expect(Object.keys(answer.json).sort()).toEqual(
        ["code", "detail", "requestId", "status", "title", "type"].sort(),
      );
      expect(answer.text).not.toMatch(/s3cret|vault|sealed|Error|prisma|\.ts/i);
    }
  });
});

describe("access that was revoked", () => {
  it("stops a write, says so, and erases the encryption key at once", async () => {
    for (const ask of [
      (mine: ReturnType<typeof memoriesOf>) => mine.create({ content: "x" }),
      (mine: ReturnType<typeof memoriesOf>) => mine.patch("abc", { title: "x" }),
      (mine: ReturnType<typeof memoriesOf>) => mine.remove("abc"),
    ]) {
      const revoked = await connectedPerson(sandbox, "noor");
      await sandbox.control.decide(revoked.requestId, "revoked");
      expect(codeOf(await ask(memoriesOf(revoked)))).toEqual([403, "access-revoked"]);
      const [row] = await inDatabase((client) =>
        client
          .query(`SELECT * FROM "Connection" WHERE "userId" = $1`, [revoked.userId])
          .then(({ rows }) => rows),
      );
      expect(row).toMatchObject({ status: "revoked", encryptionKey: null, memoramUserId: null });
    }
  });

  it("a session that was ended or has expired ends everything at once", async () => {
    const mine = memoriesOf(person);
    expect((await mine.list()).status).toBe(200);
    const set = (sql: string) =>
      inDatabase((client) => client.query(`${sql} WHERE "userId" = $1`, [person.userId]));
    await set(`UPDATE "Session" SET "expires" = now() - interval '1 second'`);
    expect(codeOf(await mine.list())).toEqual([401, "unauthenticated"]);
    await set(`UPDATE "Session" SET "expires" = now() + interval '1 day'`);
    expect((await mine.list()).status).toBe(200);
    await set(`DELETE FROM "Session"`);
    expect(codeOf(await mine.list())).toEqual([401, "unauthenticated"]);
    expect(codeOf(await mine.create({ content: "x" }))).toEqual([401, "unauthenticated"]);
  });
});
