import "@/lib/contract/no-eval";
import { z } from "zod";
import { cursorQuerySchema, limitQuerySchema, memorySchema } from "@/lib/contract/memory";

/** A deleted memory can be brought back for this many days; then its copy is erased. */
export const TRASH_DAYS = 30;

/**
 * Header of the answer to `DELETE /api/memories/{id}`: `kept` when a copy lies in the trash
 * afterwards, `none` when nobody can bring the memory back. What the setting said a moment before is
 * no answer to that: it may be changed in another tab.
 */
export const KEPT_HEADER = "x-keepsake-trash";
export type Kept = "kept" | "none";

/**
 * A deleted memory: `memory` as it was, whose `id` is the one it had and the item's own. Restoring
 * it gives it a new one. Times are ISO 8601.
 */
export const trashItemSchema = z.object({
  memory: memorySchema,
  deletedAt: z.string(),
  expiresAt: z.string(),
});
export type TrashItem = z.infer<typeof trashItemSchema>;

/** `GET /api/trash`: the latest deleted first; `total` counts all of the trash. */
export const trashPageSchema = z.object({
  items: z.array(trashItemSchema),
  nextCursor: z.string().nullable(),
  total: z.number().int(),
});
export type TrashPage = z.infer<typeof trashPageSchema>;

/** `GET /api/trash-ids`: the ids of the whole trash, the latest deleted first. */
export const trashIdsSchema = z.object({ ids: z.array(z.string()) });

/** Query of `GET /api/trash`. Everything arrives as text. */
export const trashQuerySchema = z.strictObject({
  limit: limitQuerySchema,
  cursor: cursorQuerySchema.optional(),
});
export type TrashQuery = z.infer<typeof trashQuerySchema>;
