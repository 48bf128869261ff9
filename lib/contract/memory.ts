import "@/lib/contract/no-eval";
import { z } from "zod";
import { hasAtMost, isStorable, notStorable } from "./text";

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

const atMost = (max: number, what: string) =>
  z
    .string(`${what} must be text.`)
    .refine(hasAtMost(max), `${what} may have at most ${max.toLocaleString("en")} characters.`)
    .refine(isStorable, notStorable);

const titleSchema = atMost(limits.title, "The title");
const summarySchema = atMost(limits.summary, "The summary");
const contentSchema = atMost(limits.content, "The content").min(1, "Write something first.");
const sourceSchema = atMost(limits.source, "The source");

const unitSchema = (what: string) =>
  z
    .number(`${what} must be a number from 0 to 1.`)
    .min(0, `${what} must be a number from 0 to 1.`)
    .max(1, `${what} must be a number from 0 to 1.`);

/** One tag name: 1–64 characters, no comma (Memoram's list filter separates names by commas). */
export const tagNameSchema = z
  .string("A tag must be text.")
  .min(1, "A tag needs at least one character.")
  .refine(hasAtMost(limits.tag), `A tag may have at most ${limits.tag} characters.`)
  .refine((name) => !name.includes(","), "A tag may not contain a comma.")
  .refine(isStorable, notStorable);

const tagsSchema = z
  .array(tagNameSchema, "Tags must be a list of names.")
  .max(limits.tags, `A memory may have at most ${limits.tags} tags.`);

/** Body of `POST /api/memories`. */
export const createMemorySchema = z.strictObject({
  content: contentSchema,
  title: titleSchema.optional(),
  summary: summarySchema.optional(),
  tags: tagsSchema.optional(),
  importance: unitSchema("Importance").optional(),
  confidence: unitSchema("Confidence").optional(),
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
    importance: unitSchema("Importance").nullable().optional(),
    confidence: unitSchema("Confidence").nullable().optional(),
    source: sourceSchema.nullable().optional(),
    replaceUnreadable: z.boolean("replaceUnreadable must be true or false.").optional(),
  })
  .refine(
    ({ replaceUnreadable: _, ...fields }) =>
      Object.values(fields).some((value) => value !== undefined),
    "Name at least one field to change.",
  );
export type UpdateMemory = z.infer<typeof updateMemorySchema>;

/** What the memory form holds: the contract's own rules, with text fields never missing. */
export const memoryFormSchema = z.strictObject({
  title: titleSchema,
  summary: summarySchema,
  content: contentSchema,
  tags: tagsSchema,
  importance: unitSchema("Importance").nullable(),
  confidence: unitSchema("Confidence").nullable(),
  source: sourceSchema,
});
export type MemoryForm = z.infer<typeof memoryFormSchema>;

/** A memory's id as it may stand in an address: letters, digits, `-` and `_`. */
export const memoryIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, "An id has letters, digits, - and _ only.");

const decimal = (what: string) =>
  z
    .string()
    .regex(/^(\d+\.?\d*|\.\d+)$/, `${what} must be a number.`)
    .transform(Number);

/** The length of a page in a query, where everything arrives as text. */
export const limitQuerySchema = z
  .string()
  .regex(/^\d{1,4}$/, "limit must be a whole number from 1 to 100.")
  .transform(Number)
  .pipe(
    z
      .number()
      .min(1, "limit must be a whole number from 1 to 100.")
      .max(limits.pageSize, "limit must be a whole number from 1 to 100."),
  )
  .default(limits.defaultPageSize);

/** Where a page begins: what the page before said. */
export const cursorQuerySchema = z
  .string()
  .min(1, "cursor must not be empty.")
  .refine(hasAtMost(8_000), "cursor is too long.")
  .refine(isStorable, notStorable);

/** Query of `GET /api/memories`. Everything arrives as text. */
export const memoryQuerySchema = z.strictObject({
  limit: limitQuerySchema,
  cursor: cursorQuerySchema.optional(),
  tags: z
    .string()
    .transform((list) => list.split(",").filter((name) => name !== ""))
    .pipe(tagsSchema)
    .optional(),
  q: atMost(500, "q").optional(),
  importance: decimal("importance").pipe(unitSchema("importance")).optional(),
});
export type MemoryQuery = z.infer<typeof memoryQuerySchema>;
