import { expect, type Page } from "@playwright/test";
import type { RemoteSandbox } from "./sandbox";

export type Slug = "noor" | "tomas" | "priya" | "wanjiru";

async function nameOf(sandbox: RemoteSandbox, slug: Slug): Promise<string> {
  const person = (await sandbox.people()).find((one) => one.slug === slug);
  if (!person) throw new Error(`The sandbox knows no ${slug}.`);
  return person.name;
}

const begin = /^(Continue with Memoram|Connect again|Weiter mit Memoram|Wieder verbinden)$/;

/** From the page that is open: signs in with Memoram as this person, through the consent page. */
export async function signIn(page: Page, sandbox: RemoteSandbox, slug: Slug): Promise<void> {
  await page.getByRole("button", { name: begin }).click();
  await page.waitForURL(/\/oauth\/authorize/);
  await page.getByRole("radio", { name: await nameOf(sandbox, slug) }).check();
  await page.getByRole("button", { name: "Allow" }).click();
  await page.waitForURL(/\/(connect|memories|settings|signin)/);
}

/** Decides this person's newest request in the sandbox's dashboard, in a tab of its own. */
export async function decide(
  page: Page,
  sandbox: RemoteSandbox,
  dashboard: string,
  slug: Slug,
  decision: "Approve" | "Reject" | "Revoke",
): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto(dashboard);
  const name = await nameOf(sandbox, slug);
  await tab.getByRole("navigation").getByRole("link", { name }).click();
  await expect(tab.getByRole("heading", { level: 1, name })).toBeVisible();
  const button = tab.getByRole("button", { name: decision });
  await button.first().click();
  await expect(button).toHaveCount(0);
  await tab.close();
}

/** Signed in and approved, without clicking through it again: lands on the list. */
export async function arrive(page: Page, sandbox: RemoteSandbox, slug: Slug): Promise<void> {
  await page.goto("/");
  await signIn(page, sandbox, slug);
  const requests = await sandbox.requests();
  const pending = requests.find(({ status }) => status === "pending");
  if (pending) await sandbox.decide(pending.id, "approved");
  await page.waitForURL(/\/memories$/);
}
