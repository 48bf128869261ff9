import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

/**
 * What is selected. `some`: these memories. `all`: whatever matches the filters under which "all
 * matching" was chosen, also what is not loaded yet, but for `except`, and `also` these.
 */
export type SelectionState =
  | { readonly kind: "some"; readonly ids: ReadonlySet<string> }
  | {
      readonly kind: "all";
      readonly filters: MemoryFilters;
      readonly except: ReadonlySet<string>;
      readonly also: ReadonlySet<string>;
    };

export const nothingSelected: SelectionState = { kind: "some", ids: new Set() };
