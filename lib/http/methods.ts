import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem";
import type { RouteHandler } from "@/lib/http/with-route";

const all = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof all)[number];
type Handlers = Partial<Record<Method, RouteHandler>>;

function notAllowed(allow: string): RouteHandler {
  return async () => problemResponse(new AppError("method-not-allowed"), randomUUID(), { allow });
}

/**
 * The handlers of one address: every method that is not given answers `method-not-allowed` with
 * the `Allow` header (RFC 9110, 15.5.6). HEAD follows GET.
 */
export function methods(given: Handlers): Record<Method, RouteHandler> {
  const own: Handlers = given.GET ? { HEAD: given.GET, ...given } : given;
  const refusal = notAllowed(all.filter((method) => own[method]).join(", "));
  const of = (method: Method) => own[method] ?? refusal;
  return {
    GET: of("GET"),
    HEAD: of("HEAD"),
    POST: of("POST"),
    PUT: of("PUT"),
    PATCH: of("PATCH"),
    DELETE: of("DELETE"),
    OPTIONS: of("OPTIONS"),
  };
}
