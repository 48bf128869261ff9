import "server-only";
import { toETag } from "@/lib/http/conditional";
import type { Versioned } from "@/lib/services/memories/present";

/** One memory as an answer, with its version as `ETag`. */
export const withETag = ({ memory, version }: Versioned, status = 200) => ({
  status,
  json: memory,
  headers: { etag: toETag(version) },
});
