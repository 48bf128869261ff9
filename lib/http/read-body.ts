import "server-only";
import { sentences } from "@/lib/contract/sentences";
import { AppError } from "@/lib/errors";

export const MAX_BODY_BYTES = 1024 * 1024;

/** A parameter of a media type (RFC 9110, 5.6.6); an empty one is allowed between semicolons. */
const parameter = /^(?:([\w!#$%&'*+.^`|~-]+)=("[^"\\]*"|[\w!#$%&'*+.^`|~-]+))?$/;

/** JSON has no charset but UTF-8 (RFC 8259, 8.1); other parameters mean nothing here. */
function isJson(contentType: string | null): boolean {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  if (type.trim() !== "application/json") return false;
  return parameters.every((text) => {
    const [whole, name, value] = parameter.exec(text.trim()) ?? [];
    return whole !== undefined && (name !== "charset" || /^"?utf-8"?$/.test(value ?? ""));
  });
}

async function readCapped(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) {
    throw new AppError("payload-too-large");
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader?.cancel();
      throw new AppError("payload-too-large");
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** JSON.parse makes `__proto__` an own member, which schemas then overlook: name it here. */
function refuseProto(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (!Object.hasOwn(value, "__proto__")) return;
  throw new AppError("validation-failed", {
    errors: [{ path: "__proto__", message: sentences.unknownField }],
  });
}

/**
 * Reads a JSON body: content type, then size, then UTF-8 and JSON. A request without any body and
 * content type is `emptyAs`, where the caller allows that.
 * @throws AppError unsupported-media-type, payload-too-large, malformed-json, validation-failed.
 */
export async function readJsonBody(request: Request, emptyAs?: unknown): Promise<unknown> {
  const contentType = request.headers.get("content-type");
  const mayBeEmpty = emptyAs !== undefined && contentType === null;
  if (!mayBeEmpty && !isJson(contentType)) throw new AppError("unsupported-media-type");
  const bytes = await readCapped(request);
  if (emptyAs !== undefined && bytes.byteLength === 0) return emptyAs;
  if (mayBeEmpty) throw new AppError("unsupported-media-type");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("malformed-json", { cause });
  }
  refuseProto(value);
  return value;
}
