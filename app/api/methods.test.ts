import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { problemSchema } from "@/lib/contract/problem";
import type { RouteHandler } from "@/lib/http/with-route";
import * as unknown from "./[[...path]]/route";
import * as accountExport from "./account/export/route";
import * as account from "./account/route";
import * as oneSession from "./account/sessions/[id]/route";
import * as sessions from "./account/sessions/route";
import * as activity from "./activity/route";
import * as accessRequest from "./connection/access-request/route";
import * as memoryKey from "./connection/memory-key/route";
import * as connection from "./connection/route";
import * as cron from "./cron/expire/route";
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
import * as trashIds from "./trash-ids/route";

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof methods)[number];
type Route = Record<Method, RouteHandler>;

const routes: Record<string, { route: Route; allow: Method[] }> = {
  "/api/connection": { route: connection, allow: ["GET", "HEAD", "DELETE"] },
  "/api/connection/access-request": { route: accessRequest, allow: ["POST"] },
  "/api/connection/memory-key": { route: memoryKey, allow: ["PUT"] },
  "/api/memories": { route: memories, allow: ["GET", "HEAD", "POST"] },
  "/api/memories/abc": { route: memory, allow: ["GET", "HEAD", "PATCH", "DELETE"] },
  "/api/memories/stream": { route: stream, allow: ["GET", "HEAD"] },
  "/api/memories/abc/versions": { route: versions, allow: ["GET", "HEAD"] },
  "/api/memories/abc/versions/v/restore": { route: versionRestore, allow: ["POST"] },
  "/api/trash-ids": { route: trashIds, allow: ["GET", "HEAD"] },
  "/api/trash": { route: trash, allow: ["GET", "HEAD", "DELETE"] },
  "/api/trash/abc": { route: trashed, allow: ["DELETE"] },
  "/api/trash/abc/restore": { route: trashRestore, allow: ["POST"] },
  "/api/account": { route: account, allow: ["DELETE"] },
  "/api/account/export": { route: accountExport, allow: ["GET", "HEAD"] },
  "/api/account/sessions": { route: sessions, allow: ["GET", "HEAD", "DELETE"] },
  "/api/account/sessions/abc": { route: oneSession, allow: ["DELETE"] },
  "/api/activity": { route: activity, allow: ["GET", "HEAD"] },
  "/api/preferences": { route: preferences, allow: ["GET", "HEAD", "PATCH"] },
  "/api/tag-operations": { route: tagOperations, allow: ["GET", "HEAD", "POST"] },
  "/api/tag-operations/abc": { route: tagOperation, allow: ["DELETE"] },
  "/api/cron/expire": { route: cron, allow: ["GET", "HEAD"] },
  "/api/tags": { route: tags, allow: ["GET", "HEAD"] },
  "/api/health": { route: health, allow: ["GET", "HEAD"] },
  "/api/health/ready": { route: ready, allow: ["GET", "HEAD"] },
};

/** From anywhere, without a session, with rubbish in every place: the method is refused first. */
async function ask(route: Route, path: string, method: Method) {
  const body = method === "GET" || method === "HEAD" ? null : "{";
  const headers = { "sec-fetch-site": "cross-site", "content-type": "text/plain" };
  const request = new NextRequest(`http://localhost:3000${path}?x=1`, { method, body, headers });
  const response = await route[method](request, { params: Promise.resolve({}) });
  return { response, problem: problemSchema.strict().parse(await response.json()) };
}

describe.each(Object.entries(routes))("%s", (path, { route, allow }) => {
  it.each(methods.filter((method) => !allow.includes(method)))(
    "%s is not allowed, and what is allowed is named",
    async (method) => {
      const { response, problem } = await ask(route, path, method);
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe(allow.join(", "));
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("x-request-id")).toBe(problem.requestId);
      expect(problem).toMatchObject({ code: "method-not-allowed", status: 405 });
    },
  );
});

it.each(methods)("%s of an unknown address is not found", async (method) => {
  const { response, problem } = await ask(unknown, "/api/elsewhere/deep", method);
  expect(response.status).toBe(404);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-request-id")).toBe(problem.requestId);
  expect(problem.code).toBe("not-found");
});

it("gives every request an id of its own", async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask(unknown, "/api/x", "GET")),
  );
  expect(new Set(answers.map(({ problem }) => problem.requestId)).size).toBe(20);
});
