import type { Context } from "hono";

/**
 * The fields of a posted form; of a field that comes twice the last counts. A field with U+0000 in
 * it, which Postgres cannot hold, is none of ours and left out.
 */
export async function readPostedForm(c: Context): Promise<Map<string, string>> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded") return new Map();
  const fields = [...new URLSearchParams(await c.req.text())];
  return new Map(fields.filter(([, value]) => !value.includes("\u0000")));
}
