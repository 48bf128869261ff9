"use client";

import { SlidersHorizontal } from "lucide-react";
import { Popover } from "radix-ui";
import { changeFilters } from "@/components/memories/use-memory-route";
import { TagFilter } from "@/components/tags/tag-filter";
import { Button } from "@/components/ui/button";
import { type MemoryFilters, noFilters } from "@/lib/client/filters/memory-filters";
import { setTagState } from "@/lib/client/filters/tag-state";
import { ImportanceFilter } from "./importance-filter";

type FilterPopoverProps = { filters: MemoryFilters; onChange: () => void };

/** Tags and minimum importance. What is chosen holds at once and goes into the address. */
export function FilterPopover({ filters, onChange }: FilterPopoverProps) {
  const { tags, importance } = filters;
  const count = tags.length + Number(importance.min !== null);
  const change = (next: (filters: MemoryFilters) => MemoryFilters) => {
    changeFilters(next);
    onChange();
  };
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button variant="quiet" size="sm" className="-me-2 font-normal text-ink-3">
          <SlidersHorizontal aria-hidden="true" />
          Filter
          {count > 0 && (
            <>
              <span aria-hidden="true" className="text-accent tabular-nums">
                {count}
              </span>
              <span className="sr-only">, {count} chosen</span>
            </>
          )}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Filter memories"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-30 flex max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1.5rem)] animate-appear flex-col gap-4 overflow-y-auto rounded-card border border-line bg-raised p-4 shadow-float"
        >
          <TagFilter
            chosen={tags}
            onToggle={(name) =>
              change((current) => setTagState(current, name, tags.includes(name) ? "any" : "must"))
            }
          />
          <ImportanceFilter
            value={importance.min}
            onChange={(value) =>
              change((current) => ({ ...current, importance: { min: value, max: null } }))
            }
          />
          <div className="flex justify-between gap-2 border-line border-t pt-3">
            <Button
              variant="quiet"
              size="sm"
              disabled={count === 0}
              onClick={() => change(({ q }) => ({ ...noFilters, q }))}
            >
              Clear filters
            </Button>
            <Popover.Close asChild>
              <Button size="sm">Done</Button>
            </Popover.Close>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
