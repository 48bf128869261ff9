import { NextRequest } from "next/server";
import { beforeAll, expect, it, vi } from "vitest";
import { readinessSchema } from "@/lib/contract/health";
import { problemSchema } from "@/lib/contract/problem";
import type { RouteHandler } from "@/lib/http/with-route";
import { closedPort } from "@/scripts/test/harness";
import * as accountExport from "./account/export/route";
import * as account from "./account/route";
import * as oneSession from "./account/sessions/[id]/route";
import * as sessions from "./account/sessions/route";
import * as activity from "./activity/route";
import * as connection from "./connection/route";
import * as ready from "./health/ready/route";
import * as health from "./health/route";
import * as memory from "./memories/[id]/route";
import * as versionRestore from "./memories/[id]/versions/[versionId]/restore/route";
import * as versions from "./memories/[id]/versions/route";
import * as memories from "./memories/route";
import * as stream from "./memories/stream/route";
import * as preferences from "./preferences/route";
import * as tagOperation from "./tag-operations/[id]/route";
import * as tagOperations from "./tag-operations/route";
import * as tags from "./tags/route";
import * as trashRestore from "./trash/[id]/restore/route";
import * as trashed from "./trash/[id]/route";
import * as trash from "./trash/route";

const secrets = ["db-password", "db-user", "mem_secret_key", "client-secret", "127.0.0.1"];

beforeAll(async () => {
  const [database, memoram] = [await closedPort(), await closedPort()];
  Object.assign(process.env, {
    DATABASE_URL: `postgresql://db-user:db-password@127.0.0.1:${database}/keepsake`,
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "s".repeat(32),
    VAULT_KEYS: `k:${Buffer.alloc(32, 1).toString("base64")}`,
    MEMORAM_API_KEY: "mem_secret_key",
    MEMORAM_CLIENT_ID: "client-id",
    MEMORAM_CLIENT_SECRET: "client-secret",
    MEMORAM_AUTHORIZE_URL: "http://127.0.0.1/authorize",
    MEMORAM_API_URL: `http://127.0.0.1:${memoram}/api/v1`,
    LOG_LEVEL: "silent",
  });
});

async function ask(handler: RouteHandler, method = "GET", cookie?: string) {
  const headers: Record<string, string> = { "sec-fetch-site": "same-origin" };
  if (cookie) headers.cookie = cookie;
  const request = new NextRequest("http://localhost:3000/api", { method, headers });
  const response = await handler(request, { params: Promise.resolve({ id: "abc" }) });
  const text = await response.text();
  for (const secret of secrets) expect(text).not.toContain(secret);
  return { response, json: JSON.parse(text) as unknown };
}

const session = "next-auth.session-token=some-session-token";
const routes: [string, RouteHandler, string][] = [
  ["GET /api/connection", connection.GET, "GET"],
  ["DELETE /api/connection", connection.DELETE, "DELETE"],
  ["GET /api/memories", memories.GET, "GET"],
  ["POST /api/memories", memories.POST, "POST"],
  ["GET /api/memories/abc", memory.GET, "GET"],
  ["PATCH /api/memories/abc", memory.PATCH, "PATCH"],
  ["DELETE /api/memories/abc", memory.DELETE, "DELETE"],
  ["GET /api/memories/stream", stream.GET, "GET"],
  ["GET /api/memories/abc/versions", versions.GET, "GET"],
  ["POST /api/memories/abc/versions/v/restore", versionRestore.POST, "POST"],
  ["GET /api/trash", trash.GET, "GET"],
  ["DELETE /api/trash", trash.DELETE, "DELETE"],
  ["DELETE /api/trash/abc", trashed.DELETE, "DELETE"],
  ["POST /api/trash/abc/restore", trashRestore.POST, "POST"],
  ["GET /api/preferences", preferences.GET, "GET"],
  ["PATCH /api/preferences", preferences.PATCH, "PATCH"],
  ["GET /api/tag-operations", tagOperations.GET, "GET"],
  ["POST /api/tag-operations", tagOperations.POST, "POST"],
  ["DELETE /api/tag-operations/abc", tagOperation.DELETE, "DELETE"],
  ["DELETE /api/account", account.DELETE, "DELETE"],
  ["GET /api/account/export", accountExport.GET, "GET"],
  ["GET /api/account/sessions", sessions.GET, "GET"],
  ["DELETE /api/account/sessions", sessions.DELETE, "DELETE"],
  ["DELETE /api/account/sessions/abc", oneSession.DELETE, "DELETE"],
  ["GET /api/activity", activity.GET, "GET"],
  ["GET /api/tags", tags.GET, "GET"],
];

it.each(routes)("%s does not take a person for signed out", async (_, handler, method) => {
  const { response, json } = await ask(handler, method, session);
  expect(response.status).toBe(500);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.strict().parse(json);
  expect(problem).toMatchObject({ code: "internal", status: 500 });
  expect(response.headers.get("x-request-id")).toBe(problem.requestId);
});

it.each(routes)("%s still knows who has no session at all", async (_, handler, method) => {
  expect((await ask(handler, method)).response.status).toBe(401);
});

it("is alive, and says that it is not ready", async () => {
  const alive = await ask(health.GET);
  expect([alive.response.status, alive.json]).toEqual([200, { status: "alive" }]);
  const { response, json } = await ask(ready.GET);
  expect(response.status).toBe(503);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(readinessSchema.strict().parse(json)).toEqual({
    status: "degraded",
    checks: { database: "down", memoram: "down" },
  });
});

it("asks the dependencies once for many who ask at the same time", async () => {
  const { readiness } = await import("@/lib/services/health");
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  const results = await Promise.all(Array.from({ length: 50 }, () => readiness()));
  expect(new Set(results).size).toBe(1);
  vi.useRealTimers();
});
