import { expect, type Locator, type Page } from "@playwright/test";
import type { RemoteSandbox } from "./sandbox";

export const field = (page: Page, name: string) => page.getByRole("textbox", { name });

/** Where the first line of text stands, whatever frame lies around it. */
export async function textPlace(locator: Locator): Promise<{ x: number; y: number }> {
  return await locator.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const { paddingLeft, paddingTop, borderLeftWidth, borderTopWidth } = getComputedStyle(element);
    return {
      x: left + Number.parseFloat(paddingLeft) + Number.parseFloat(borderLeftWidth),
      y: top + Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth),
    };
  });
}

export async function open(page: Page, title: string): Promise<void> {
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

export async function openFirst(page: Page): Promise<string> {
  const row = page.getByRole("main").getByRole("heading", { level: 3 }).first();
  const title = (await row.textContent()) ?? "";
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return title;
}

export async function allow(sandbox: RemoteSandbox): Promise<void> {
  const pending = (await sandbox.requests()).find(({ status }) => status === "pending");
  if (pending) await sandbox.decide(pending.id, "approved");
}
