import "@/lib/contract/no-eval";
import { z } from "zod";
import { sentences } from "./sentences";
import { hasAtMost, isStorable } from "./text";

/** Lengths are counted in UTF-16 units, as `String.length` does in browser and server alike. */
export const limits = {
  title: 200,
  summary: 2_000,
  content: 100_000,
  tags: 50,
  tag: 64,
  source: 100,
  pageSize: 100,
  defaultPageSize: 50,
} as const;

/**
 * `decrypted`: stored encrypted and opened with the person's key. `plaintext`: stored unencrypted.
 * `undecryptable`: looks encrypted, but no key of ours opens it; `content` is null then.
 */
export const contentStateSchema = z.enum(["decrypted", "plaintext", "undecryptable"]);
export type ContentState = z.infer<typeof contentStateSchema>;

/** A memory as our API answers it. Times are ISO 8601; importance keeps any value Memoram holds. */
export const memorySchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  content: z.string().nullable(),
  contentState: contentStateSchema,
  tags: z.array(z.string()),
  tagIds: z.array(z.string()),
  importance: z.number().nullable(),
  confidence: z.number().nullable(),
  source: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Memory = z.infer<typeof memorySchema>;

export const memoryPageSchema = z.object({
  items: z.array(memorySchema),
  nextCursor: z.string().nullable(),
});
export type MemoryPage = z.infer<typeof memoryPageSchema>;

const atMost = (max: number, noText: string, tooLong: string) =>
  z.string(noText).refine(hasAtMost(max), tooLong).refine(isStorable, sentences.notStorable);

const titleSchema = atMost(limits.title, sentences.titleText, sentences.titleLength);
const summarySchema = atMost(limits.summary, sentences.summaryText, sentences.summaryLength);
const contentSchema = atMost(limits.content, sentences.contentText, sentences.contentLength).min(
  1,
  sentences.contentMissing,
);
const sourceSchema = atMost(limits.source, sentences.sourceText, sentences.sourceLength);

const unitSchema = (outside: string) => z.number(outside).min(0, outside).max(1, outside);
const importanceSchema = unitSchema(sentences.importanceRange);
const confidenceSchema = unitSchema(sentences.confidenceRange);

/** One tag name: 1–64 characters, no comma (Memoram's list filter separates names by commas). */
export const tagNameSchema = z
  .string(sentences.tagText)
  .min(1, sentences.tagMissing)
  .refine(hasAtMost(limits.tag), sentences.tagLength)
  .refine((name) => !name.includes(","), sentences.tagComma)
  .refine(isStorable, sentences.notStorable);

const tagsSchema = z.array(tagNameSchema, sentences.tagsList).max(limits.tags, sentences.tagsCount);

/** Body of `POST /api/memories`. */
export const createMemorySchema = z.strictObject({
  content: contentSchema,
  title: titleSchema.optional(),
  summary: summarySchema.optional(),
  tags: tagsSchema.optional(),
  importance: importanceSchema.optional(),
  confidence: confidenceSchema.optional(),
  source: sourceSchema.optional(),
});
export type CreateMemory = z.infer<typeof createMemorySchema>;

/**
 * Body of `PATCH /api/memories/{id}`: only given fields change, null clears a field, `tags`
 * replaces the list. `replaceUnreadable` allows new content where the old cannot be read.
 */
export const updateMemorySchema = z
  .strictObject({
    content: contentSchema.optional(),
    title: titleSchema.nullable().optional(),
    summary: summarySchema.nullable().optional(),
    tags: tagsSchema.optional(),
    importance: importanceSchema.nullable().optional(),
    confidence: confidenceSchema.nullable().optional(),
    source: sourceSchema.nullable().optional(),
    replaceUnreadable: z.boolean(sentences.replaceUnreadable).optional(),
  })
  .refine(
    ({ replaceUnreadable: _, ...fields }) =>
      Object.values(fields).some((value) => value !== undefined),
    sentences.nothingToChange,
  );
export type UpdateMemory = z.infer<typeof updateMemorySchema>;

/** What the memory form holds: the contract's own rules, with text fields never missing. */
export const memoryFormSchema = z.strictObject({
  title: titleSchema,
  summary: summarySchema,
  content: contentSchema,
  tags: tagsSchema,
  importance: importanceSchema.nullable(),
  confidence: confidenceSchema.nullable(),
  source: sourceSchema,
});
export type MemoryForm = z.infer<typeof memoryFormSchema>;

/** A memory's id as it may stand in an address: letters, digits, `-` and `_`. */
export const memoryIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, sentences.memoryId);

/** The length of a page in a query, where everything arrives as text. */
export const limitQuerySchema = z
  .string()
  .regex(/^\d{1,4}$/, sentences.queryLimit)
  .transform(Number)
  .pipe(z.number().min(1, sentences.queryLimit).max(limits.pageSize, sentences.queryLimit))
  .default(limits.defaultPageSize);

/** Where a page begins: what the page before said. */
export const cursorQuerySchema = z
  .string()
  .min(1, sentences.queryCursorMissing)
  .refine(hasAtMost(8_000), sentences.queryCursorLength)
  .refine(isStorable, sentences.notStorable);

/** Query of `GET /api/memories`. Everything arrives as text. */
export const memoryQuerySchema = z.strictObject({
  limit: limitQuerySchema,
  cursor: cursorQuerySchema.optional(),
  tags: z
    .string()
    .transform((list) => list.split(",").filter((name) => name !== ""))
    .pipe(tagsSchema)
    .optional(),
  q: atMost(500, sentences.queryTextType, sentences.queryTextLength).optional(),
  importance: z
    .string()
    .regex(/^(\d+\.?\d*|\.\d+)$/, sentences.queryImportanceNumber)
    .transform(Number)
    .pipe(unitSchema(sentences.queryImportanceRange))
    .optional(),
});
export type MemoryQuery = z.infer<typeof memoryQuerySchema>;
