import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SandboxPerson } from "../control/control";
import { type RunningSandbox, startSandbox } from "../start";
import { Developer } from "../testing/developer";

let sandbox: RunningSandbox;
let developer: Developer;
let person: SandboxPerson;
const sameMoment = new Date("2026-01-01T12:00:00.000Z");

beforeAll(async () => {
  sandbox = await startSandbox();
  developer = new Developer(sandbox);
  person = await developer.approved("tomas");
  const { control } = sandbox;
  for (let index = 0; index < 23; index++) {
    await control.putBlob(person.id, {
      title: `Number ${index}`,
      content: index === 3 ? "Needle in PLAIN text" : "00",
      summary: index === 4 ? "A hundred % sure_thing" : null,
      tags: [index % 2 === 0 ? "even" : "odd", ...(index % 3 === 0 ? ["third"] : [])],
      importance: index < 20 ? index / 20 : null,
      // Ten of them were made in the same millisecond.
      createdAt: index < 10 ? sameMoment : new Date(sameMoment.getTime() + index),
    });
  }
}, 60_000);
afterAll(() => sandbox.close());

const titles = async (query: Record<string, string | number>) =>
  (await developer.list(person, { limit: 100, ...query })).memoryBlobs.map(({ title }) => title);

function statusOf(query: Record<string, string | number>) {
  return developer
    .call("GET", "/memory-blobs", { query: { user_id: person.id, ...query } })
    .then(({ status }) => status);
}

describe("pages", () => {
  it("has ten memories unless asked otherwise", async () => {
    const page = await developer.list(person);
    expect(page.memoryBlobs).toHaveLength(10);
    expect(page.next_cursor).toEqual(expect.any(String));
  });

  it.each([1, 3, 7, 22, 23, 24])("of %i give every memory once, newest first", async (limit) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Developer["list"]>> = await developer.list(person, {
        limit,
        ...(cursor === null ? {} : { cursor }),
      });
      expect(page.memoryBlobs.length).toBeLessThanOrEqual(limit);
      seen.push(...page.memoryBlobs.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual((await sandbox.control.blobs(person.id)).map(({ id }) => id));
    expect(new Set(seen).size).toBe(23);
  });

  it("never has more than a hundred", async () => {
    const priya = await developer.approved("priya");
    expect((await developer.list(priya, { limit: 1000 })).memoryBlobs).toHaveLength(100);
  });

  it.each(["0", "-1", "1.5", "ten", ""])("refuses limit=%s", async (limit) => {
    expect(await statusOf({ limit })).toBe(400);
  });

  it("refuses a cursor that it did not give out", async () => {
    const { next_cursor } = await developer.list(person);
    const cursor = next_cursor ?? "";
    const changed = `${cursor.startsWith("A") ? "B" : "A"}${cursor.slice(1)}`;
    for (const wrong of ["nonsense", "", changed, `${cursor}x`, `${cursor}.x`]) {
      expect(await statusOf({ cursor: wrong })).toBe(400);
    }
  });
});

describe("filters", () => {
  it("tags: a memory has all of them", async () => {
    expect(await titles({ tags: "even" })).toHaveLength(12);
    const both = await titles({ tags: "even, third" });
    expect(both.toSorted()).toEqual(["Number 0", "Number 12", "Number 18", "Number 6"]);
    expect(await titles({ tags: "third,even" })).toEqual(both);
    expect(await titles({ tags: "even,odd" })).toEqual([]);
    expect(await titles({ tags: "even,unheard of" })).toEqual([]);
    expect(await titles({ tags: "" })).toHaveLength(23);
  });

  it("searchQuery: title, summary and the content as it is stored", async () => {
    expect(await titles({ searchQuery: "number 22" })).toEqual(["Number 22"]);
    expect(await titles({ searchQuery: "needle in plain" })).toEqual(["Number 3"]);
    expect(await titles({ searchQuery: "% sure_" })).toEqual(["Number 4"]);
    expect(await titles({ searchQuery: "%" })).toEqual(["Number 4"]);
    expect(await titles({ searchQuery: "\\" })).toEqual([]);
  });

  it("searchQuery does not find words inside what is encrypted", async () => {
    const noor = await developer.approved("noor");
    const found = await developer.list(noor, { searchQuery: "four-berth couchette" });
    expect(found.memoryBlobs).toEqual([]);
    expect((await developer.list(noor, { searchQuery: "NIGHT TRAINS" })).memoryBlobs).toHaveLength(
      1,
    );
  });

  it("importance: the least", async () => {
    expect(await titles({ importance: 0.9 })).toEqual(["Number 19", "Number 18"]);
    expect(await titles({ importance: "0" })).toHaveLength(20);
    expect(await titles({ importance: 1 })).toEqual([]);
  });

  it.each(["1.1", "-0.5", "high", "", "NaN", "1e-1"])(
    "refuses importance=%s",
    async (importance) => {
      expect(await statusOf({ importance })).toBe(400);
    },
  );

  it("work together, over pages", async () => {
    const query = { tags: "even", importance: 0.2, searchQuery: "NUMBER", limit: 3 };
    const first = await developer.list(person, query);
    const second = await developer.list(person, { ...query, cursor: first.next_cursor ?? "" });
    const together = [...first.memoryBlobs, ...second.memoryBlobs].map(({ title }) => title);
    expect(new Set(together).size).toBe(6);
    expect(together.slice(0, 5)).toEqual([18, 16, 14, 12, 10].map((n) => `Number ${n}`));
  });

  it("refuses a query that is not documented, and one that comes twice", async () => {
    expect(await statusOf({ page: 2 })).toBe(400);
    const url = `${sandbox.apiUrl}/memory-blobs?user_id=${person.id}&limit=1&limit=2`;
    const headers = { authorization: `Bearer ${await developer.token()}` };
    expect((await fetch(url, { headers })).status).toBe(400);
  });
});
