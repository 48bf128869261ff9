/** What the dialog of shortcuts lists together, in this order. */
export const commandGroups = ["memory", "list", "pages", "general"] as const;
export type CommandGroup = (typeof commandGroups)[number];

type CommandShape = {
  id: string;
  group: CommandGroup;
  /** Ways to call it, each one key or two pressed one after the other, named as by `keyOf`. */
  keys: readonly (readonly [string] | readonly [string, string])[];
  /** Held down, the key goes on. */
  repeats?: true;
  /** The browser does it where focus is on a row of the list: it is listed, never taken. */
  native?: true;
  /** The page that it leads to. */
  href?: string;
};

/**
 * Every command of the workspace: the shortcuts, the dialog that lists them, and the palette read
 * this table. What a command does is said where it can be done: by `useCommand`, or by an element
 * with its key by `useShortcut`. Its words are in the texts, under `palette.commands`.
 */
const table = [
  { id: "new", group: "memory", keys: [["n"]] },
  { id: "edit", group: "memory", keys: [["e"]] },
  { id: "tags", group: "memory", keys: [["t"]] },
  { id: "delete", group: "memory", keys: [["#"], ["Delete"]] },
  { id: "undo", group: "memory", keys: [["u"]] },
  { id: "search", group: "list", keys: [["/"]] },
  { id: "next", group: "list", keys: [["j"]], repeats: true },
  { id: "previous", group: "list", keys: [["k"]], repeats: true },
  { id: "open", group: "list", keys: [["Enter"]], native: true },
  { id: "select", group: "list", keys: [["x"]] },
  { id: "goMemories", group: "pages", keys: [["g", "m"]], href: "/memories" },
  { id: "goTags", group: "pages", keys: [["g", "t"]], href: "/tags" },
  { id: "goTrash", group: "pages", keys: [["g", "x"]], href: "/trash" },
  { id: "goActivity", group: "pages", keys: [["g", "a"]], href: "/activity" },
  { id: "goSettings", group: "pages", keys: [["g", "s"]], href: "/settings" },
  { id: "goConnection", group: "pages", keys: [["g", "c"]], href: "/connect" },
  { id: "help", group: "general", keys: [["?"]] },
] as const satisfies readonly CommandShape[];

export type CommandId = (typeof table)[number]["id"];
export type Command = CommandShape & { id: CommandId };

export const commands: readonly Command[] = table;

/** The keys of a command, in the form of `aria-keyshortcuts`; none where it takes two. */
export function ariaKeys({ keys }: Command): string | undefined {
  const single = keys.filter((sequence) => sequence.length === 1).map(([key]) => key);
  return single.length > 0 ? single.join(" ") : undefined;
}

export function commandOf(id: CommandId): Command | undefined {
  return commands.find((command) => command.id === id);
}
