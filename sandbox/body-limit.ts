import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/**
 * Hono's limit, for requests that have a body: asked about one without (a DELETE, say), it wants a
 * stream that the Node server has already locked.
 */
export function limitBody(options: Parameters<typeof bodyLimit>[0]): MiddlewareHandler {
  const limit = bodyLimit(options);
  return (c, next) => {
    const has = c.req.header("content-length") ?? c.req.header("transfer-encoding");
    return has === undefined || has === "0" ? next() : limit(c, next);
  };
}
