import type { Command } from "@/components/shortcuts/commands";

/** The name of each row among all others. */
export const rowValues = {
  command: ({ id }: Pick<Command, "id">) => `command:${id}`,
  memory: ({ id }: { id: string }) => `memory:${id}`,
  // Names may differ by a space at their end alone.
  tag: ({ name }: { name: string }) => `tag:${encodeURIComponent(name)}`,
  allInList: "all-in-list",
};
