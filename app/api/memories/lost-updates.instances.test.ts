import { afterAll, beforeAll, expect, it } from "vitest";
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
