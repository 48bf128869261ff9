import type { QueryClient } from "@tanstack/react-query";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { browserEnvironment, type Environment } from "@/lib/client/collection/environment";
import { Throttle } from "@/lib/client/collection/throttle";
import { keepVersion } from "@/lib/client/keep-version";
import { queryKeys } from "@/lib/client/query-keys";
import { takeOutOfTrash } from "@/lib/client/trash";
import { holdUnsavedWork } from "@/lib/client/unsaved-work";
import type { Outcome } from "./change-one";
import type { BulkAction } from "./job";

/** What jobs need of the tab they run in. */
export type BulkEnvironment = Pick<
  Environment,
  "fetch" | "now" | "later" | "onOnline" | "noteSilence"
> & {
  /** A memory was dealt with. */
  onOutcome: (id: string, outcome: Outcome) => void;
  /** A call found that access or the session is lost. */
  onLost: (error: unknown) => void;
  /** A job came to its end. */
  onEnd: (action: BulkAction) => void;
  /** While jobs are under way, an expired session does not throw the page away. */
  hold: () => () => void;
};

const changesTags = new Set<BulkAction["kind"]>([
  "addTags",
  "removeTags",
  "replaceTags",
  "restore",
]);
const changesTrash = new Set<BulkAction["kind"]>(["delete", "restore", "deleteForEver"]);

/** What leaves the trash is taken out of the list this often, in milliseconds. */
const TAKE_OUT_MS = 250;

/** Jobs of a browser's tab: what they do shows in the collection and in the query cache. */
export function bulkEnvironment(client: QueryClient): BulkEnvironment {
  const collection = collectionOf(client);
  const outOfTrash = new Set<string>();
  const trash = new Throttle(
    browserEnvironment,
    () => TAKE_OUT_MS,
    () => {
      takeOutOfTrash(client, outOfTrash);
      outOfTrash.clear();
    },
  );
  return {
    ...browserEnvironment,
    onOutcome: (id, outcome) => {
      if (outcome.kind === "deleted" || outcome.kind === "gone") {
        collection.erase(id, { soon: true });
        client.removeQueries({ queryKey: queryKeys.memories.detail(id) });
        return;
      }
      if (outcome.kind === "erased" || outcome.kind === "restored") {
        outOfTrash.add(id);
        trash.soon();
      }
      if (outcome.kind === "erased") return;
      const { memory, etag } = outcome;
      collection.upsert([memory], { soon: true });
      // Only what somebody has looked at: a job may go through thousands.
      const isKept = client.getQueryState(queryKeys.memories.detail(memory.id)) !== undefined;
      if (isKept) void keepVersion(client, { memory, etag });
      void client.invalidateQueries({ queryKey: queryKeys.memories.versions(memory.id) });
    },
    onLost: (error) => collection.meet(error),
    onEnd: ({ kind }) => {
      void client.invalidateQueries({ queryKey: queryKeys.activity.all() });
      if (changesTags.has(kind)) void client.invalidateQueries({ queryKey: queryKeys.tags() });
      if (!changesTrash.has(kind)) return;
      trash.now();
      // Once, and not for each of thousands: until then what has gone was taken out.
      void client.invalidateQueries({ queryKey: queryKeys.trash() });
    },
    hold: holdUnsavedWork,
  };
}
