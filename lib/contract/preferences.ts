import "@/lib/contract/no-eval";
import { z } from "zod";
import { sentences } from "@/lib/contract/sentences";

/** What a person has chosen. `trash`: a copy of what they delete is kept for a while. */
export const preferencesSchema = z.object({ trash: z.boolean() });
export type Preferences = z.infer<typeof preferencesSchema>;

/** Body of `PATCH /api/preferences`: only given fields change. */
export const updatePreferencesSchema = z
  .strictObject({ trash: z.boolean(sentences.trashFlag).optional() })
  .refine(
    (fields) => Object.values(fields).some((value) => value !== undefined),
    sentences.nothingToChange,
  );
export type UpdatePreferences = z.infer<typeof updatePreferencesSchema>;
