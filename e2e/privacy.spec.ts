import { expect } from "@playwright/test";
import { arrive } from "./support/people";
import { test } from "./support/test";

test("two people never see each other's memories, also by address", async ({
  page,
  sandbox,
  newContext,
  watch,
}) => {
  watch.allow(/^404 .*\/api\/memories\//);
  const other = await (await newContext()).newPage();
  await arrive(page, sandbox, "noor");
  await arrive(other, sandbox, "wanjiru");

  const idsOf = async (from: typeof page) => {
    const answer = await from.request.get("/api/memories?limit=100");
    const { items } = await answer.json();
    return items.map(({ id }: { id: string }) => id) as string[];
  };
  const [ours, theirs] = [await idsOf(page), await idsOf(other)];
  expect(ours.length).toBeGreaterThan(50);
  expect(theirs.length).toBeGreaterThan(2);
  expect(ours.filter((id) => theirs.includes(id))).toEqual([]);

  const target = ours[0] ?? "";
  await other.goto(`/memories/${target}`);
  await expect(other.getByText("This memory is not there")).toBeVisible();
  await expect(other.getByText("Prefers night trains")).toHaveCount(0);

  const answers = await Promise.all(
    [target, "c00000000000000000000000"].map(async (id) => {
      const answer = await other.request.get(`/api/memories/${id}`);
      const { requestId: _, ...problem } = await answer.json();
      return { status: answer.status(), problem };
    }),
  );
  expect(answers[0]).toEqual(answers[1]);

  const refused = await other.request.delete(`/api/memories/${target}`, {
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(refused.status()).toBe(404);
  expect(await sandbox.getBlob(target)).not.toBeNull();
});

test("after signing out, the next person on this computer sees nothing of the first", async ({
  page,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await expect(page.getByText("Prefers night trains").first()).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goBack();
  await expect(page.getByText("Prefers night trains")).toHaveCount(0);
  await arrive(page, sandbox, "wanjiru");
  await expect(page.getByRole("main").getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expect(page.getByText("Prefers night trains")).toHaveCount(0);
});

test("a tab that stays open belongs to nobody else: signing out in another one empties it", async ({
  page,
  context,
  sandbox,
}) => {
  await arrive(page, sandbox, "noor");
  await page.getByRole("button", { name: "New memory" }).click();
  await page.getByRole("textbox", { name: "Content" }).fill("Words of the first person");
  await expect(page.getByText("draft kept")).toBeVisible();
  const drafts = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes("draft")).length);
  await expect.poll(drafts).toBe(1);

  const other = await context.newPage();
  await other.goto("/settings");
  await other.getByRole("button", { name: "Sign out" }).click();
  await other.waitForURL((url) => url.pathname === "/");
  await page.waitForURL(/\/signin/);
  expect(await drafts()).toBe(0);

  await arrive(other, sandbox, "wanjiru");
  await expect(other.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(5);
  await page.goto("/memories/new");
  await expect(page.getByRole("textbox", { name: "Content" })).toHaveValue("");
  await expect(page.getByText("Prefers night trains")).toHaveCount(0);
});
