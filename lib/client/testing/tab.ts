import { QueryClient } from "@tanstack/react-query";
import { vi } from "vitest";
import { collectionOf } from "@/lib/client/collection/collection-of";
import type { Memory } from "@/lib/contract/memory";
import { page, streamOf } from "./answers";
import { settle } from "./environment";
import { MemoryServer } from "./memory-server";

/** A query cache and a collection in which `memories` are complete, before a server that has them. */
export async function tabWith(...memories: Memory[]) {
  const server = new MemoryServer();
  server.put(...memories);
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const path = String(input);
    if (path === "/api/memories/stream") {
      return streamOf(...[...server.memories.values()].map(({ memory }) => memory));
    }
    return path === "/api/memories" && !init.method ? page() : server.answer(path, init);
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const collection = collectionOf(client);
  collection.start();
  await settle();
  return { client, collection, server };
}
