import type { Page } from "@playwright/test";

/** What the browser itself calls a long task, in milliseconds. */
export const LONG_TASK_MS = 50;

/** Begins to note every task of more than 50 ms; the answer tells those since the last call. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
    }).observe({ entryTypes: ["longtask"] });
  });
  return () =>
    page.evaluate(() => {
      const tasks: unknown = Reflect.get(window, "longTasks");
      return Array.isArray(tasks) ? tasks.splice(0).map(Number) : [];
    });
}
