import { z } from "zod";

/** An ISO 8601 time, kept as the ISO string in UTC. */
export const timestampSchema = z
  .string()
  .refine((text) => Number.isFinite(Date.parse(text)), "must be a time")
  .transform((text) => new Date(text).toISOString());

/** Optional strings and numbers may be absent or null [A]: both become null. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

export const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
