import "@/lib/contract/no-eval";
import { z } from "zod";
import { memorySchema } from "@/lib/contract/memory";

/** A memory's id, or the one place for a memory that is being written. */
export type DraftKey = string;

export const NEW_DRAFT: DraftKey = "new";

/** What the form holds, by the letter: what is being typed need not keep to the rules yet. */
const valuesSchema = z.strictObject({
  title: z.string(),
  summary: z.string(),
  content: z.string(),
  tags: z.array(z.string()),
  importance: z.number().nullable(),
  confidence: z.number().nullable(),
  source: z.string(),
});

const takeSchema = z.enum(["mine", "theirs", "merged"]).optional();

/**
 * What was decided so far about a newer version that stood in the way: which side holds, by field,
 * and what was put together by hand.
 */
const decisionsSchema = z.object({
  takes: z.object({
    title: takeSchema,
    summary: takeSchema,
    content: takeSchema,
    tags: takeSchema,
    importance: takeSchema,
    confidence: takeSchema,
    source: takeSchema,
  }),
  merged: valuesSchema.partial(),
});

/**
 * Words that are nowhere else yet. `base` is the memory that editing began from (null for a new
 * one), `baseEtag` that version's ETag, `savedAt` when the draft was kept, in milliseconds since
 * 1970.
 */
export const draftSchema = z.object({
  values: valuesSchema,
  base: memorySchema.nullable(),
  baseEtag: z.string().nullable(),
  savedAt: z.number(),
  decisions: decisionsSchema.optional(),
});
export type Draft = z.infer<typeof draftSchema>;
