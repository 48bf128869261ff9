import { expect, type Page } from "@playwright/test";
import { arrive, type Slug } from "./people";
import type { RemoteSandbox } from "./sandbox";

export const rowOf = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
export const names = (page: Page) =>
  page.getByRole("rowheader").getByRole("link").allTextContents();

export const dialog = (page: Page) => page.getByRole("dialog");

export const panel = (page: Page) => page.getByRole("region", { name: "Changes to many memories" });

export const notice = (page: Page) =>
  page.getByRole("status").filter({ hasText: "stopped before its end" });

export async function personId(sandbox: RemoteSandbox, slug: Slug): Promise<string> {
  const person = (await sandbox.people()).find((one) => one.slug === slug);
  if (!person) throw new Error(`No ${slug}.`);
  return person.id;
}

/** The memories that carry a tag, as Memoram stores them. */
export async function carrying(sandbox: RemoteSandbox, slug: Slug, name: string) {
  const blobs = await sandbox.blobs(await personId(sandbox, slug));
  return blobs.filter(({ tags }) => tags.includes(name));
}

/** How often each memory was written, by what Memoram was asked and did. */
export async function writesPerMemory(sandbox: RemoteSandbox): Promise<Map<string, number>> {
  const writes = new Map<string, number>();
  for (const { method, path, status } of await sandbox.calls()) {
    if (method === "PATCH" && status === 200) writes.set(path, (writes.get(path) ?? 0) + 1);
  }
  return writes;
}

export async function openTags(page: Page, sandbox: RemoteSandbox, slug: Slug): Promise<void> {
  await arrive(page, sandbox, slug);
  await page.goto("/tags");
  await expect(page.getByText(/^\d+ tags? on [\d,]+ memor(?:y|ies)$/)).toBeVisible();
}

export async function act(page: Page, tag: string, action: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${tag}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action }).click();
  await expect(dialog(page)).toBeVisible();
}
