import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type RunningSandbox, startSandbox } from "../start";
import { Developer } from "../testing/developer";

let sandbox: RunningSandbox;
let developer: Developer;
beforeAll(async () => {
  sandbox = await startSandbox({ seedPeople: ["noor", "tomas", "wanjiru"] });
  developer = new Developer(sandbox);
  await developer.token();
}, 60_000);
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.close());

const list = () => developer.call("GET", "/access-requests");

describe("the log of calls", () => {
  it("has method, path, query, headers, body, status and time", async () => {
    const person = await developer.person("noor");
    await developer.ask(person, "For the log");
    await developer.call("GET", "/tags", { query: { user_id: person.id } });
    await fetch(sandbox.tokenUrl, { method: "POST", body: new URLSearchParams({ code: "x y" }) });
    expect(sandbox.control.calls()).toMatchObject([
      {
        method: "POST",
        path: "/api/v1/access-requests",
        query: {},
        headers: { authorization: expect.stringMatching(/^Bearer /) },
        body: { memoryKey: person.memoryKey, reason: "For the log" },
        status: 201,
        at: expect.stringMatching(/Z$/),
      },
      {
        method: "GET",
        path: "/api/v1/tags",
        query: { user_id: person.id },
        body: null,
        status: 403,
      },
      { path: "/api/v1/oauth/token", body: { code: "x y" }, status: 401 },
    ]);
    sandbox.control.clearCalls();
    expect(sandbox.control.calls()).toEqual([]);
  });
});

describe("faults", () => {
  it("answers what it is told, as often as it is told", async () => {
    const { control } = sandbox;
    control.fail({
      path: "/access-requests",
      times: 2,
      fault: { status: 429, headers: { "retry-after": "7" }, body: { message: "Slow down" } },
    });
    for (let time = 0; time < 2; time++) {
      const answer = await list();
      expect(answer.status).toBe(429);
      expect(answer.headers.get("retry-after")).toBe("7");
      expect(answer.body).toEqual({ message: "Slow down" });
    }
    expect((await list()).status).toBe(200);
  });

  it("fits by method and by path, until cleared", async () => {
    const { control } = sandbox;
    control.fail({ method: "post", path: /\/access-requests/g, fault: { status: 503, body: {} } });
    const post = () => developer.call("POST", "/access-requests", { body: {} });
    expect((await list()).status).toBe(200);
    expect((await post()).status).toBe(503);
    expect((await post()).status).toBe(503);
    control.clearFaults();
    expect((await post()).status).toBe(400);
  });

  it("gives an empty body when told none, and text as text", async () => {
    const headers = { authorization: `Bearer ${await developer.token()}` };
    const url = `${sandbox.apiUrl}/access-requests`;
    sandbox.control.fail({ path: "/access-requests", times: 1, fault: { status: 502 } });
    const empty = await fetch(url, { headers });
    expect([empty.status, await empty.text()]).toEqual([502, ""]);
    const fault = { status: 500, body: "plain words" };
    sandbox.control.fail({ path: "/access-requests", times: 1, fault });
    const text = await fetch(url, { headers });
    expect(text.headers.get("content-type")).toContain("text/plain");
    expect(await text.text()).toBe("plain words");
  });

  it("resets the connection without doing the work", async () => {
    const person = await developer.person("noor");
    sandbox.control.fail({ path: "/access-requests", fault: { reset: true } });
    await expect(developer.ask(person)).rejects.toThrow("fetch failed");
    expect(await sandbox.control.requests()).toEqual([]);
    expect(sandbox.control.calls()).toMatchObject([{ method: "POST", status: 0 }]);
  });

  it("does the work and loses the answer", async () => {
    const person = await developer.person("noor");
    sandbox.control.fail({ path: "/access-requests", times: 1, fault: { lostAnswer: true } });
    await expect(developer.ask(person)).rejects.toThrow("fetch failed");
    expect(await sandbox.control.requests()).toHaveLength(1);
    expect(sandbox.control.calls()).toMatchObject([{ method: "POST", status: 0 }]);
  });

  it.each([
    ["the connection is cut", undefined],
    ["a gateway has answered", 504],
  ])("does the work after %s", async (_, status) => {
    const person = await developer.person("noor");
    const fault = { handledAfterMs: 1_000, ...(status && { status }) };
    sandbox.control.fail({ path: "/access-requests", times: 1, fault });
    await expect(developer.ask(person)).rejects.toThrow(status ? "JSON" : "fetch failed");
    expect(await sandbox.control.requests()).toEqual([]);
    const isDone = async () => expect(await sandbox.control.requests()).toHaveLength(1);
    await vi.waitFor(isDone, { timeout: 5_000 });
    expect(sandbox.control.calls()).toMatchObject([{ method: "POST", status: status ?? 0 }]);
  });

  it("breaks the answer off half-way", async () => {
    const person = await developer.approved("noor");
    sandbox.control.fail({ path: "/memory-blobs", times: 1, fault: { truncate: true } });
    await expect(developer.list(person)).rejects.toThrow("terminated");
    expect((await developer.list(person)).memoryBlobs).toHaveLength(10);
  });

  it("waits, and serves others meanwhile", async () => {
    sandbox.control.fail({ path: "/access-requests", times: 1, fault: { delayMs: 400 } });
    const started = performance.now();
    let slowDone = false;
    const slow = list().then((answer) => {
      slowDone = true;
      return answer;
    });
    await expect.poll(() => sandbox.control.calls().length).toBe(1);
    expect((await list()).status).toBe(200);
    expect(slowDone).toBe(false);
    expect((await slow).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(390);
  });

  it("answers with a page where JSON is expected", async () => {
    sandbox.control.fail({ path: "/access-requests", times: 1, fault: { html: true } });
    const answer = await fetch(`${sandbox.apiUrl}/access-requests`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await answer.text()).toContain("<h1>");
  });
});

describe("people and memories", () => {
  it("writes a memory as it is, and changes it by its id", async () => {
    const { control } = sandbox;
    const { id: personId } = await developer.person("tomas");
    const made = await control.putBlob(personId, { id: "custom-1", content: "raw", tags: ["t"] });
    expect(made).toMatchObject({ id: "custom-1", content: "raw", tags: ["t"], title: null });
    const at = new Date("2020-02-02T02:02:02.002Z");
    await control.putBlob(personId, { id: "custom-1", title: "Now", updatedAt: at });
    expect(await control.getBlob("custom-1")).toMatchObject({
      content: "raw",
      title: "Now",
      updated_at: at,
    });
    expect(await control.blobs(personId)).toHaveLength(1);
    expect(await control.getBlob("nope")).toBeNull();
    await expect(control.putBlob("nobody", { content: "x" })).rejects.toThrow("no person");
  });

  it("seals and opens with a person's own key", async () => {
    const { control } = sandbox;
    const noor = await developer.person("noor");
    const tomas = await developer.person("tomas");
    const content = await control.seal(noor.id, "between us", "gcm-base64");
    expect(await control.open(noor.id, content)).toBe("between us");
    expect(await control.open(tomas.id, content)).toBeNull();
  });

  it("refuses to decide about a request that does not exist", async () => {
    await expect(sandbox.control.decide("nope", "approved")).rejects.toThrow("no access request");
  });

  it("resets what was changed, and only that", async () => {
    const { control } = sandbox;
    const before = await control.people();
    const wanjiru = await developer.approved("wanjiru");
    const ids = (await control.blobs(wanjiru.id)).map(({ id }) => id);
    await control.putBlob(wanjiru.id, { content: "x", tags: ["other"] });
    await control.rotateKey(wanjiru.id, { reencrypt: false });
    await control.putBlob((await developer.person("tomas")).id, { content: "y" });
    await control.reset();
    expect(await control.people()).toEqual(before);
    expect((await control.blobs(wanjiru.id)).map(({ id }) => id)).toEqual(ids);
    expect(await control.requests()).toEqual([]);
    expect(control.calls()).toEqual([]);
  });
});
