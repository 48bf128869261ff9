import "@/lib/contract/no-eval";
import { z } from "zod";
import { tagNameSchema } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";

/** So many of a person's tag changes may be open at the same time. */
export const MAX_TAG_OPERATIONS = 20;

/**
 * Body of `POST /api/tag-operations`: on every memory that carries one of `from`, those names are
 * to become `to`. One name is a rename, several are a merge.
 */
export const createTagOperationSchema = z
  .strictObject({
    from: z
      .array(tagNameSchema, sentences.tagsFromList)
      .min(1, sentences.tagsFromMissing)
      .max(50, sentences.tagsFromCount),
    to: tagNameSchema,
  })
  .refine(({ from, to }) => from.some((name) => name !== to), {
    path: ["from"],
    message: sentences.tagsFromSame,
  });
export type CreateTagOperation = z.infer<typeof createTagOperationSchema>;

/** A rename or merge that was begun and is not known to be finished. `createdAt` is ISO 8601. */
export const tagOperationSchema = z.object({
  id: z.string(),
  from: z.array(z.string()),
  to: z.string(),
  createdAt: z.string(),
});
export type TagOperation = z.infer<typeof tagOperationSchema>;

/** `GET /api/tag-operations`: the open ones, oldest first. */
export const tagOperationListSchema = z.object({ items: z.array(tagOperationSchema) });
