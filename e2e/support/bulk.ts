import { expect, type Page } from "@playwright/test";
import { scrollList } from "./list";
import { personId } from "./people";
import type { RemoteSandbox } from "./sandbox";

export const bar = (page: Page) => page.getByRole("region", { name: "Selection" });

export const panel = (page: Page) => page.getByRole("region", { name: "Changes to many memories" });

/** What the panel says once a job is over: "9 of 10 done" is not yet that. */
export const ended = (page: Page, text: string) => panel(page).getByText(text, { exact: true });

export const box = (page: Page, title: string) =>
  page.getByRole("checkbox", { name: `Select “${title}”`, exact: true });
export const offer = (page: Page, name: string | RegExp) => bar(page).getByRole("button", { name });

/** Gives the person without memories so many, the first one the newest. */
export async function fill(sandbox: RemoteSandbox, count: number, tags: string[] = []) {
  const id = await personId(sandbox, "tomas");
  const blobs = [];
  for (let number = 1; number <= count; number += 1) {
    const createdAt = new Date(Date.UTC(2026, 0, 1) - number * 60_000);
    const title = `Note ${number}`;
    const content = await sandbox.seal(id, `The text of note ${number}.`);
    blobs.push(
      await sandbox.putBlob(id, { title, content, tags, createdAt, updatedAt: createdAt }),
    );
  }
  return { personId: id, blobs };
}

/** The greatest number of calls to one memory or trash item that were under way at once. */
export function watchCalls(page: Page) {
  let now = 0;
  let most = 0;
  const isOne = (url: string) => /\/api\/(?:memories|trash)\/[^/?]+(?:\/restore)?$/.test(url);
  page.on("request", (request) => {
    if (!isOne(request.url())) return;
    now += 1;
    most = Math.max(most, now);
  });
  const end = (request: { url(): string }) => {
    if (isOne(request.url())) now -= 1;
  };
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return { most: () => most };
}

export async function selectAllMatching(page: Page, first: string, count: number) {
  await scrollList(page, 0);
  await box(page, first).check();
  await offer(page, `Select all ${count} matching`).click();
  await expect(bar(page)).toContainText(`All ${count} matching selected`);
}
