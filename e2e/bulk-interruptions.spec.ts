import { expect } from "@playwright/test";
import { bar, ended, fill, panel, selectAllMatching } from "./support/bulk";
import { expectAccessible, look } from "./support/page-checks";
import { arrive } from "./support/people";
import { test } from "./support/test";

test("a job pauses, goes on, waits where Memoram asks for it, and is cancelled", {
  tag: "@long",
}, async ({ page, sandbox, watch }) => {
  test.setTimeout(150_000);
  watch.allow(/^429 PATCH/);
  const { personId: tomas } = await fill(sandbox, 60);
  await arrive(page, sandbox, "tomas");
  await selectAllMatching(page, "Note 1", 60);
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 400 } });
  await page.keyboard.press("t");
  await page.getByRole("dialog").getByRole("combobox").fill("kept");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add to 60 memories" }).click();
  await expect(panel(page)).toContainText("of 60 done");

  await test.step("pause: nothing more is written", async () => {
    await panel(page).getByRole("button", { name: "Pause" }).click();
    await expect(panel(page)).toContainText("Paused");
    const tagged = async () =>
      (await sandbox.blobs(tomas)).filter(({ tags }) => tags.includes("kept")).length;
    await expect(async () => {
      const before = await tagged();
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
      expect(await tagged()).toBe(before);
    }).toPass();
    expect(await tagged()).toBeLessThan(60);
    await expectAccessible(page);
    await look(page, "bulk-paused");
  });

  await test.step("closing the tab asks", async () => {
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
  });

  await test.step("a 429 is waited for, with a countdown", async () => {
    await sandbox.clearFaults();
    await sandbox.fail({
      method: "PATCH",
      path: /memory-blobs/,
      times: 1,
      fault: { status: 429, headers: { "retry-after": "20" } },
    });
    await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 400 } });
    await panel(page).getByRole("button", { name: "Go on" }).click();
    await expect(panel(page)).toContainText(/Goes on by itself in \d+ seconds/);
    await look(page, "bulk-rate-limit");
    await expect(panel(page)).not.toContainText("asks for a pause", { timeout: 30_000 });
  });

  await test.step("cancel", async () => {
    await panel(page).getByRole("button", { name: "Cancel" }).click();
    await expect(panel(page)).toContainText(/Cancelled: \d+ done, \d+ left as they were/);
    await expectAccessible(page);
    await look(page, "bulk-cancelled");
  });
});

test("access that is lost stops a job, and says what would let it go on", async ({
  page,
  sandbox,
  watch,
}) => {
  test.slow();
  watch.allow(/^403 /);
  watch.allow(/^409 /);
  await fill(sandbox, 30);
  await arrive(page, sandbox, "tomas");
  await selectAllMatching(page, "Note 1", 30);
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 300 } });
  await page.keyboard.press("t");
  await page.getByRole("dialog").getByRole("combobox").fill("kept");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Add to 30 memories" }).click();
  await expect(panel(page)).toContainText("of 30 done");
  const [request] = await sandbox.requests();
  await sandbox.decide(request?.id ?? "", "revoked");
  await expect(panel(page)).toContainText("Keepsake has erased your key", { timeout: 20_000 });
  await expect(panel(page).getByRole("link", { name: /Go to the connection/ })).toBeVisible();
  await expectAccessible(page);
  await look(page, "bulk-stopped");
});

test("a job waits out a lost connection, and goes on by itself", { tag: "@long" }, async ({
  page,
  context,
  sandbox,
  watch,
}) => {
  test.slow();
  watch.allow(/ERR_INTERNET_DISCONNECTED/);
  const { personId: tomas } = await fill(sandbox, 30);
  await arrive(page, sandbox, "tomas");
  await selectAllMatching(page, "Note 1", 30);
  await sandbox.fail({ method: "PATCH", path: /memory-blobs/, fault: { delayMs: 300 } });
  await bar(page).getByRole("button", { name: "Importance" }).click();
  await page.getByRole("button", { name: "Set 0.5 for 30 memories" }).click();
  await expect(panel(page)).toContainText("of 30 done");
  await context.setOffline(true);
  await expect(panel(page)).toContainText("Goes on by itself once there is a connection");
  await expectAccessible(page);
  await look(page, "bulk-offline");
  await sandbox.clearFaults();
  await context.setOffline(false);
  await expect(ended(page, "30 done")).toBeVisible({ timeout: 45_000 });
  const blobs = await sandbox.blobs(tomas);
  expect(blobs.filter(({ importance }) => importance === 0.5)).toHaveLength(30);
});
