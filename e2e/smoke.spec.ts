import { expect } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { test } from "./support/test";

test("the production build serves its first page, accessible and without a word of complaint", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Continue with Memoram" })).toBeVisible();
  await expectAccessible(page);
  await look(page, "landing");
});

test("database and Memoram are reached", async ({ request }) => {
  const response = await request.get("/api/health/ready");
  expect(response.status()).toBe(200);
});
