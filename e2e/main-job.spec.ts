import { expect } from "@playwright/test";
import { expectAccessible, look } from "./support/page-checks";
import { decide, signIn } from "./support/people";
import { test } from "./support/test";

test("from the landing page to a memory that is made, edited, tagged and deleted", async ({
  page,
  sandbox,
  servers,
}) => {
  test.slow();
  const dashboard = `${servers.sandbox}/dashboard`;

  await page.goto("/");
  await expectAccessible(page);
  await look(page, "landing");

  await test.step("sign in and be approved", async () => {
    await signIn(page, sandbox, "noor");
    await expect(page).toHaveURL(/\/connect/);
    await expect(page.getByRole("heading", { name: "One approval left" })).toBeVisible();
    await expectAccessible(page);
    await look(page, "connect-pending");
    await expect(page.getByRole("link", { name: "Open Memoram dashboard" })).toHaveAttribute(
      "href",
      dashboard,
    );
    await decide(page, sandbox, dashboard, "noor", "Approve");
    await page.waitForURL(/\/memories$/);
  });

  await test.step("look around", async () => {
    await expect(
      page.getByRole("link", { name: "Prefers night trains to short flights" }),
    ).toBeVisible();
    await expect(page.getByText("61 memories")).toBeVisible();
    await expectAccessible(page);
    await look(page, "memories");
  });

  const title = "Takes the stairs up to the fifth floor";
  await test.step("keep a new memory", async () => {
    await page.getByRole("button", { name: "New memory" }).click();
    await page.waitForURL(/\/memories\/new/);
    await expectAccessible(page);
    await look(page, "new-memory");
    await page.getByRole("textbox", { name: "Title" }).fill(title);
    await page.getByRole("textbox", { name: "Summary" }).fill("Lifts only with luggage.");
    await page
      .getByRole("textbox", { name: "Content" })
      .fill("Up to the **fifth** floor. Then the lift.");
    await page.getByRole("combobox", { name: "Tags" }).fill("hea");
    await page.getByRole("option", { name: "health" }).click();
    await page.getByRole("combobox", { name: "Tags" }).fill("stairs");
    await page.keyboard.press("Enter");
    await page.getByLabel("Importance").fill("0.9");
    await page.getByLabel("Confidence").press("End");
    await page.getByRole("textbox", { name: "Source" }).fill("by hand");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/memories\/(?!new)[a-z0-9]+$/);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator("strong", { hasText: "fifth" })).toBeVisible();
    await expectAccessible(page);
    await look(page, "memory");
  });

  const id = page.url().split("/").at(-1) ?? "";
  await test.step("Memoram holds it encrypted, with both tags", async () => {
    const blob = await sandbox.getBlob(id);
    expect(blob?.content).toMatch(/^[0-9a-f]{24}:[0-9a-f]{32}:[0-9a-f]+$/);
    const [noor] = (await sandbox.people()).filter(({ slug }) => slug === "noor");
    expect(await sandbox.open(noor?.id ?? "", blob?.content ?? "")).toBe(
      "Up to the **fifth** floor. Then the lift.",
    );
  });

  await test.step("edit it", async () => {
    await page.getByRole("button", { name: "Edit" }).click();
    await expect(page.getByRole("textbox", { name: "Content" })).toBeVisible();
    await expectAccessible(page);
    await look(page, "edit-memory");
    await page
      .getByRole("textbox", { name: "Content" })
      .fill("Up to the third floor, since the knee.");
    await page.getByRole("textbox", { name: "Summary" }).fill("");
    await page.getByRole("button", { name: "Save" }).click();
    // The row shows the new words before they are saved.
    await expect(page.getByRole("button", { name: "Edit" })).toBeVisible();
    await expect(page.getByText("Up to the third floor, since the knee.").first()).toBeVisible();
    await page.reload();
    await expect(page.getByText("Up to the third floor, since the knee.").first()).toBeVisible();
    await expect(page.getByText("Lifts only with luggage.")).toHaveCount(0);
  });

  await test.step("delete it", async () => {
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByText("Memory deleted")).toBeVisible();
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await expect(page.getByRole("link", { name: title })).toHaveCount(0);
    await expect.poll(() => sandbox.getBlob(id)).toBeNull();
  });

  await test.step("sign out", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expectAccessible(page);
    await look(page, "settings");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto("/memories");
    await expect(page).toHaveURL(/\/signin\?callbackUrl=%2Fmemories/);
    await expectAccessible(page);
    await look(page, "signin");
  });
});
