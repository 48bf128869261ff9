import "@/lib/contract/no-eval";
import { z } from "zod";
import { cursorQuerySchema, limitQuerySchema } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";

/**
 * What is recorded. `connect`: a key came here; `ask`: access was asked for with it; `erase`: copies
 * left the trash for ever; `restore-version`: a memory was put back to an earlier version.
 */
export const activityKinds = [
  "sign-in",
  "sign-out",
  "session-ended",
  "connect",
  "ask",
  "approve",
  "reject",
  "revoke",
  "disconnect",
  "create",
  "edit",
  "delete",
  "restore",
  "restore-version",
  "erase",
  "export",
] as const;
export const activityKindSchema = z.enum(activityKinds);
export type ActivityKind = z.infer<typeof activityKindSchema>;

/** What a job of the browser's does to each of its memories. */
export const jobKinds = [
  "add-tags",
  "remove-tags",
  "replace-tags",
  "set-importance",
  "delete",
  "restore",
  "erase",
] as const;
export type JobKind = (typeof jobKinds)[number];

const jobSchema = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{16,64}$/),
  kind: z.enum(jobKinds),
});
export type ActivityJob = z.infer<typeof jobSchema>;

/** The header in which each call of a job names it: `kind;id`. */
export const jobHeader = "x-keepsake-job";
export const formatJob = ({ id, kind }: ActivityJob) => `${kind};${id}`;

/** The job that a header's value names, or null. */
export function parseJob(value: string): ActivityJob | null {
  const [kind, id, ...rest] = value.split(";");
  const parsed = jobSchema.safeParse({ kind, id });
  return parsed.success && rest.length === 0 ? parsed.data : null;
}

/** What is shown of a kind, or of a job's, that this version does not know: a later one wrote it. */
export const OTHER = "other";

/**
 * One act, or all of a job in the place of its latest. `seq` numbers a person's acts from 1.
 * `unknown`: begun, and nobody learned how it ended. `memoryId` is null for a job and where it was
 * about none; `count` says how many it was about, where it was not one. Times are ISO 8601.
 */
export const activityItemSchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  kind: z.enum([...activityKinds, OTHER]),
  outcome: z.enum(["done", "unknown"]),
  memoryId: z.string().nullable(),
  count: z.number().int().nullable(),
  /** `changes` and `unknown` count its acts within what was asked for; `begunAt` is its first. */
  job: z
    .object({
      id: z.string(),
      kind: z.enum([...jobKinds, OTHER]),
      changes: z.number().int(),
      unknown: z.number().int(),
      begunAt: z.string(),
    })
    .nullable(),
});
export type ShownKind = z.infer<typeof activityItemSchema>["kind"];
export type ShownJobKind = JobKind | typeof OTHER;
export type ActivityItem = z.infer<typeof activityItemSchema>;

/** `GET /api/activity`: the latest first. */
export const activityPageSchema = z.object({
  items: z.array(activityItemSchema),
  nextCursor: z.string().nullable(),
});
export type ActivityPage = z.infer<typeof activityPageSchema>;

const timeSchema = z.iso
  .datetime({ offset: true, error: sentences.activityTime })
  .transform((text) => new Date(text))
  .refine((time) => !Number.isNaN(time.getTime()), sentences.activityTime);

/**
 * Query of `GET /api/activity`: `kind` takes several, separated by commas; `from` counts itself in,
 * `to` does not; `job` asks for the single acts of one job. Everything arrives as text.
 */
export const activityQuerySchema = z.strictObject({
  limit: limitQuerySchema,
  cursor: cursorQuerySchema.optional(),
  kind: z
    .string()
    .transform((list) => list.split(",").filter((kind) => kind !== ""))
    .pipe(z.array(z.enum(activityKinds, sentences.activityKind)).min(1, sentences.activityKind))
    .optional(),
  from: timeSchema.optional(),
  to: timeSchema.optional(),
  job: jobSchema.shape.id.regex(/^[A-Za-z0-9-]{16,64}$/, sentences.activityJob).optional(),
});
export type ActivityQuery = z.infer<typeof activityQuerySchema>;
