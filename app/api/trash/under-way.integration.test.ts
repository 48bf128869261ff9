import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { disconnect } from "@/lib/services/connection/connection";
import { type Gate, startGate } from "@/scripts/test/gate";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { ageTrash, trashIn, versionsIn, workspaceOf } from "@/scripts/test/workspace";

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let gate: Gate;
beforeAll(async () => {
  sandbox = await startHarness();
  gate = await startGate(sandbox.origin);
  process.env.MEMORAM_API_URL = `${gate.origin}/api/v1`;
});
afterAll(async () => {
  await gate.close();
  await sandbox.close();
});

async function someone(slug: string) {
  const person = await connectedPerson(sandbox, slug);
  return { ...person, ...memoriesOf(person), ...workspaceOf(person) };
}
let me: Awaited<ReturnType<typeof someone>>;
let id: string;
beforeEach(async () => {
  await emptyDatabase();
  me = await someone("tomas");
  id = (await sandbox.control.putBlob(me.memoram.id, { content: "c", title: "t" })).id;
});

const one = /\/memory-blobs\/./;
const rows = () => db().trashedMemory.findMany({ where: { userId: me.userId } });
const inTrash = async () => trashIn(await me.trash()).items.map(({ memory }) => memory.id);

describe("while a deletion is under way", () => {
  it("looking at the trash leaves its copy alone, and emptying it too", async () => {
    const held = gate.hold("DELETE", one);
    const deleting = me.remove(id);
    await held.arrived;
    expect(await inTrash()).toEqual([]);
    expect(await rows()).toMatchObject([{ memoryId: id, confirmed: false }]);
    expect((await me.empty()).status).toBe(204);
    expect(codeOf(await me.erase(id))).toEqual([404, "not-found"]);
    // However long it may have taken already.
    await ageTrash(me.userId, 61_000);
    expect(await inTrash()).toEqual([]);
    expect(await rows()).toMatchObject([{ memoryId: id, confirmed: false }]);
    held.release();
    expect((await deleting).status).toBe(204);
    expect(await inTrash()).toEqual([id]);
  });

  it("what has begun is not kept for somebody who disconnects, and so not done", async () => {
    const held = gate.hold("GET", one);
    const deleting = me.remove(id);
    await held.arrived;
    await disconnect(me.userId);
    held.release();
    expect(codeOf(await deleting)).toEqual([409, "not-connected"]);
    expect(await rows()).toEqual([]);
    expect(await sandbox.control.getBlob(id)).not.toBeNull();
  });

  it("a copy that was kept goes with the connection, though the deletion goes on", async () => {
    const held = gate.hold("DELETE", one);
    const deleting = me.remove(id);
    await held.arrived;
    await disconnect(me.userId);
    held.release();
    expect((await deleting).status).toBe(204);
    expect(await rows()).toEqual([]);
  });
});

describe("while a change is under way", () => {
  it("nothing is kept for somebody who disconnects, and nothing is changed", async () => {
    const held = gate.hold("GET", one);
    const changing = me.patch(id, { title: "u" });
    await held.arrived;
    await disconnect(me.userId);
    held.release();
    expect(codeOf(await changing)).toEqual([409, "not-connected"]);
    expect(await db().memoryVersion.count({ where: { userId: me.userId } })).toBe(0);
    expect((await sandbox.control.getBlob(id))?.title).toBe("t");
  });

  it("the version it replaces is already kept", async () => {
    const held = gate.hold("PATCH", one);
    const changing = me.patch(id, { title: "u" });
    await held.arrived;
    expect(await db().memoryVersion.count({ where: { memoryId: id } })).toBe(1);
    held.release();
    memoryIn(await changing);
    expect(versionsIn(await me.versions(id)).map(({ memory }) => memory.title)).toEqual(["t"]);
  });
});

it("while a memory is being brought back, erasing it for ever comes too late and harms nothing", async () => {
  expect((await me.remove(id)).status).toBe(204);
  const held = gate.hold("POST", /\/memory-blobs$/);
  const restoring = me.restore(id);
  await held.arrived;
  expect((await me.erase(id)).status).toBe(204);
  held.release();
  const back = memoryIn(await restoring, 201);
  expect(memoryIn(await me.read(back.id)).content).toBe("c");
  expect(await inTrash()).toEqual([]);
});
