import type { BulkItem } from "@/lib/client/bulk/job";

/** The names of what the jobs of this tab were begun with: of a deleted memory nobody else knows it. */
const titles = new Map<string, ReadonlyMap<string, string | null>>();

export function rememberItems(jobId: string, items: readonly BulkItem[]): void {
  titles.set(jobId, new Map(items.map(({ id, title }) => [id, title])));
}

/** The items with these ids, under the names that a job was begun with. */
export function rememberedItems(jobId: string, ids: readonly string[]): BulkItem[] {
  const known = titles.get(jobId);
  return ids.map((id) => ({ id, title: known?.get(id) ?? null }));
}

export function forgetItems(jobId: string): void {
  titles.delete(jobId);
}
