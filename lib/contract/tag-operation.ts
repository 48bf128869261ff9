import "@/lib/contract/no-eval";
import { z } from "zod";
import { tagNameSchema } from "@/lib/contract/memory";

/** So many of a person's tag changes may be open at the same time. */
export const MAX_TAG_OPERATIONS = 20;

/**
 * Body of `POST /api/tag-operations`: on every memory that carries one of `from`, those names are
 * to become `to`. One name is a rename, several are a merge.
 */
export const createTagOperationSchema = z
  .strictObject({
    from: z
      .array(tagNameSchema, "from must be a list of tags.")
      .min(1, "Name at least one tag.")
      .max(50, "At most 50 tags can become one at a time."),
    to: tagNameSchema,
  })
  .refine(({ from, to }) => from.some((name) => name !== to), {
    path: ["from"],
    message: "Name a tag that is to change.",
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
