import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SandboxPerson } from "../control/control";
import { type RunningSandbox, startSandbox } from "../start";
import { Browser, hiddenFields, plain } from "../testing/browser";
import { Developer } from "../testing/developer";

let sandbox: RunningSandbox;
let developer: Developer;
let person: SandboxPerson;
let browser: Browser;
beforeAll(async () => {
  sandbox = await startSandbox({ seedPeople: ["noor", "tomas", "wanjiru"] });
  developer = new Developer(sandbox);
}, 60_000);
beforeEach(async () => {
  await sandbox.control.reset();
  person = await developer.person("wanjiru");
  browser = new Browser();
});
afterAll(() => sandbox.close());

const open = () => browser.open(`${sandbox.dashboardUrl}?person=${person.id}`);

/** Presses the button of a form on the person's dashboard and gives back where it leads. */
async function press(path: string, decision?: string, more: Record<string, string> = {}) {
  const { html } = await open();
  const answer = await browser.post(`${sandbox.origin}${path}`, {
    ...hiddenFields(html, path),
    ...(decision ? { decision } : {}),
    ...more,
  });
  return { status: answer.status, location: answer.headers.get("location") };
}

async function statusOf(id: string) {
  return (await sandbox.control.requests()).find((request) => request.id === id)?.status;
}

describe("the dashboard", () => {
  it("is plain HTML that says what it is", async () => {
    const { answer, html } = await open();
    expect(answer.status).toBe(200);
    expect(html).toContain("a stand-in for Memoram. Nothing here is real.");
    expect(html).toContain(`value="${person.memoryKey}"`);
    expect(html).toContain("<dt>Memories kept</dt><dd>5</dd>");
    expect(html).toContain("<dt>Key version</dt><dd>1</dd>");
    expect(html).not.toMatch(/<script|style=|http-equiv/);
    const css = /href="([^"]+\.css)"/.exec(html)?.[1];
    const sheet = await fetch(`${sandbox.origin}${css}`);
    expect(sheet.headers.get("content-type")).toContain("text/css");
  });

  it("remembers whom one looks at", async () => {
    await open();
    expect((await browser.open(sandbox.dashboardUrl)).html).toContain("<h1>Wanjiru Kamau</h1>");
    expect((await new Browser().open(sandbox.dashboardUrl)).html).toContain("<h1>Noor Haddad</h1>");
  });

  it("lists only that person's requests, newest first, as text", async () => {
    await developer.ask(person, "The first");
    await developer.ask(person, '<b>The "second"</b>');
    await developer.ask(await developer.person("tomas"), "Somebody else's");
    const { html } = await open();
    expect(html).not.toContain("Somebody else");
    expect(html).not.toContain("<b>");
    expect(plain(html).indexOf('<b>The "second"</b>')).toBeGreaterThan(0);
    expect(plain(html).indexOf('<b>The "second"</b>')).toBeLessThan(html.indexOf("The first"));
  });

  it("approves, then revokes; each button is described by the reason", async () => {
    const id = await developer.ask(person, "To show you your memories");
    const button = (label: string) => `aria-describedby="reason-${id}">${label}</button>`;
    const pending = (await open()).html;
    expect(pending).toContain(button("Approve"));
    expect(pending).toContain(button("Reject"));
    expect(pending).not.toContain(button("Revoke"));

    const path = `/dashboard/requests/${id}`;
    expect(await press(path, "approved")).toEqual({
      status: 303,
      location: "/dashboard?notice=approved",
    });
    expect(await statusOf(id)).toBe("approved");
    const approved = (await open()).html;
    expect(approved).toContain(button("Revoke"));
    expect(approved).not.toContain(button("Approve"));

    await press(path, "revoked");
    expect(await statusOf(id)).toBe("revoked");
    expect((await open()).html).not.toContain(`aria-describedby="reason-${id}"`);
  });

  it("rejects, and a decision stands", async () => {
    const id = await developer.ask(person);
    const path = `/dashboard/requests/${id}`;
    const stale = hiddenFields((await open()).html, path);
    await press(path, "rejected");
    expect(await statusOf(id)).toBe("rejected");
    for (const decision of ["approved", "revoked", "pending", "nonsense"]) {
      const answer = await browser.post(`${sandbox.origin}${path}`, { ...stale, decision });
      expect(answer.headers.get("location")).toBe("/dashboard?notice=unchanged");
    }
    expect(await statusOf(id)).toBe("rejected");
  });

  it("decides nothing for somebody else's request", async () => {
    const id = await developer.ask(await developer.person("tomas"));
    const fields = hiddenFields((await open()).html, "/dashboard/rotate");
    await browser.post(`${sandbox.origin}/dashboard/requests/${id}`, {
      ...fields,
      decision: "approved",
    });
    expect(await statusOf(id)).toBe("pending");
  });

  it("takes no form from another browser or another site", async () => {
    const id = await developer.ask(person);
    const path = `/dashboard/requests/${id}`;
    const fields = { ...hiddenFields((await open()).html, path), decision: "approved" };
    const stranger = new Browser();
    await stranger.open(sandbox.dashboardUrl);
    const url = `${sandbox.origin}${path}`;
    for (const answer of [
      await new Browser().post(url, fields),
      await stranger.post(url, fields),
      await browser.post(url, fields, { "sec-fetch-site": "cross-site" }),
      await browser.post(url, { ...fields, proof: "" }),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect(await statusOf(id)).toBe("pending");
  });

  it("rotates the key: what was readable stays so, under the new key alone", async () => {
    const before = await sandbox.control.blobs(person.id);
    await press("/dashboard/rotate", undefined, { reencrypt: "yes" });
    const after = await developer.person("wanjiru");
    expect(after.keyVersion).toBe(2);
    expect(after.encryptionKey).not.toBe(person.encryptionKey);
    for (const blob of await sandbox.control.blobs(person.id)) {
      expect(before.map(({ content }) => content)).not.toContain(blob.content);
      expect(await sandbox.control.open(person.id, blob.content)).not.toBeNull();
    }
  });

  it("rotates the key without re-encrypting when asked to", async () => {
    await press("/dashboard/rotate");
    for (const blob of await sandbox.control.blobs(person.id)) {
      expect(await sandbox.control.open(person.id, blob.content)).toBeNull();
    }
  });

  it("starts over: the seed's memories under the present key, and no access", async () => {
    const approved = await developer.ask(person);
    await sandbox.control.decide(approved, "approved");
    const pending = await developer.ask(person);
    await sandbox.control.rotateKey(person.id, { reencrypt: true });
    await sandbox.control.putBlob(person.id, { content: "mine", tags: ["own"] });

    expect((await press("/dashboard/start-over")).location).toBe("/dashboard?notice=restarted");
    const blobs = await sandbox.control.blobs(person.id);
    expect(blobs).toHaveLength(5);
    for (const blob of blobs) {
      expect(await sandbox.control.open(person.id, blob.content)).not.toBeNull();
    }
    expect((await developer.person("wanjiru")).keyVersion).toBe(2);
    expect(await statusOf(approved)).toBe("revoked");
    expect(await statusOf(pending)).toBe("rejected");
  });

  it("says when there is no such page", async () => {
    const { answer, html } = await browser.open(`${sandbox.origin}/nothing`);
    expect(answer.status).toBe(404);
    expect(html).toContain("SANDBOX");
    expect((await browser.open(sandbox.origin)).answer.headers.get("location")).toBe("/dashboard");
  });
});
