import "server-only";
import type { z } from "zod";
import type { FieldError } from "@/lib/contract/problem";
import { AppError } from "@/lib/errors";

function toFieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: [...path, key].join("."),
        message: "This field is not known.",
      }));
    }
    return [{ path: path.join("."), message: issue.message }];
  });
}

/** @throws AppError validation-failed, each refused value with its path and a sentence. */
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
      const message = name in query ? "This parameter comes twice." : "This field is not known.";
      throw new AppError("validation-failed", { errors: [{ path: name, message }] });
    }
    query[name] = value;
  }
  return { ...query };
}
