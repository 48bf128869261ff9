import { randomBytes } from "node:crypto";
import { hashSessionToken, sessionCookieName } from "@/lib/auth/session-token";
import type { ProblemCode } from "@/lib/contract/problem";
import { db } from "@/lib/db/client";
import { type ApiRoute, apiRoutes, httpMethods, type Method } from "../api-routes";
import { newPerson } from "../harness";

/** A request that lets nobody in, and what it is answered. */
export type Denial = {
  /** As `expired: POST /api/memories`. */
  name: string;
  route: ApiRoute;
  method: Method;
  path: string;
  params: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: string | null;
  code: ProblemCode;
  /** The methods that `Allow` names; null without that header. */
  allow: string | null;
};

/** Cookies that are nobody's session, by what is wrong with them; null: none is sent. */
export async function deadCookies(): Promise<Record<string, string | null>> {
  const name = sessionCookieName();
  const [expired, revoked, live] = [await newPerson(), await newPerson(), await newPerson()];
  await db().session.updateMany({
    where: { userId: expired.userId },
    data: { expires: new Date(Date.now() - 1_000) },
  });
  await db().session.deleteMany({ where: { userId: revoked.userId } });
  const flipped = (live.token.startsWith("A") ? "B" : "A") + live.token.slice(1);
  return {
    "no session": null,
    "an empty cookie": `${name}=`,
    expired: expired.cookie,
    revoked: revoked.cookie,
    "one letter changed": `${name}=${flipped}`,
    "cut short": `${name}=${live.token.slice(0, -1)}`,
    "made longer": `${name}=${live.token}A`,
    "what the database keeps": `${name}=${hashSessionToken(live.token)}`,
    "another name": `__Host-${name}=${live.token}`,
    "made up": `${name}=${randomBytes(32).toString("base64url")}`,
  };
}

const sample = { id: "abc", versionId: "v" };
const json = { "content-type": "application/json", "sec-fetch-site": "same-origin" };

/** Whom nobody has to be to be told so: a wrong method, an address that is not there. */
function refusalOf(
  route: ApiRoute,
  method: Method,
): { code: ProblemCode; allow: string | null } | null {
  if (!route.allow.includes(method)) {
    return { code: "method-not-allowed", allow: route.allow.join(", ") };
  }
  if (route.caller === "person") return { code: "unauthenticated", allow: null };
  // Without its setting there is no scheduler, and no such address.
  return route.caller === "scheduler" ? { code: "not-found", allow: null } : null;
}

function denialsOf(route: ApiRoute, method: Method, cookie: string | null): Omit<Denial, "name">[] {
  const hasBody = method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
  const operation =
    method === "HEAD" || method === "OPTIONS" ? undefined : route.operations[method];
  const body = hasBody ? JSON.stringify(operation?.body ?? {}) : null;
  const headers: Record<string, string> = { ...json, ...(cookie === null ? {} : { cookie }) };
  const base = { route, method, headers, body, params: sample, path: route.path(sample) };
  if (route.caller === "nobody") {
    const nowhere = ["elsewhere", "deep"];
    const path = `/api/${nowhere.join("/")}`;
    return [{ ...base, path, params: { path: nowhere }, code: "not-found", allow: null }];
  }
  if (route.caller === "next-auth") {
    const at = (nextauth: string[], code: ProblemCode, allow: string | null = null) => ({
      ...base,
      path: `/api/auth/${nextauth.join("/")}`,
      params: { nextauth },
      code,
      allow,
    });
    const denied = [at(["_log"], "not-found"), at(["signin", "elsewhere"], "not-found")];
    if (method === "GET") return denied;
    const refused = at(["callback", "memoram"], "method-not-allowed", "GET");
    return [...denied, refused, at(["session"], "method-not-allowed", "GET")];
  }
  const refusal = refusalOf(route, method);
  return refusal ? [{ ...base, ...refusal }] : [];
}

/** Every route, every method, every dead cookie: whatever is not let in. */
export function everyDenial(cookies: Record<string, string | null>): Denial[] {
  return apiRoutes().flatMap((route) =>
    httpMethods.flatMap((method) =>
      Object.entries(cookies).flatMap(([who, cookie]) =>
        denialsOf(route, method, cookie).map((denial) => ({
          ...denial,
          name: `${who}: ${method} ${denial.path}`,
        })),
      ),
    ),
  );
}

/** An answer as far as it must be the same wherever it is asked for. */
export function comparable(method: Method, status: number, headers: Headers, text: string) {
  const { requestId, ...problem }: Record<string, unknown> =
    method === "HEAD" || text === "" ? {} : JSON.parse(text);
  const matters = ["content-type", "cache-control", "allow", "location", "set-cookie", "etag"];
  return {
    status,
    problem,
    hasItsId: method === "HEAD" || requestId === headers.get("x-request-id"),
    headers: Object.fromEntries(matters.map((name) => [name, headers.get(name)])),
  };
}
