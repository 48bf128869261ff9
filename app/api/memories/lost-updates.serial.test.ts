import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { raceOfEdits, raceOfEditsAndDeletions, type Send } from "@/scripts/test/edit-race";
import { connectedPerson, startHarness } from "@/scripts/test/harness";
import { type Instance, startInstances } from "@/scripts/test/instances/instances";

/*
 * As lost-updates.integration.test.ts, over four processes: what lets one writer at a time to a
 * memory is a row of the database and nothing that a process knows alone.
 */
let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
let instances: Instance[] = [];
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
  person = await connectedPerson(sandbox, "wanjiru");
  instances = await startInstances(4);
}, 120_000);
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.stop()));
  await sandbox.close();
});

const send: Send = (at, id, options) => {
  const instance = instances[at % instances.length];
  if (!instance) throw new Error("There is no instance.");
  return instance.call(`/api/memories/${id}`, { ...options, cookie: person.cookie });
};

it("of a hundred edits of one version one is done, whatever the process", async () => {
  for (let round = 0; round < 3; round += 1) await raceOfEdits({ sandbox, person, send });
});

it("of edits and deletions of one version one is done, whatever the process", async () => {
  const won = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const first = round % 2 === 0 ? "PATCH" : "DELETE";
    won.add(await raceOfEditsAndDeletions({ sandbox, person, send }, first));
  }
  expect(won.size).toBeGreaterThan(0);
});

it("what a process sent before it was killed does not fall on top of the next one's", async () => {
  const [killed, other] = instances;
  if (!killed || !other) throw new Error("There are no instances.");
  const { id } = await sandbox.control.putBlob(person.memoram.id, { title: "t", content: "x" });
  const path = `/api/memories/${id}`;
  const edit = (title: string) => ({ method: "PATCH", body: { title }, cookie: person.cookie });
  // Memoram handles it late: the killed process would have heard of it by then.
  const late = { method: "PATCH", path: `/memory-blobs/${id}`, times: 1 };
  sandbox.control.fail({ ...late, fault: { delayMs: 8_000 } });
  sandbox.control.clearCalls();
  const lost = killed.call(path, edit("Late")).catch(() => null);
  const isSent = () => sandbox.control.calls().some(({ method }) => method === "PATCH");
  await vi.waitFor(() => expect(isSent()).toBe(true), { timeout: 5_000, interval: 20 });
  killed.signal("SIGKILL");
  await killed.ended;
  expect((await other.call(path, edit("Then"))).status).toBe(200);
  expect(await lost).toBeNull();
  await sleep(3_000);
  expect((await sandbox.control.getBlob(id))?.title).toBe("Then");
});
