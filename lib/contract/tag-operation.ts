import "@/lib/contract/no-eval";
import { z } from "zod";
import { tagNameSchema } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import { hasAtMost, isStorable } from "@/lib/contract/text";

/** So many of a person's tag changes may be open at the same time. */
export const MAX_TAG_OPERATIONS = 20;

/**
 * A name as a memory may carry it. Other tools write names that ours may not have, with a comma or
 * longer: renaming or removing is how a person gets rid of them.
 */
const storedTagNameSchema = z
  .string(sentences.tagText)
  .min(1, sentences.tagMissing)
  .refine(hasAtMost(500), sentences.tagsFromLength)
  .refine(isStorable, sentences.notStorable);

/**
 * Body of `POST /api/tag-operations`: on every memory that carries one of `from`, those names are
 * to become `to`, or with null to go. One name is a rename, several are a merge.
 */
export const createTagOperationSchema = z
  .strictObject({
    from: z
      .array(storedTagNameSchema, sentences.tagsFromList)
      .min(1, sentences.tagsFromMissing)
      .max(50, sentences.tagsFromCount),
    to: tagNameSchema.nullable(),
  })
  .refine(({ from, to }) => from.some((name) => name !== to), {
    path: ["from"],
    message: sentences.tagsFromSame,
  });
export type CreateTagOperation = z.infer<typeof createTagOperationSchema>;

/** A rename, merge or removal that was begun and is not known to be finished. `createdAt` is ISO 8601. */
export const tagOperationSchema = z.object({
  id: z.string(),
  from: z.array(z.string()),
  to: z.string().nullable(),
  createdAt: z.string(),
});
export type TagOperation = z.infer<typeof tagOperationSchema>;

/** `GET /api/tag-operations`: the open ones, oldest first. */
export const tagOperationListSchema = z.object({ items: z.array(tagOperationSchema) });
