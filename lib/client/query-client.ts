import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { OfflineError } from "./errors";
import { reachability } from "./reachability";
import { retryDelay, shouldRetryRead } from "./retry";
import { leaveWhenSignedOut } from "./session";

function onError(error: unknown): void {
  if (error instanceof OfflineError) reachability.noteSilence();
  leaveWhenSignedOut(error);
}

/**
 * The one cache of a tab. An expired session met anywhere leads to the sign-in page. What failed
 * while Keepsake could not be reached is asked for again once it can.
 */
export function createQueryClient(): QueryClient {
  const onSuccess = () => reachability.noteAnswer();
  const client = new QueryClient({
    queryCache: new QueryCache({ onError, onSuccess }),
    mutationCache: new MutationCache({ onError, onSuccess }),
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

const isSilence = ({ error }: { error: unknown }) => error instanceof OfflineError;
