import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { collectionOf } from "@/lib/client/collection/collection-of";
import { isAccessProblem } from "./describe-error";
import { OfflineError } from "./errors";
import { queryKeys } from "./query-keys";
import { reachability } from "./reachability";
import { retryDelay, shouldRetryRead } from "./retry";
import { leaveWhenSignedOut } from "./session";

/**
 * The one cache of a tab. An expired session met anywhere leads to the sign-in page, lost access
 * empties the collection and whatever else was read and is not on the screen. What failed while
 * Keepsake could not be reached is asked for again once it can.
 */
export function createQueryClient(): QueryClient {
  const onSuccess = () => reachability.noteAnswer();
  const onError = (error: unknown) => {
    if (error instanceof OfflineError) reachability.noteSilence();
    collectionOf(client).meet(error);
    if (isAccessProblem(error)) forgetUnseen(client);
    leaveWhenSignedOut(error);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError, onSuccess }),
    mutationCache: new MutationCache({
      onError,
      onSuccess,
      // Whoever was quick looks at the record before it tells of what they just did.
      onSettled: () => void client.invalidateQueries({ queryKey: queryKeys.activity.all() }),
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetryRead, retryDelay: (n) => retryDelay(n) },
      // A write without network fails at once and says so, instead of waiting out of sight.
      mutations: { retry: false, networkMode: "always" },
    },
  });
  reachability.subscribe(() => {
    if (reachability.get().state !== "reachable") return;
    const failed = { predicate: ({ state }: { state: { error: unknown } }) => isSilence(state) };
    void client.refetchQueries({ type: "active", ...failed });
  });
  return client;
}

/** What is on the screen draws its own conclusions; to ask for it again would only be refused. */
function forgetUnseen(client: QueryClient): void {
  for (const queryKey of [queryKeys.memories.all(), queryKeys.trash(), queryKeys.tags()]) {
    client.removeQueries({ queryKey, type: "inactive" });
  }
}

const isSilence = ({ error }: { error: unknown }) => error instanceof OfflineError;
