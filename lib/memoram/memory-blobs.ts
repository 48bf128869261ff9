import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { ignoreBody, jsonOf, type MemoramHttp } from "@/lib/memoram/http";
import { optionalNumber, optionalText, timestampSchema } from "@/lib/memoram/schemas";

const names = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

/** MemoryBlobResponse [D]: what a write answers, without content. */
const blobResponseSchema = z.object({
  id: z.string().min(1),
  user_id: z.string(),
  title: optionalText,
  summary: optionalText,
  tags: names,
  tag_ids: names,
  importance: optionalNumber,
  confidence: optionalNumber,
  source: optionalText,
  created_at: timestampSchema,
  updated_at: timestampSchema,
});
export type MemoryBlobResponse = z.infer<typeof blobResponseSchema>;

/** MemoryBlob [D]: `content` as it is stored, encrypted or not. */
const blobSchema = blobResponseSchema.extend({ content: z.string() });
export type MemoryBlob = z.infer<typeof blobSchema>;

const pageSchema = z
  .object({ memoryBlobs: z.array(blobSchema), next_cursor: z.string().nullish() })
  .transform((page) => ({ blobs: page.memoryBlobs, nextCursor: page.next_cursor || null }));
export type MemoryBlobPage = z.infer<typeof pageSchema>;

export type BlobFilter = {
  limit: number;
  cursor?: string;
  /** Names; whether all or any must match is Memoram's to say [silent]. */
  tags?: string[];
  /** Searches title, summary and stored content [D]: not inside encrypted content. */
  searchQuery?: string;
  /** Minimum, 0–1 [D]. */
  importance?: number;
};

/** Members a write may carry; `null` clears [A], `tags` replaces the whole list [D]. */
export type BlobFields = {
  content?: string;
  title?: string | null;
  summary?: string | null;
  tags?: string[];
  importance?: number | null;
  confidence?: number | null;
  source?: string | null;
};

/** Whose memories, and the key that Memoram wants with every write [D]. */
export type Owner = { memoramUserId: string; memoryKey: string };

/** Without an exponent, which few readers of a query expect: 1e-7 is 0.0000001. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

const pathOf = (id: string) => `/memory-blobs/${encodeURIComponent(id)}`;

/** Another memory than the one asked about is not taken for it. */
async function about<T extends { id: string }>(id: string, answer: Promise<T>): Promise<T> {
  const blob = await answer;
  if (blob.id === id) return blob;
  throw new AppError("memoram-bad-response", { cause: new Error("Another id.") });
}

/** The five calls about memory blobs [D]. A refusal is a MemoramStatusError: 403, 404, 400. */
export function memoryBlobs(http: MemoramHttp) {
  return {
    /** `signal` ends the call early, with memoram-timeout. */
    list: (
      memoramUserId: string,
      filter: BlobFilter,
      signal?: AbortSignal,
    ): Promise<MemoryBlobPage> =>
      http({
        signal,
        method: "GET",
        path: "/memory-blobs",
        query: {
          user_id: memoramUserId,
          limit: filter.limit,
          cursor: filter.cursor,
          tags: filter.tags?.length ? filter.tags.join(",") : undefined,
          searchQuery: filter.searchQuery || undefined,
          importance: filter.importance === undefined ? undefined : decimal(filter.importance),
        },
        read: jsonOf(pageSchema),
      }),

    /** `callMs` bounds the whole call. */
    read: (memoramUserId: string, id: string, callMs?: number): Promise<MemoryBlob> => {
      const query = { user_id: memoramUserId };
      const read = jsonOf(blobSchema);
      return about(id, http({ method: "GET", path: pathOf(id), query, read, callMs }));
    },

    create: (owner: Owner, fields: BlobFields & { content: string }): Promise<MemoryBlobResponse> =>
      http({
        method: "POST",
        path: "/memory-blobs",
        json: { user_id: owner.memoramUserId, memoryKey: owner.memoryKey, ...fields },
        read: jsonOf(blobResponseSchema),
      }),

    update: (owner: Owner, id: string, fields: BlobFields): Promise<MemoryBlobResponse> => {
      const json = { user_id: owner.memoramUserId, memoryKey: owner.memoryKey, ...fields };
      const read = jsonOf(blobResponseSchema);
      return about(id, http({ method: "PATCH", path: pathOf(id), json, read }));
    },

    /** Irreversible [D]. The answer's shape is not stated, so it is not read. */
    remove: (memoramUserId: string, id: string): Promise<undefined> =>
      http({
        method: "DELETE",
        path: pathOf(id),
        query: { user_id: memoramUserId },
        read: ignoreBody,
        discardsBody: true,
      }),
  };
}
