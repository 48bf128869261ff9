import { createServer, type IncomingHttpHeaders, request } from "node:http";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { allowPort } from "@/scripts/test/network";

const settings = {
  DATABASE_URL: "postgresql://u:p@127.0.0.1:1/k",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "s".repeat(32),
  VAULT_KEYS: `k:${Buffer.alloc(32, 1).toString("base64")}`,
  MEMORAM_API_KEY: "key",
  MEMORAM_CLIENT_ID: "id",
  MEMORAM_CLIENT_SECRET: "secret",
  MEMORAM_AUTHORIZE_URL: "http://127.0.0.1/authorize",
  LOG_LEVEL: "silent",
};
beforeAll(() => void Object.assign(process.env, settings));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** Settings are read once: a module of its own for each. */
async function addressOf(headers: Record<string, string>, env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.resetModules();
  return (await import("./address")).addressOf(new Headers(headers));
}

const forged = {
  "x-forwarded-for": "6.6.6.6",
  "x-real-ip": "6.6.6.6",
  "x-vercel-forwarded-for": "6.6.6.6",
  forwarded: "for=6.6.6.6",
};

describe("where a request comes from", () => {
  it("is the other end of the connection, whatever the request says", async () => {
    expect(await addressOf({ ...forged, "x-keepsake-peer": "1.2.3.4" })).toBe("1.2.3.4");
    expect(await addressOf(forged)).toBe("unknown");
  });

  it("is what Vercel says there, and not what a caller sends along", async () => {
    const vercel = { VERCEL: "1" };
    const headers = { "x-forwarded-for": "6.6.6.6", "x-keepsake-peer": "6.6.6.6" };
    expect(await addressOf({ ...headers, "x-vercel-forwarded-for": "1.2.3.4" }, vercel)).toBe(
      "1.2.3.4",
    );
    expect(await addressOf({ ...headers, "x-real-ip": "1.2.3.4" }, vercel)).toBe("1.2.3.4");
    expect(await addressOf(headers, vercel)).toBe("unknown");
  });

  it("is in the configured header of a proxy, whose own word is the last", async () => {
    const env = { CLIENT_ADDRESS_HEADER: "X-Forwarded-For" };
    const headers = { "x-forwarded-for": "6.6.6.6, 1.2.3.4", "x-keepsake-peer": "127.0.0.1" };
    expect(await addressOf(headers, env)).toBe("1.2.3.4");
  });

  it.each([
    ["::ffff:1.2.3.4", "1.2.3.4"],
    ["::FFFF:1.2.3.4", "1.2.3.4"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    [" 1.2.3.4 ", "1.2.3.4"],
    ["1.2.3.4:5678", "1.2.3.4"],
    ["[::1]:5678", "0:0:0:0::/64"],
    ["[2001:db8::1]", "2001:db8:0:0::/64"],
    ["[::ffff:1.2.3.4]:80", "1.2.3.4"],
    ["1.2.3.4:x", "unknown"],
    ["1.2.3.4:", "unknown"],
    ["<script>", "unknown"],
    ["", "unknown"],
  ])("%o counts as %s", async (peer, network) => {
    expect(await addressOf({ "x-keepsake-peer": peer })).toBe(network);
  });
});

/** Sends these headers, a request after the other, to a server of ours; what that one saw. */
async function received(...sent: Record<string, string>[]): Promise<IncomingHttpHeaders[]> {
  const seen: IncomingHttpHeaders[] = [];
  const server = createServer((incoming, response) => {
    seen.push(incoming.headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  allowPort(port);
  for (const headers of sent) {
    await new Promise((resolve) => {
      request({ port, host: "127.0.0.1", headers }, (answer) =>
        answer.resume().on("end", resolve),
      ).end();
    });
  }
  server.close();
  return seen;
}

it("is noted for every request of our server, over what it brought along", async () => {
  const { notePeers } = await import("./address");
  notePeers();
  const [seen] = await received({ "x-keepsake-peer": "6.6.6.6", "X-Keepsake-Peer": "7.7.7.7" });
  expect(seen?.["x-keepsake-peer"]).toBe("127.0.0.1");
});

it.each([
  ["is told of, once,", {}, 1],
  ["is not told of where its header is set", { CLIENT_ADDRESS_HEADER: "x-real-ip" }, 0],
  ["is not told of on Vercel", { VERCEL: "1" }, 0],
])("a proxy %s", async (_, env: Record<string, string>, times) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.resetModules();
  const { log } = await import("@/lib/log");
  const warn = vi.spyOn(log, "warn").mockImplementation(() => {});
  (await import("./address")).notePeers();
  await received({ accept: "*/*" });
  expect(warn).not.toHaveBeenCalled();
  await received({ "x-forwarded-for": "6.6.6.6" }, { forwarded: "for=6.6.6.6" });
  expect(warn).toHaveBeenCalledTimes(times);
});
