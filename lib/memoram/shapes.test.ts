import { describe, expect, it } from "vitest";
import { isAppError } from "@/lib/errors";
import { createMemoram } from "./client";
import { endless } from "./testing/guarded";
import { memoryTokenStore } from "./testing/token-store";

const at = "2026-01-02T03:04:05.678Z";

/** A client for a Memoram that answers every call with this text. */
function answering(json: unknown) {
  const text = typeof json === "string" ? json : JSON.stringify(json);
  const store = memoryTokenStore().store;
  return createMemoram({
    keepAlive: () => {},
    patience: endless,
    transport: async ({ url }) => {
      const token = JSON.stringify({ token: "t", expires_at: "2999-01-01T00:00:00Z" });
      const isExchange = url.endsWith("/auth/token");
      return { status: 200, retryAfter: undefined, text: isExchange ? token : text };
    },
    baseUrl: "https://memoram.example",
    apiKey: "key",
    tokenClient: { tokenUrl: "", clientId: "", clientSecret: "", authMethod: "client_secret_post" },
    tokenStore: store,
  });
}

async function isUnreadable(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (isAppError(error, "memoram-bad-response")) return true;
    throw error;
  }
}

const least = { id: "b", user_id: "u", content: "c", created_at: at, updated_at: at };
const read = (json: unknown) => answering(json).memoryBlobs.read("u", "b");
const list = (json: unknown) => answering(json).memoryBlobs.list("u", { limit: 1 });
const without = (object: Record<string, unknown>, name: string) =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

describe("a memory blob", () => {
  const empty = {
    ...least,
    title: null,
    summary: null,
    tags: [],
    tag_ids: [],
    importance: null,
    confidence: null,
    source: null,
  };

  it("may lack every optional member, or have null there", async () => {
    expect(await read(least)).toEqual(empty);
    expect(await read({ ...empty, tags: null, tag_ids: null })).toEqual(empty);
  });

  it("keeps any number, however far outside 0 to 1", async () => {
    for (const importance of [-3, 5, 1e21, 0.1 + 0.2]) {
      expect((await read({ ...least, importance, confidence: importance })).importance).toBe(
        importance,
      );
    }
  });

  it("brings nothing along that is not documented", async () => {
    const blob = await read(
      `{"extra":1,"__proto__":{"admin":true},${JSON.stringify(least).slice(1)}`,
    );
    expect(blob).toEqual(empty);
    expect(Object.getPrototypeOf(blob)).toBe(Object.prototype);
  });

  it("has times as ISO 8601 in UTC, from whatever offset", async () => {
    const blob = await read({
      ...least,
      created_at: "2026-01-02T05:04:05.678+02:00",
      updated_at: "2026-01-02T03:04:05Z",
    });
    expect([blob.created_at, blob.updated_at]).toEqual([at, "2026-01-02T03:04:05.000Z"]);
  });

  it.each(["id", "user_id", "content", "created_at", "updated_at"])("needs %s", async (name) => {
    expect(await isUnreadable(read(without(least, name)))).toBe(true);
    for (const bad of [null, 1, {}, []]) {
      expect(await isUnreadable(read({ ...least, [name]: bad }))).toBe(true);
    }
  });

  it.each<[string, unknown[]]>([
    ["id", [""]],
    ["title", [1, {}, []]],
    ["tags", ["a", [1], [null], {}]],
    ["tag_ids", ["a", [1]]],
    ["importance", ["0.5", true]],
    ["confidence", ["0.5"]],
    ["created_at", ["", "yesterday", "2026-13-01T00:00:00Z"]],
  ])("%s of another kind cannot be read", async (name, values) => {
    for (const bad of values) {
      expect([bad, await isUnreadable(read({ ...least, [name]: bad }))]).toEqual([bad, true]);
    }
  });

  it("of another id than the one asked for is not taken for it", async () => {
    const other = { ...least, id: "other" };
    expect(await isUnreadable(read(other))).toBe(true);
    const owner = { memoramUserId: "u", memoryKey: "k" };
    const update = answering(other).memoryBlobs.update(owner, "b", { title: "t" });
    expect(await isUnreadable(update)).toBe(true);
  });
});

describe("a list", () => {
  it("ends with null, nothing or an empty text", async () => {
    for (const end of [{ next_cursor: null }, {}, { next_cursor: "" }]) {
      expect((await list({ memoryBlobs: [least], ...end })).nextCursor).toBeNull();
    }
    expect((await list({ memoryBlobs: [], next_cursor: "c" })).nextCursor).toBe("c");
  });

  it.each([
    {},
    [],
    null,
    { memoryBlobs: null },
    { memoryBlobs: {} },
    { memoryBlobs: [null] },
    { memoryBlobs: [{ ...least, content: undefined }] },
    { memoryBlobs: [], next_cursor: 5 },
    { items: [] },
  ])("%j cannot be read", async (json) => {
    expect(await isUnreadable(list(json))).toBe(true);
  });
});

describe("tags", () => {
  const tag = { id: "t", name: "n", created_at: at, updated_at: at };
  const tags = (items: unknown) => answering({ items }).tags.list("u");

  it("may lack what is not essential", async () => {
    const whole = { ...tag, description: null, color: null, is_enabled: true };
    expect(await tags([tag])).toEqual([whole]);
    expect((await tags([{ ...tag, is_enabled: false }]))[0]?.is_enabled).toBe(false);
  });

  it.each([null, {}, [null], [{ ...tag, id: "" }], [{ ...tag, name: null }], [{}]])(
    "%j cannot be read",
    async (items) => {
      expect(await isUnreadable(tags(items))).toBe(true);
    },
  );
});

describe("credentials", () => {
  const good = {
    user_id: "u",
    memory_key: "m",
    encryption_key: "AB".repeat(32),
    key_version: 1,
  };
  const credentials = (json: unknown) => answering(json).accessRequests.credentials("r");

  it("are renamed and nothing else", async () => {
    expect(await credentials({ ...good, extra: 1 })).toEqual({
      memoramUserId: "u",
      memoryKey: "m",
      encryptionKey: "AB".repeat(32),
      keyVersion: 1,
    });
  });

  it.each<[keyof typeof good, unknown[]]>([
    ["user_id", ["", null, 1]],
    ["memory_key", ["", null]],
    [
      "encryption_key",
      [
        "",
        "ab",
        "zz".repeat(32),
        "ab".repeat(31),
        "ab".repeat(33),
        ` ${"ab".repeat(32)}`,
        `${"ab".repeat(32)}\n`,
      ],
    ],
    ["key_version", ["1", null]],
  ])("a wrong %s cannot be read, and is not shown", async (name, values) => {
    for (const bad of values) {
      const error: unknown = await credentials({ ...good, [name]: bad }).catch((e: unknown) => e);
      expect(isAppError(error, "memoram-bad-response")).toBe(true);
      if (!isAppError(error)) continue;
      const said = `${error.message} ${error.detail} ${error.cause}`;
      expect(said).not.toContain("abab");
      expect(said).not.toContain("zzzz");
    }
    expect(await isUnreadable(credentials(without(good, name)))).toBe(true);
  });
});
