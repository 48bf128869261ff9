import { beforeEach, expect, vi } from "vitest";
import { Collection } from "@/lib/client/collection/collection";
import type { Memory } from "@/lib/contract/memory";
import { page, streamOf } from "./answers";
import { FakeEnvironment, settle } from "./environment";
import { memoryOf } from "./memories";

/** What there is to read. */
export const a = memoryOf({ id: "a", title: "a" });
export const b = memoryOf({ id: "b", title: "b" });
export const c = memoryOf({ id: "c", title: "c" });
/** The last line of a whole stream. */
export const done = (count: number) => ({ done: true, count });

export let tab: FakeEnvironment;
export let signedOut: ReturnType<typeof vi.fn<(error: unknown) => void>>;
export let collection: Collection;

type Answer = () => Response | Promise<Response>;
/** What the server says next to each kind of call. */
export let says: { list: Answer; stream: Answer };

/** Gives each test of the file a tab and a collection that has read nothing. */
export function eachWithCollection(): void {
  beforeEach(() => {
    tab = new FakeEnvironment();
    signedOut = vi.fn();
    collection = new Collection(tab, signedOut);
    says = { list: () => page(), stream: () => streamOf() };
    tab.answer = (path) => (path === "/api/memories/stream" ? says.stream() : says.list());
  });
}

export const now = () => collection.getSnapshot();
export const ids = () => now().memories.map(({ id }) => id);
export const streams = () => tab.calls.filter((call) => call.endsWith("/stream")).length;

/** Begins, and lets everything come that was answered at once. */
export async function begin(): Promise<void> {
  collection.start();
  await settle();
}

/** A collection in which `memories` are complete. */
export async function complete(...memories: Memory[]): Promise<void> {
  says.stream = () => streamOf(...memories);
  await begin();
  expect(now().status).toBe("complete");
}
