import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MAX_TAG_OPERATIONS, tagOperationSchema } from "@/lib/contract/tag-operation";
import { db } from "@/lib/db/client";
import { connectedPerson, emptyDatabase, newPerson, startHarness } from "@/scripts/test/harness";
import { codeOf } from "@/scripts/test/memories";
import { workspaceOf } from "@/scripts/test/workspace";

async function someone(slug: string) {
  const person = await connectedPerson(sandbox, slug);
  return { ...person, ...workspaceOf(person) };
}

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let me: Awaited<ReturnType<typeof someone>>;
beforeAll(async () => {
  sandbox = await startHarness();
  await emptyDatabase();
  me = await someone("tomas");
});
afterAll(() => sandbox.close());
beforeEach(() => db().tagOperation.deleteMany());

const open = async () =>
  tagOperationSchema
    .strict()
    .array()
    .parse((await me.operations()).json.items);

describe("a rename or merge", () => {
  it("is open from when it was begun until it is ended", async () => {
    expect(await open()).toEqual([]);
    const begun = await me.begin({ from: ["work", "Wörk, not", "work"], to: "job" });
    expect(begun.status).toBe(201);
    const operation = tagOperationSchema.strict().parse(begun.json);
    expect(operation).toMatchObject({ from: ["work", "Wörk, not"], to: "job" });
    const second = await me.begin({ from: ["a"], to: "b" });
    expect(await open()).toEqual([operation, second.json]);
    expect((await me.end(operation.id)).status).toBe(204);
    expect(codeOf(await me.end(operation.id))).toEqual([404, "not-found"]);
    expect(await open()).toEqual([second.json]);
  });

  it("may take the names off: to is null, and must be said", async () => {
    const begun = await me.begin({ from: ["work", "a, b"], to: null });
    expect(begun.status).toBe(201);
    expect(await open()).toEqual([begun.json]);
    expect(begun.json).toMatchObject({ from: ["work", "a, b"], to: null });
    expect(codeOf(await me.begin({ from: ["work"] }))).toEqual([422, "validation-failed"]);
    expect(codeOf(await me.begin({ from: [], to: null }))).toEqual([422, "validation-failed"]);
    expect((await me.end(begun.json.id)).status).toBe(204);
  });

  it("lies sealed", async () => {
    await me.begin({ from: ["secret project"], to: "other secret" });
    const [row] = await db().tagOperation.findMany();
    expect(row?.names).toMatch(/^[\w-]+(\.[\w-]*){4}$/);
    expect(JSON.stringify(row)).not.toContain("secret");
  });

  it("may be open twenty times, also when all are begun at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: MAX_TAG_OPERATIONS + 5 }, (_, at) =>
        me.begin({ from: [`tag ${at}`], to: "one" }),
      ),
    );
    const good = answers.filter(({ status }) => status === 201);
    expect(good).toHaveLength(MAX_TAG_OPERATIONS);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ json }) => json.code))).toEqual(new Set(["validation-failed"]));
    expect(refused[0]?.json.detail).toContain("Twenty");
    await me.end(good[0]?.json.id);
    expect((await me.begin({ from: ["x"], to: "y" })).status).toBe(201);
  });

  it("is one person's, under one Memoram account", async () => {
    const { json } = await me.begin({ from: ["a"], to: "b" });
    for (const slug of ["tomas", "wanjiru"]) {
      const other = await someone(slug);
      expect((await other.operations()).json).toEqual({ items: [] });
      expect(codeOf(await other.end(json.id))).toEqual([404, "not-found"]);
    }
    const connectAs = (memoramUserId: string) =>
      db().connection.update({ where: { userId: me.userId }, data: { memoramUserId } });
    await connectAs("somebody-else");
    expect(await open()).toEqual([]);
    expect(codeOf(await me.end(json.id))).toEqual([404, "not-found"]);
    await connectAs(me.memoram.id);
    expect(await open()).toEqual([json]);
  });

  it("that no longer opens does not stand in the others' way", async () => {
    const [one, two] = [
      await me.begin({ from: ["a"], to: "b" }),
      await me.begin({ from: ["c"], to: "d" }),
    ];
    await db().tagOperation.update({ where: { id: one.json.id }, data: { names: "broken" } });
    expect(await open()).toEqual([two.json]);
  });
});

describe("preferences", () => {
  it("begin with the trash on and are each person's own, connected or not", async () => {
    const nobody = workspaceOf(await newPerson());
    expect([(await nobody.preferences()).status, (await nobody.preferences()).json]).toEqual([
      200,
      { trash: true },
    ]);
    const changed = await nobody.prefer({ trash: false });
    expect([changed.status, changed.json]).toEqual([200, { trash: false }]);
    expect((await nobody.preferences()).json).toEqual({ trash: false });
    expect((await me.preferences()).json).toEqual({ trash: true });
    await nobody.prefer({ trash: true });
    expect((await nobody.preferences()).json).toEqual({ trash: true });
  });

  it("can be changed by many at once, also for the first time", async () => {
    const nobody = workspaceOf(await newPerson());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => nobody.prefer({ trash: false })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect((await nobody.preferences()).json).toEqual({ trash: false });
  });
});
