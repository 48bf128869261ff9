import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { disconnect } from "@/lib/services/connection/connection";
import { type Gate, startGate } from "@/scripts/test/gate";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import { codeOf, memoriesOf, memoryIn } from "@/scripts/test/memories";
import { ageTrash, trashIn, versionsIn, workspaceOf } from "@/scripts/test/workspace";
import type { Fault } from "../../../sandbox/control/faults";

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

  it("another one waits for it, and learns that it was done", async () => {
    sandbox.control.fail({ method: "DELETE", path: one, times: 1, fault: { delayMs: 6_500 } });
    expect(codeOf(await me.remove(id))[1]).toBe("memoram-timeout");
    sandbox.control.clearCalls();
    expect((await me.remove(id)).status).toBe(204);
    expect(sandbox.control.calls().filter(({ method }) => method === "DELETE")).toEqual([]);
    expect(await inTrash()).toEqual([id]);
  });

  it("another one that is refused leaves its copy alone: the first may still land", async () => {
    // Later than we wait for it.
    sandbox.control.fail({ method: "DELETE", path: one, times: 1, fault: { delayMs: 12_000 } });
    expect(codeOf(await me.remove(id))[1]).toBe("memoram-timeout");
    sandbox.control.fail({ method: "DELETE", path: one, times: 1, fault: { status: 429 } });
    expect(codeOf(await me.remove(id))[1]).toBe("memoram-rate-limited");
    await vi.waitFor(async () => expect(await sandbox.control.getBlob(id)).toBeNull(), 5_000);
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

describe("a memory that is being brought back when we lose sight of it", () => {
  const making = { method: "POST", path: "/memory-blobs", times: 1 };
  const copies = async () =>
    (await sandbox.control.blobs(me.memoram.id)).filter(({ title }) => title === "once");
  beforeEach(async () => {
    sandbox.control.clearFaults();
    const content = await sandbox.control.seal(me.memoram.id, "c");
    await sandbox.control.putBlob(me.memoram.id, { id, title: "once", content });
    expect((await me.remove(id)).status).toBe(204);
  });

  it.each<[string, string, Fault]>([
    ["slow", "memoram-timeout", { delayMs: 7_000 }],
    ["cut off and done later", "memoram-unavailable", { handledAfterMs: 2_000 }],
    ["given up by a gateway", "memoram-unavailable", { handledAfterMs: 2_000, status: 503 }],
  ])("(%s) is waited for when it is asked for again, and is one memory", async (_, code, fault) => {
    const before = (await copies()).length;
    sandbox.control.fail({ ...making, fault });
    expect(codeOf(await me.restore(id))[1]).toBe(code);
    memoryIn(await me.restore(id), 201);
    await sleep(2_500);
    expect((await copies()).length - before).toBe(1);
  });

  it("is not forgotten when the next attempt is refused", async () => {
    const before = (await copies()).length;
    sandbox.control.fail({ ...making, fault: { lostAnswer: true } });
    expect(codeOf(await me.restore(id))[1]).toBe("memoram-unavailable");
    const restoreSentAt = new Date(Date.now() - 11_000);
    await db().trashedMemory.updateMany({ data: { restoreSentAt } });
    const empty = { status: 200, body: { memoryBlobs: [], next_cursor: null } };
    sandbox.control.fail({ method: "GET", path: "/memory-blobs", times: 1, fault: empty });
    sandbox.control.fail({ ...making, fault: { status: 429 } });
    expect(codeOf(await me.restore(id))[1]).toBe("memoram-rate-limited");
    memoryIn(await me.restore(id), 201);
    expect((await copies()).length - before).toBe(1);
  });
});
