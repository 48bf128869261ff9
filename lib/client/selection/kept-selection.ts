import "@/lib/contract/no-eval";
import { z } from "zod";
import { filterParams, parseFilters } from "@/lib/client/filters/filter-address";
import { readStored, removeStored, writeStored } from "@/lib/client/session-storage";
import { memoryIdSchema } from "@/lib/contract/memory";
import { nothingSelected, type SelectionState } from "./selection-state";

const KEY = "keepsake.selection";

const idsSchema = z.array(memoryIdSchema).transform((ids): ReadonlySet<string> => new Set(ids));

/** Ids and the words of an address: nothing of a memory is kept. */
const keptSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("some"), ids: idsSchema }),
  z.object({
    kind: z.literal("all"),
    filters: z.string().transform((address) => parseFilters(new URLSearchParams(address))),
    except: idsSchema,
    also: idsSchema,
  }),
]);

/** What was selected before the page was loaded again; nothing when that cannot be read. */
export function readSelection(): SelectionState {
  const text = readStored(KEY);
  if (text === null) return nothingSelected;
  try {
    return keptSchema.parse(JSON.parse(text));
  } catch {
    removeStored(KEY);
    return nothingSelected;
  }
}

/** A selection that does not fit is one that a reload forgets. */
export function keepSelection(state: SelectionState): void {
  if (state.kind === "some") {
    if (state.ids.size === 0) removeStored(KEY);
    else writeStored(KEY, JSON.stringify({ kind: "some", ids: [...state.ids] }));
    return;
  }
  const { filters, except, also } = state;
  writeStored(
    KEY,
    JSON.stringify({
      kind: "all",
      filters: filterParams(filters).toString(),
      except: [...except],
      also: [...also],
    }),
  );
}

/** A reload finds nothing selected. */
export function forgetSelection(): void {
  removeStored(KEY);
}
