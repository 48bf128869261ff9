import "@/lib/contract/no-eval";
import { z } from "zod";

/** What a person has chosen. `trash`: a copy of what they delete is kept for a while. */
export const preferencesSchema = z.object({ trash: z.boolean() });
export type Preferences = z.infer<typeof preferencesSchema>;

/** Body of `PATCH /api/preferences`: only given fields change. */
export const updatePreferencesSchema = z
  .strictObject({ trash: z.boolean("trash must be true or false.").optional() })
  .refine(
    (fields) => Object.values(fields).some((value) => value !== undefined),
    "Name at least one field to change.",
  );
export type UpdatePreferences = z.infer<typeof updatePreferencesSchema>;
