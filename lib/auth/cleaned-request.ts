import "server-only";
import { NextRequest } from "next/server";
import { ownPath } from "@/lib/auth/own-path";
import { AppError } from "@/lib/errors";

/** A form of next-auth's is some hundred bytes. */
const MAX_BODY_BYTES = 64 * 1024;

async function readText(request: NextRequest): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return Buffer.concat(chunks).toString("utf8");
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader?.cancel();
      throw new AppError("payload-too-large");
    }
    chunks.push(part.value);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("malformed-json", { cause });
  }
}

/** The members of a form or a JSON object that are text; whatever else there is does not exist. */
async function textFields(request: NextRequest): Promise<Map<string, string>> {
  const type = request.headers.get("content-type") ?? "";
  const text = await readText(request);
  if (type.includes("application/x-www-form-urlencoded")) return new Map(new URLSearchParams(text));
  if (!type.includes("application/json")) return new Map();
  const value = parseJson(text);
  if (typeof value !== "object" || value === null) return new Map();
  const isText = (entry: [string, unknown]): entry is [string, string] =>
    typeof entry[1] === "string";
  return new Map(Object.entries(value).filter(isText));
}

/** next-auth stumbles over a `callbackUrl` that is no address, and would take one of elsewhere. */
function ownCallbackUrl(fields: URLSearchParams | Map<string, string>): string | null {
  return ownPath(fields.get("callbackUrl") ?? "");
}

/**
 * The request as next-auth may see it. A POST is cut down to the three fields that next-auth's own
 * forms have: its query would end up in the address at Memoram, scope and all. A callback keeps
 * what Memoram put there.
 * @throws AppError malformed-json, payload-too-large.
 */
export async function cleanedRequest(request: NextRequest): Promise<NextRequest> {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  const inQuery = ownCallbackUrl(url.searchParams);
  if (request.method !== "POST") {
    url.searchParams.delete("callbackUrl");
    if (inQuery !== null) url.searchParams.set("callbackUrl", inQuery);
    return new NextRequest(url, { headers });
  }
  const fields = await textFields(request);
  const body = new URLSearchParams();
  const callbackUrl = ownCallbackUrl(fields) ?? inQuery;
  if (callbackUrl !== null) body.set("callbackUrl", callbackUrl);
  for (const name of ["csrfToken", "json"]) body.set(name, fields.get(name) ?? "");
  url.search = "";
  headers.delete("content-length");
  headers.set("content-type", "application/x-www-form-urlencoded");
  return new NextRequest(url, { method: "POST", headers, body: body.toString() });
}
