import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { holdLease } from "@/lib/db/leases";
import { memoryLease, underWayLease } from "@/lib/services/memories/alone";
import { startMatrix } from "@/scripts/test/fault-server/matrix";
import type { Answer, Scenario } from "@/scripts/test/fault-server/scenarios";

let matrix: Awaited<ReturnType<typeof startMatrix>>;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(() => matrix.close());

/** What a person waits at most, in milliseconds, once Memoram is known to be down. */
const MOST_MS = 100;
/** Of so many answers the quickest counts: what else the machine does is not asked here. */
const TRIES = 3;
/** One of these would be waited for, were there any use in it. */
const LONG_MS = 15_000;
/** All that a person has, in one file: its size is what takes its time. */
const untimed = "GET /api/account/export";

/** Readies each operation several times, while Memoram still works. */
async function readied(scenarios: Scenario[]) {
  const all = [];
  for (const { name, prepare } of scenarios) {
    const asks = [];
    for (let count = 0; count < TRIES; count += 1) asks.push(await prepare());
    all.push({ name, asks });
  }
  return all;
}

async function timed(ask: () => Promise<Answer>) {
  const startedAt = performance.now();
  const answer = await ask();
  return { answer: { ...answer, ms: performance.now() - startedAt } };
}

describe.each(["header stall", "refused", "503"])("%s", (name) => {
  it("once that is known, every operation is answered at once, and what needs no Memoram works", async () => {
    const fault = matrix.fault(name);
    const { failing, goingOn, staying, setScene } = await matrix.freshApp({ withBreaker: true });
    await db().tagOperation.deleteMany();
    const [list] = failing.filter((each) => each.name === "GET /api/memories");
    const asked = await readied([...failing, ...goingOn, ...staying]);
    await matrix.server.play(fault);
    const opening = await list?.prepare();
    await Promise.all(Array.from({ length: 10 }, () => opening?.()));

    const times: number[] = [];
    for (const [at, { name, asks }] of asked.entries()) {
      const took: number[] = [];
      for (const ask of asks) {
        await setScene("long ago");
        const { answer } = await timed(ask);
        if (at < failing.length) matrix.expectFailure({ name, answer }, fault);
        else expect([name, answer.status < 300, answer.text]).toEqual([name, true, answer.text]);
        took.push(answer.ms);
      }
      if (name === untimed) continue;
      const quickest = Math.min(...took);
      expect([name, took, quickest < MOST_MS]).toEqual([name, took, true]);
      times.push(quickest);
    }
    console.log(`${name}: answered within ${Math.round(Math.max(...times))} ms`);
  });

  it("nobody waits for a write in doubt, nor twice for Memoram", async () => {
    const fault = matrix.fault(name);
    const { main } = matrix.cast;
    const { failing, setScene } = await matrix.freshApp({ withBreaker: true });
    const { breakerLimits } = await import("@/lib/memoram/breaker");
    const { patch, list } = (await import("@/scripts/test/memories")).memoriesOf(main);
    const { id } = await matrix.sandbox.control.putBlob(main.memoram.id, { content: "x" });
    await holdLease(underWayLease(memoryLease(main.memoram.id, id)), LONG_MS);
    await setScene("just now");
    await matrix.server.play(fault);
    await Promise.all(Array.from({ length: breakerLimits.opensAfter }, () => list()));

    const written = await timed(() => patch(id, { title: "x" }));
    matrix.expectFailure({ name: failing[0]?.name ?? "", ...written }, fault);
    expect(written.answer.ms).toBeLessThan(LONG_MS / 3);

    // So long that two waits cannot be taken for one.
    const { patienceMs } = breakerLimits;
    Object.assign(breakerLimits, { patienceMs: 1_500 });
    await setScene("long ago");
    const read = await timed(() => list());
    Object.assign(breakerLimits, { patienceMs });
    expect(read.answer.ms).toBeLessThan(2_800);
  });
});
