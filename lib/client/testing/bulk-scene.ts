import { beforeEach } from "vitest";
import { BulkRunner } from "@/lib/client/bulk/bulk-runner";
import type { Outcome } from "@/lib/client/bulk/change-one";
import type { BulkAction, BulkJob } from "@/lib/client/bulk/job";
import { FakeEnvironment } from "./environment";
import { memoryOf } from "./memories";
import { MemoryServer } from "./memory-server";

export let tab: FakeEnvironment;
export let server: MemoryServer;
export let runner: BulkRunner;
export let outcomes: Map<string, Outcome["kind"]>;
export let lost: unknown[];
export let held: number;
export let ends: string[];

/** Gives each test of the file a tab, a server and a runner that nothing has happened to. */
export function eachWithRunner(): void {
  beforeEach(() => {
    tab = new FakeEnvironment();
    server = new MemoryServer();
    tab.answer = server.answer;
    outcomes = new Map();
    lost = [];
    held = 0;
    ends = [];
    runner = new BulkRunner({
      fetch: tab.fetch,
      now: tab.now,
      later: tab.later,
      onOnline: tab.onOnline,
      noteSilence: tab.noteSilence,
      onOutcome: (id, { kind }) => void outcomes.set(id, kind),
      onLost: (error) => void lost.push(error),
      onEnd: ({ kind }) => void ends.push(kind),
      hold: () => {
        held += 1;
        return () => {
          held -= 1;
        };
      },
    });
  });
}

export const ids = (count: number) => Array.from({ length: count }, (_, at) => `m${at}`);
export const items = (count: number) => ids(count).map((id) => ({ id, title: `Title ${id}` }));
export const fill = (count: number) =>
  server.put(...ids(count).map((id) => memoryOf({ id, tags: ["a"] })));
export const tag: BulkAction = { kind: "addTags", tags: ["new"] };

export function job(): BulkJob {
  const { job: current } = runner.getSnapshot();
  if (!current) throw new Error("There is no job.");
  return current;
}

export async function run(action: BulkAction, count: number): Promise<BulkJob> {
  const { ended } = runner.start(action, items(count));
  return await ended;
}

/** A gate that a test opens. */
export function close(): () => void {
  let open: () => void = () => {};
  server.gate = new Promise((resolve) => {
    open = resolve;
  });
  return open;
}
