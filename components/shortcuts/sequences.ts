import { type Command, commands } from "./commands";

/** What a key means after `pending`, the first key of a sequence of two (null: there is none). */
export type Step =
  | { kind: "command"; command: Command }
  /** The first of two: the second has to follow soon. */
  | { kind: "first"; key: string }
  /** Ends a sequence that does not exist; without one it means nothing. */
  | { kind: "nothing" };

export function stepOf(pending: string | null, key: string): Step {
  const command = commands.find(
    ({ native, keys }) =>
      !native &&
      keys.some(([first, second]) =>
        pending === null
          ? second === undefined && first === key
          : first === pending && second === key,
      ),
  );
  if (command) return { kind: "command", command };
  return pending === null && secondKeys(key).length > 0
    ? { kind: "first", key }
    : { kind: "nothing" };
}

/** Which commands begin with `first`, each with the key that has to follow. */
export function secondKeys(first: string): { key: string; command: Command }[] {
  return commands.flatMap((command) =>
    command.keys.flatMap(([one, second]) =>
      one === first && second !== undefined ? [{ key: second, command }] : [],
    ),
  );
}
