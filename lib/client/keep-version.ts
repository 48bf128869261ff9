import type { QueryClient } from "@tanstack/react-query";
import type { MemoryVersion } from "./memories";
import { queryKeys } from "./query-keys";

/**
 * Puts what the server answered to a write into the cache of single memories. A read that began
 * before would bring back the older version, and with it an ETag that the next write is refused for.
 */
export async function keepVersion(client: QueryClient, version: MemoryVersion): Promise<void> {
  const queryKey = queryKeys.memories.detail(version.memory.id);
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, version);
}
