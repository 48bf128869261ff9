import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { hiddenFields } from "../../sandbox/testing/browser";
import type { RemoteSandbox } from "./sandbox";

export type Slug = "noor" | "tomas" | "priya" | "wanjiru";

async function personOf(sandbox: RemoteSandbox, slug: Slug) {
  const person = (await sandbox.people()).find((one) => one.slug === slug);
  if (!person) throw new Error(`The sandbox knows no ${slug}.`);
  return person;
}

const nameOf = async (sandbox: RemoteSandbox, slug: Slug) => (await personOf(sandbox, slug)).name;

export const personId = async (sandbox: RemoteSandbox, slug: Slug) =>
  (await personOf(sandbox, slug)).id;

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

/**
 * Walks through the sign-in as a browser does, redirects and cookies and all, but asks for its
 * addresses itself: the pages on the way are looked at by the journeys that are about them.
 */
async function signInUnseen(page: Page, sandbox: RemoteSandbox, slug: Slug): Promise<void> {
  const { request } = page.context();
  const person = await personOf(sandbox, slug);
  const { csrfToken } = z
    .object({ csrfToken: z.string() })
    .parse(await (await request.get("/api/auth/csrf")).json());
  const consent = await request.post("/api/auth/signin/memoram", { form: { csrfToken } });
  const fields = hiddenFields(await consent.text(), "/oauth/authorize");
  const { origin, pathname } = new URL(consent.url());
  const back = await request.post(origin + pathname, {
    form: { ...fields, person: person.id, decision: "allow" },
    headers: { origin },
  });
  expect(new URL(back.url()).pathname).toMatch(/^\/(connect|memories)$/);
}

const statusOf = async (page: Page) =>
  z
    .object({ status: z.string() })
    .parse(await (await page.context().request.get("/api/connection")).json()).status;

/** Signed in and approved, without clicking through it again: lands on the list. */
export async function arrive(page: Page, sandbox: RemoteSandbox, slug: Slug): Promise<void> {
  await signInUnseen(page, sandbox, slug);
  for (const { id, status } of await sandbox.requests()) {
    if (status === "pending") await sandbox.decide(id, "approved");
  }
  await sandbox.forgetChecks();
  await expect.poll(() => statusOf(page), { intervals: [50, 100] }).toBe("approved");
  await page.goto("/memories");
}
