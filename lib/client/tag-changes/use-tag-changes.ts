import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { bulkRunnerOf } from "@/lib/client/bulk/bulk-runner-of";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { useCollection } from "@/lib/client/collection/use-collection";
import {
  beginTagOperation,
  endTagOperation,
  refreshTagOperations,
  useTagOperations,
} from "@/lib/client/tag-operations";
import type { TagOperation } from "@/lib/contract/tag-operation";
import { tabLocks } from "./tab-locks";
import { countCarrying } from "./tag-change";
import { type ChangeState, type ChangeStates, TagChanges } from "./tag-changes";

const kept = new WeakMap<QueryClient, TagChanges>();

/** The renames, merges and removals of this tab. */
function tagChangesOf(client: QueryClient): TagChanges {
  let changes = kept.get(client);
  if (!changes) {
    changes = new TagChanges({
      runner: bulkRunnerOf(client),
      collection: collectionOf(client),
      locks: tabLocks,
      operations: {
        begin: beginTagOperation,
        end: (id) => endTagOperation(client, id),
        refresh: () => refreshTagOperations(client),
      },
    });
    kept.set(client, changes);
  }
  return changes;
}

export function useTagChanges(): TagChanges {
  return tagChangesOf(useQueryClient());
}

/**
 * A rename, merge or removal that is not finished. `stopped`: nobody is at it. `left`: how many memories
 * still carry one of its names, null until all of them are here.
 */
export type OpenChange = TagOperation & {
  readonly state: ChangeState | "stopped";
  readonly left: number | null;
};

const noStates: ChangeStates = new Map();
const none: readonly OpenChange[] = [];

/** The open changes, oldest first. Reads the memories, to say what is left: ask where there are any. */
export function useOpenChanges(): readonly OpenChange[] {
  const changes = useTagChanges();
  const { data: operations } = useTagOperations();
  const states = useSyncExternalStore(changes.subscribe, changes.getSnapshot, () => noStates);
  const { memories, completedAt } = useCollection();
  const open = useMemo(
    () =>
      operations?.map((operation): OpenChange => {
        const from = operation.from.filter((name) => name !== operation.to);
        const left = completedAt === null ? null : countCarrying(memories, from);
        return { ...operation, from, left, state: states.get(operation.id) ?? "stopped" };
      }) ?? none,
    [operations, states, memories, completedAt],
  );

  useEffect(() => {
    if (!operations?.length) return;
    const sync = () => void changes.sync(operations);
    sync();
    window.addEventListener("focus", sync);
    return () => window.removeEventListener("focus", sync);
  }, [changes, operations]);

  useEffect(() => {
    for (const change of open) {
      if (change.state === "stopped" && change.left === 0) void changes.settle(change);
    }
  }, [changes, open]);

  return open;
}
