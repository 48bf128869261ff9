import { performance } from "node:perf_hooks";

/** What is compared with each other: the first subject is the measure of the others. */
export type Suite = { title: string; subjects: Record<string, () => unknown> };

/** `microseconds` is the median time of one call, `ratio` how many times the first subject's. */
export type Row = { subject: string; microseconds: number; ratio: number };

type Entrant = { subject: string; call: () => unknown; calls: number; times: number[] };

const rounds = 21;
const millisecondsPerTurn = 25;

/**
 * Times each subject in turn, round by round, and compares within a round: what slows the machine
 * for a while slows all of them, so the ratios stay comparable between machines and runs.
 */
export async function measure({ subjects }: Suite): Promise<Row[]> {
  const entrants: Entrant[] = [];
  for (const [subject, call] of Object.entries(subjects))
    entrants.push({ subject, call, calls: await callsPerTurn(call), times: [] });
  for (let round = 0; round < rounds; round += 1)
    for (const { call, calls, times } of entrants) times.push(await timeOf(call, calls));

  const [first] = entrants;
  return entrants.map(({ subject, times }) => ({
    subject,
    microseconds: median(times),
    ratio: median(times.map((time, round) => time / (first?.times[round] ?? time))),
  }));
}

/** How often to call in a turn, found after a turn's time of warming up. */
async function callsPerTurn(call: () => unknown): Promise<number> {
  let calls = 1;
  let once = await timeOf(call, calls);
  while (once * calls < millisecondsPerTurn * 1_000) {
    calls *= 2;
    once = await timeOf(call, calls);
  }
  return Math.max(1, Math.round((millisecondsPerTurn * 1_000) / once));
}

/** Microseconds of one call, averaged over `calls` calls. */
async function timeOf(call: () => unknown, calls: number): Promise<number> {
  const start = performance.now();
  for (let n = 0; n < calls; n += 1) {
    const result = call();
    if (result instanceof Promise) await result;
  }
  return ((performance.now() - start) * 1_000) / calls;
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
