import "server-only";
import type { z } from "zod";
import type { FieldError } from "@/lib/contract/problem";
import { sentences } from "@/lib/contract/sentences";
import { AppError } from "@/lib/errors";

/** Enough to mend a form by; more would let a small body ask for a large answer. */
const MOST_ERRORS = 100;
const LONGEST_PATH = 200;

const pathOf = (...keys: PropertyKey[]) => keys.map(String).join(".").slice(0, LONGEST_PATH);

function toFieldErrors(error: z.ZodError): FieldError[] {
  const errors = error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") {
      return [{ path: pathOf(...issue.path), message: issue.message }];
    }
    return issue.keys.slice(0, MOST_ERRORS).map((key) => ({
      path: pathOf(...issue.path, key),
      message: sentences.unknownField,
    }));
  });
  return errors.slice(0, MOST_ERRORS);
}

/** @throws AppError validation-failed, the refused values with their path and a sentence each. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new AppError("validation-failed", { errors: toFieldErrors(result.error) });
}

/** A query as an object. @throws AppError validation-failed for a name that comes twice. */
export function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of url.searchParams) {
    if (name === "__proto__" || name in query) {
      const message = name in query ? sentences.repeatedParameter : sentences.unknownField;
      throw new AppError("validation-failed", { errors: [{ path: pathOf(name), message }] });
    }
    query[name] = value;
  }
  return { ...query };
}
