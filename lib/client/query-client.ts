import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { retryDelay, shouldRetryRead } from "./retry";
import { leaveWhenSignedOut } from "./session";

/** The one cache of a tab. An expired session met anywhere leads to the sign-in page. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetryRead, retryDelay: (n) => retryDelay(n) },
      // A write without network fails at once and says so, instead of waiting out of sight.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
