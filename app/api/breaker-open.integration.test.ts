import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { startMatrix } from "@/scripts/test/fault-server/matrix";
import type { Answer, Scenario } from "@/scripts/test/fault-server/scenarios";

let matrix: Awaited<ReturnType<typeof startMatrix>>;
beforeAll(async () => {
  matrix = await startMatrix();
});
afterAll(() => matrix.close());

/** What a person waits at most, in milliseconds, once Memoram is known to be down. */
const MOST_MS = 100;
/** So often may it take longer: what else the machine does is not what is asked here. */
const TRIES = 6;

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
    const { failing, goingOn, staying, setScene } = await matrix.freshApp();
    await db().tagOperation.deleteMany();
    const [list] = failing.filter((each) => each.name === "GET /api/memories");
    const asked = await readied([...failing, ...goingOn, ...staying]);
    await matrix.server.play(fault);
    const opening = await list?.prepare();
    await Promise.all(Array.from({ length: 10 }, () => opening?.()));

    const times: number[] = [];
    for (const [at, { name, asks }] of asked.entries()) {
      let quickest = Number.POSITIVE_INFINITY;
      for (const ask of asks) {
        await setScene("long ago");
        const { answer } = await timed(ask);
        if (at < failing.length) matrix.expectFailure({ name, answer }, fault);
        else expect([name, answer.status < 300, answer.text]).toEqual([name, true, answer.text]);
        quickest = Math.min(quickest, answer.ms);
        if (quickest < MOST_MS) break;
      }
      expect([name, quickest, quickest < MOST_MS]).toEqual([name, quickest, true]);
      times.push(quickest);
    }
    console.log(`${name}: answered within ${Math.round(Math.max(...times))} ms`);
  });
});
