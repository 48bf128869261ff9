import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { NextRequest } from "next/server";
import { hashSessionToken, sessionCookieName } from "@/lib/auth/session-token";
import { db } from "@/lib/db/client";
import { createPerson } from "@/lib/db/people";
import type { RouteHandler } from "@/lib/http/with-route";
import { authorize } from "@/lib/services/connection/authorize";
import { getConnection } from "@/lib/services/connection/connection";
import type { SandboxSettings } from "../../sandbox/settings";
import { type RunningSandbox, startSandbox } from "../../sandbox/start";

export const origin = "http://localhost:3000";
export const redirectUri = `${origin}/api/auth/callback/memoram`;

/** Everybody but `priya`, whose ten thousand memories take seconds to write. */
const quickPeople = ["noor", "tomas", "wanjiru"];

/**
 * A sandbox in this process and the settings that point at it. Settings are read at first use:
 * call this before anything of the app is called. `DATABASE_URL` comes from the global set-up.
 * @param options what the sandbox is told; `seedPeople: null` brings in `priya` too
 */
export async function startHarness(
  settings: Record<string, string> = {},
  options: Partial<SandboxSettings> = {},
) {
  const sandbox = await startSandbox({
    redirectUris: [redirectUri],
    seedPeople: quickPeople,
    ...options,
  });
  Object.assign(process.env, {
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    VAULT_KEYS: `test:${randomBytes(32).toString("base64")}`,
    MEMORAM_API_KEY: sandbox.settings.apiKey,
    MEMORAM_CLIENT_ID: sandbox.settings.clientId,
    MEMORAM_CLIENT_SECRET: sandbox.settings.clientSecret,
    MEMORAM_API_URL: sandbox.apiUrl,
    MEMORAM_AUTHORIZE_URL: sandbox.authorizeUrl,
    MEMORAM_DASHBOARD_URL: sandbox.dashboardUrl,
    LOG_LEVEL: "silent",
    ...settings,
  });
  return sandbox;
}

/**
 * Forgets everybody: the sandbox's people are the same ones in every file of tests. What belongs to a
 * person goes with them. Deleting a few rows takes a tenth of the time of emptying each table.
 */
export async function emptyDatabase(): Promise<void> {
  await db().$executeRaw`WITH
    people AS (DELETE FROM "User"),
    tokens AS (DELETE FROM "DeveloperToken"),
    leases AS (DELETE FROM "Lease"),
    forgotten AS (DELETE FROM "ForgottenRequest")
    DELETE FROM "RateLimit"`;
}

/** A port of this machine that refuses: nothing listens there any more. */
export function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** A person of Keepsake with a live session, as next-auth would have made them. */
export async function newPerson(): Promise<{ userId: string; token: string; cookie: string }> {
  const token = randomBytes(32).toString("base64url");
  const user = await createPerson();
  const expires = new Date(Date.now() + 3_600_000);
  const sessionToken = hashSessionToken(token);
  await db().session.create({ data: { sessionToken, userId: user.id, expires } });
  return { userId: user.id, token, cookie: `${sessionCookieName()}=${token}` };
}

/**
 * A person of Keepsake who signed in as one of the sandbox's people and was approved there:
 * `noor` has about 60 memories, `tomas` none, `wanjiru` five.
 */
export async function connectedPerson(sandbox: RunningSandbox, slug: string) {
  const memoram = (await sandbox.control.people()).find((person) => person.slug === slug);
  if (!memoram) throw new Error(`There is no ${slug} in the sandbox.`);
  const person = await newPerson();
  const row = await authorize(person.userId, {
    memoryKey: memoram.memoryKey,
    accessToken: "access-token",
    refreshToken: null,
    expiresAt: null,
    userId: memoram.id,
  });
  const requestId = row?.accessRequestId;
  if (!requestId) throw new Error("No access request was made.");
  await sandbox.control.decide(requestId, "approved");
  await db().connection.update({ where: { userId: person.userId }, data: { checkedAt: null } });
  const { status } = await getConnection(person.userId);
  if (status !== "approved") throw new Error(`The connection is ${status}.`);
  return { ...person, memoram, requestId };
}

export type CallOptions = {
  method?: string;
  /** Sent as JSON with its content type, unless it is a string, which goes as it is. */
  body?: unknown;
  /** Sent as it is, without a content type of its own: bytes, or a stream without a length. */
  raw?: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  headers?: Record<string, string>;
  cookie?: string;
  params?: Record<string, string>;
  /** Without it, a mutation carries what a browser on our own page sends. */
  sameSite?: boolean;
};

/** Calls a route handler as Next would, and reads the answer. */
export async function call(handler: RouteHandler, path: string, options: CallOptions = {}) {
  const { method = "GET", body, raw, cookie, params = {}, sameSite = true } = options;
  const headers = new Headers({ "x-test": randomUUID() });
  if (sameSite) headers.set("sec-fetch-site", "same-origin");
  if (body !== undefined && typeof body !== "string")
    headers.set("content-type", "application/json");
  if (cookie) headers.set("cookie", cookie);
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const request = new NextRequest(new URL(path, origin), {
    method,
    headers,
    body: raw ?? (body === undefined || typeof body === "string" ? body : JSON.stringify(body)),
    ...(raw instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: text ? parse(text) : null,
  };
}

function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
