import { z } from "zod";
import type { Blob } from "../store/blobs";
import { requiredText, text } from "./input";
import { userId } from "./person-access";

const tagNames = z.array(requiredText);
/** The reference says "e.g. 1–5 or 0–1": both are taken. */
const importance = z.number().min(0).max(5);
const confidence = z.number().min(0).max(1);

/** The body of `POST /memory-blobs`. */
export const blobCreation = z.strictObject({
  user_id: userId,
  memoryKey: requiredText,
  content: requiredText,
  title: text.optional(),
  summary: text.optional(),
  tags: tagNames.optional(),
  importance: importance.optional(),
  confidence: confidence.optional(),
  source: text.optional(),
});

/** The body of `PATCH /memory-blobs/{id}`; null clears a field (an assumption, see README). */
export const blobChange = z.strictObject({
  user_id: userId,
  memoryKey: requiredText,
  content: requiredText.optional(),
  title: text.nullish(),
  summary: text.nullish(),
  tags: tagNames.optional(),
  importance: importance.nullish(),
  confidence: confidence.nullish(),
  source: text.nullish(),
});

/** The query of `GET /memory-blobs`. A limit above 100 is lowered to 100. */
export const blobListQuery = z.strictObject({
  user_id: userId,
  limit: z
    .string()
    .regex(/^0*[1-9]\d{0,8}$/, "must be a whole number above 0")
    .transform((value) => Math.min(Number(value), 100))
    .default(10),
  cursor: requiredText.optional(),
  tags: text
    .transform((value) =>
      value
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .default([]),
  searchQuery: text.optional(),
  importance: z
    .string()
    .regex(/^\d*\.?\d+$/, "must be a number from 0 to 1")
    .transform(Number)
    .refine((value) => value <= 1, "must be a number from 0 to 1")
    .optional(),
});

/**
 * A MemoryBlobResponse. An optional field without a value is absent or null: the documentation
 * leaves it open, so some are this way here and some that.
 */
export function blobResponseJson(blob: Blob) {
  return {
    id: blob.id,
    user_id: blob.person_id,
    title: blob.title ?? undefined,
    summary: blob.summary,
    tags: blob.tags,
    tag_ids: blob.tag_ids,
    importance: blob.importance,
    confidence: blob.confidence,
    source: blob.source ?? undefined,
    created_at: blob.created_at.toISOString(),
    updated_at: blob.updated_at.toISOString(),
  };
}

/** A MemoryBlob: the same with its content, as it is stored. */
export function blobJson(blob: Blob) {
  return { ...blobResponseJson(blob), content: blob.content };
}
