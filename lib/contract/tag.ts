import "@/lib/contract/no-eval";
import { z } from "zod";

/** A tag as our API answers it; `color` is what Memoram holds, usually `#RRGGBB`. */
export const tagSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  color: z.string().nullable(),
  isEnabled: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Tag = z.infer<typeof tagSchema>;

export const tagListSchema = z.object({ items: z.array(tagSchema) });
