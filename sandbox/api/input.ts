import type { Context } from "hono";
import { z } from "zod";
import { ApiError, invalid } from "./errors";

/** A string that Postgres can keep: it has no place for the character U+0000. */
export const text = z.string().refine((value) => !value.includes("\u0000"), {
  message: "must not contain the character U+0000",
});
export const requiredText = text.min(1, "must not be empty");

/**
 * The JSON body of a request, parsed.
 * @throws ApiError 415 when it is not declared as JSON, 400 when it is not JSON or misses the shape
 */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new ApiError(415, "The body must be sent as application/json.");
  }
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch (error) {
    if (error instanceof SyntaxError) throw new ApiError(400, "The body is not valid JSON.");
    throw error;
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

/**
 * The query of a request, parsed; a key that comes twice is refused.
 * @throws ApiError 400
 */
export function readQuery<T>(c: Context, schema: z.ZodType<T>): T {
  const single: Record<string, string> = {};
  for (const [key, values] of Object.entries(c.req.queries())) {
    if (values.length > 1) throw new ApiError(400, `${key}: must be given once`);
    single[key] = values[0] ?? "";
  }
  const parsed = schema.safeParse(single);
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

/** For calls without a query of their own. */
export const noQuery = z.strictObject({});
