import { nextTags, type TagAction } from "@/lib/client/bulk/next-tags";
import { sortOrders } from "@/lib/client/collection/sort-orders";
import { type Memory, tagNameSchema } from "@/lib/contract/memory";

/** A rename (one name), a merge (several), or with `to` null: the names are taken off. */
export type TagChange = { from: readonly string[]; to: string | null };

/** What becomes of one memory. */
export type ChangedMemory = {
  id: string;
  title: string | null;
  before: readonly string[];
  after: readonly string[];
};

/** What a change would do to the memories as they are. */
export type ChangePlan = {
  /** The memories that carry one of `from`, changed last first. */
  affected: readonly ChangedMemory[];
  /** How many of them carry `to` already, and only lose names. */
  alreadyCarry: number;
  /** How many memories will carry `to` afterwards; 0 where names are taken off. */
  carryAfter: number;
};

/** What a job does to each memory for it. */
export function actionOf({ from, to }: TagChange): TagAction {
  return to === null ? { kind: "removeTags", tags: from } : { kind: "replaceTags", from, to };
}

/** Reads every memory once. The tags afterwards are those that the job will write. */
export function planChange(memories: readonly Memory[], { from, to }: TagChange): ChangePlan {
  const action = actionOf({ from, to });
  const affected: { memory: Memory; after: readonly string[] }[] = [];
  let alreadyCarry = 0;
  let carryAfter = 0;
  for (const memory of memories) {
    const after = nextTags(memory.tags, action);
    const carries = to !== null && memory.tags.includes(to);
    if (after) {
      affected.push({ memory, after });
      alreadyCarry += Number(carries);
    }
    carryAfter += Number(carries || (after !== null && to !== null));
  }
  affected.sort((a, b) => sortOrders.changed(a.memory, b.memory));
  return {
    affected: affected.map(({ memory: { id, title, tags }, after }) => ({
      ...{ id, title, after },
      before: tags,
    })),
    alreadyCarry,
    carryAfter,
  };
}

/** How many memories still carry one of these names: what an interrupted change has left to do. */
export function countCarrying(memories: readonly Memory[], names: readonly string[]): number {
  const wanted = new Set(names);
  return memories.filter(({ tags }) => tags.some((name) => wanted.has(name))).length;
}

/** So many tags can become one at a time: the contract's limit. */
export const MAX_MERGED = 50;

export type TargetProblem =
  | { kind: "missing" }
  | { kind: "same" }
  /** The contract's sentence: see `lib/contract/sentences`. */
  | { kind: "refused"; sentence: string };

/** Why these tags cannot become `name`, or null. */
export function targetProblem(name: string, from: readonly string[]): TargetProblem | null {
  if (name === "") return { kind: "missing" };
  if (from.every((other) => other === name)) return { kind: "same" };
  const checked = tagNameSchema.safeParse(name);
  if (checked.success) return null;
  return { kind: "refused", sentence: checked.error.issues[0]?.message ?? "" };
}
