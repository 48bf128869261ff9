import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectedPerson, emptyDatabase, startHarness } from "@/scripts/test/harness";
import {
  type Instance,
  type InstanceAnswer,
  startInstance,
} from "@/scripts/test/instances/instances";

const CREATES = 1_000;
const KILLS = 20;
const CLIENTS = 10;

let sandbox: Awaited<ReturnType<typeof startHarness>>;
let person: Awaited<ReturnType<typeof connectedPerson>>;
beforeAll(async () => {
  sandbox = await startHarness({}, { seedPeople: ["tomas", "wanjiru"] });
  await emptyDatabase();
  person = await connectedPerson(sandbox, "tomas");
});
afterAll(() => sandbox.close());

const contentOf = (at: number) => `Memory ${at}: ${"words ".repeat(at % 40)}`;

function create(instance: Instance, at: number): Promise<InstanceAnswer> {
  return instance.call("/api/memories", {
    method: "POST",
    body: { content: contentOf(at), title: `${at}`, tags: [`t${at % 7}`] },
    headers: { "idempotency-key": `create-${at}` },
    cookie: person.cookie,
  });
}

/**
 * A thousand creates by ten clients, each with a key of its own, while the process that serves them
 * is killed twenty times with calls at every stage under way. A client that gets no answer asks again
 * with the same key until it has one. Proven: everything that was acknowledged is in Memoram exactly
 * once, with its content, under the id that was answered, and nothing else is; a key that is asked
 * again afterwards gets the same answer.
 */
it("a process that is killed again and again loses no memory and makes none twice", async () => {
  const startedAt = Date.now();
  const acknowledged = new Map<number, string>();
  /** When a call about this memory was last cut off. */
  const cutOff = new Map<number, number>();
  const refusals = new Map<string, number>();
  let kills = 0;
  let running = startInstance();
  await running;

  async function killSometimes(): Promise<void> {
    if (kills === KILLS || acknowledged.size < ((kills + 1) * CREATES) / (KILLS + 1)) return;
    kills += 1;
    const instance = await running;
    const next = instance.ended.then(() => startInstance());
    running = next;
    instance.signal("SIGKILL");
    await next;
  }

  async function untilAcknowledged(at: number): Promise<void> {
    for (;;) {
      const instance = await running;
      let answer: InstanceAnswer;
      try {
        answer = await create(instance, at);
      } catch {
        cutOff.set(at, Date.now());
        // The one that was killed is not replaced before it has ended.
        await sleep(10);
        continue;
      }
      if (answer.status === 201) {
        acknowledged.set(at, answer.text);
        return;
      }
      const refusal = `${answer.status} ${answer.code}`;
      refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
      // Anything but "not now" would be an answer that a client gives up on.
      expect([429, 503, 504]).toContain(answer.status);
      cutOff.set(at, Date.now());
    }
  }

  let next = 0;
  async function client(): Promise<void> {
    while (next < CREATES) {
      const at = next;
      next += 1;
      await untilAcknowledged(at);
      await killSometimes();
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client));
  expect([acknowledged.size, kills]).toEqual([CREATES, KILLS]);

  const blobs = await sandbox.control.blobs(person.memoram.id);
  const stored = new Map<string, string>();
  for (const { id, content } of blobs) {
    stored.set(id, (await sandbox.control.open(person.memoram.id, content)) ?? "");
  }
  const answered = [...acknowledged].map(([at, text]) => [JSON.parse(text).id, contentOf(at)]);
  expect(blobs).toHaveLength(CREATES);
  expect(stored).toEqual(new Map(answered.map(([id, content]) => [id, content])));

  const last = await running;
  const again = [...acknowledged.keys()].filter((at) => cutOff.has(at) || at % 20 === 0);
  for (const at of again) expect((await create(last, at)).text).toBe(acknowledged.get(at));
  expect(await sandbox.control.blobs(person.memoram.id)).toHaveLength(CREATES);

  // Those whose memory was there before their call was cut off: the ones that could have been doubled.
  const madeAt = new Map(blobs.map((blob) => [blob.id, blob.created_at]));
  const found = [...cutOff].filter(([at, time]) => {
    const made = madeAt.get(JSON.parse(acknowledged.get(at) ?? "{}").id);
    return made !== undefined && new Date(made).getTime() < time;
  });
  expect(found.length).toBeGreaterThan(0);
  await last.stop();
  const told = [...refusals].map(([what, count]) => `${count} × ${what}`).join(", ") || "none";
  console.log(
    `${cutOff.size} creates cut off by ${kills} kills, ${found.length} of them already in Memoram; ` +
      `refusals: ${told}; ${Math.round((Date.now() - startedAt) / 1_000)} s`,
  );
}, 1_800_000);
