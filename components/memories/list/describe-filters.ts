import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

/**
 * The filters as the end of "None is …": "tagged travel, of importance 0.5 or more and found by
 * “night train”". Whether Memoram takes several tags for all or any is not documented, so neither
 * is claimed.
 */
export function describeFilters({ q, tags, importance }: MemoryFilters): string {
  const parts: string[] = [];
  if (tags.length > 0) parts.push(`tagged ${tags.join(", ")}`);
  if (importance.min !== null) parts.push(`of importance ${importance.min} or more`);
  if (q) parts.push(`found by “${q}”`);
  const last = parts.pop() ?? "";
  return parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
}
