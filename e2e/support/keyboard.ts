import type { Page } from "@playwright/test";

export const rows = (page: Page) => page.getByRole("main").getByRole("heading", { level: 3 });

export const rowLinks = (page: Page) => rows(page).getByRole("link");

export const search = (page: Page) => page.getByRole("searchbox", { name: "Search memories" });

export const palette = (page: Page) => page.getByRole("dialog", { name: "Search and commands" });

export const paletteField = (page: Page) => palette(page).getByRole("combobox");

export const option = (page: Page, name: string | RegExp) =>
  palette(page).getByRole("option", { name });

export const help = (page: Page) => page.getByRole("dialog", { name: "Keyboard shortcuts" });

export const article = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

export async function titleAt(page: Page, index: number): Promise<string> {
  return (await rowLinks(page).nth(index).textContent()) ?? "";
}

/** A key as a layout other than the US one sends it. */
export type Press = Partial<
  Record<"ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing", boolean>
> & { key: string; code?: string };

export async function pressAs(page: Page, press: Press): Promise<void> {
  await page.evaluate((pressed) => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(
      new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...pressed }),
    );
  }, press);
}
