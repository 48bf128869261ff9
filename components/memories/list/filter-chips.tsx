"use client";

import { changeFilters } from "@/components/memories/use-memory-route";
import { Chip } from "@/components/ui/chip";
import { TagDot } from "@/components/ui/tag-dot";
import { anyLevel, type MemoryFilters } from "@/lib/client/filters/memory-filters";
import { setTagState } from "@/lib/client/filters/tag-state";
import { useTagColors } from "@/lib/client/tags";

type FilterChipsProps = { filters: MemoryFilters; onChange: () => void };

/** Each filter but the search text, which stands in its box already. */
export function FilterChips({ filters, onChange }: FilterChipsProps) {
  const colors = useTagColors();
  const { tags, importance } = filters;
  if (tags.length === 0 && importance.min === null) return null;
  const change = (next: (filters: MemoryFilters) => MemoryFilters) => {
    changeFilters(next);
    onChange();
  };
  return (
    <ul aria-label="Filters" className="mt-2.5 flex flex-wrap gap-1.5">
      {tags.map((name) => (
        <li key={name} className="max-w-full">
          <Chip
            tone="soft"
            removeLabel={`Remove the filter ${name}`}
            onRemove={() => change((current) => setTagState(current, name, "any"))}
          >
            <TagDot color={colors.get(name)} />
            <bdi className="truncate">{name}</bdi>
          </Chip>
        </li>
      ))}
      {importance.min !== null && (
        <li>
          <Chip
            tone="soft"
            removeLabel="Remove the filter on importance"
            onRemove={() => change((current) => ({ ...current, importance: anyLevel }))}
          >
            importance {importance.min} or more
          </Chip>
        </li>
      )}
    </ul>
  );
}
