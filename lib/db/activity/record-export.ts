import "server-only";
import { appendActivity } from "@/lib/db/activity/append";
import { inTransaction } from "@/lib/db/transaction";

/** Records that a person took along what is kept of them. */
export function recordExport(userId: string): Promise<void> {
  return inTransaction((within) => appendActivity(within, userId, { kind: "export" }));
}
