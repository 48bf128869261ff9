import "@/lib/contract/no-eval";
import { z } from "zod";
import { memorySchema } from "@/lib/contract/memory";

/** So many earlier versions of a memory are kept. */
export const KEPT_VERSIONS = 20;

/** A memory as it was until `replacedAt` (ISO 8601), when a change made through us replaced it. */
export const memoryVersionSchema = z.object({
  id: z.string(),
  memory: memorySchema,
  replacedAt: z.string(),
});
export type MemoryVersion = z.infer<typeof memoryVersionSchema>;

/** `GET /api/memories/{id}/versions`: newest first, at most {@link KEPT_VERSIONS}. */
export const memoryVersionListSchema = z.object({ items: z.array(memoryVersionSchema) });
export type MemoryVersionList = z.infer<typeof memoryVersionListSchema>;
