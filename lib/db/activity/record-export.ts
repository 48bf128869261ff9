import "server-only";
import { appendActivity } from "@/lib/db/activity/append";
import { db } from "@/lib/db/client";

/** Records that a person took along what is kept of them. */
export function recordExport(userId: string): Promise<void> {
  return db().$transaction((within) => appendActivity(within, userId, { kind: "export" }));
}
