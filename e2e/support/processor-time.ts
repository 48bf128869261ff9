import type { Page } from "@playwright/test";
import { z } from "zod";
import { LONG_TASK_MS } from "./long-tasks";

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds by the clock, and those of them in which the thread was on a processor. */
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.object({ name: z.unknown() }).partial().optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;

export type LongTasks = {
  /** What each took of a processor: the page's own doing, whatever else the machine is busy with. */
  ofProcessor: number[];
  /** What each took by the clock, as the browser's own observer of long tasks counts. */
  byClock: number[];
  /** What the longest task took of a processor, a long one or not. */
  longest: number;
};

/** The tasks of the page's main thread that take more than 50 ms while `work` is done. */
export async function longTasksDuring(page: Page, work: () => Promise<void>): Promise<LongTasks> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) {
      const parsed = eventSchema.safeParse(event);
      if (parsed.success) events.push(parsed.data);
    }
  });
  const ended = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel"] },
  });
  await work();
  await session.send("Tracing.end");
  await ended;
  await session.detach();

  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const isMain = ({ name, args }: TraceEvent) =>
    name === "thread_name" && args?.name === "CrRendererMain";
  const main = new Set(events.filter(isMain).map(threadOf));
  const tasks = events.filter(
    (event) => event.ph === "X" && event.name.endsWith("::RunTask") && main.has(threadOf(event)),
  );
  if (tasks.length === 0) throw new Error("The trace holds no tasks of the page.");
  const over = (pick: (event: TraceEvent) => number | undefined) =>
    tasks.map((task) => Math.round((pick(task) ?? 0) / 1_000)).filter((ms) => ms > LONG_TASK_MS);
  return {
    ofProcessor: over(({ tdur }) => tdur),
    byClock: over(({ dur }) => dur),
    longest: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1_000)),
  };
}
