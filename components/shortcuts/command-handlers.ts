import { type Command, type CommandId, commandOf, commands } from "./commands";
import { goToPage } from "./page-link";

type Handler = { run: () => void; rank: number };

/** Whoever can do a command at the moment; the last one is asked. */
const handlers = new Map<CommandId, readonly Handler[]>();

/**
 * Says what a command does for as long as the returned function is not called. Of several the one
 * with the highest rank is asked, of those the one that came last.
 */
export function handleCommand(id: CommandId, run: () => void, rank = 0): () => void {
  const handler = { run, rank };
  const others = handlers.get(id) ?? [];
  handlers.set(
    id,
    [...others, handler].sort((a, b) => a.rank - b.rank),
  );
  return () => {
    const left = (handlers.get(id) ?? []).filter((other) => other !== handler);
    handlers.set(id, left);
  };
}

/**
 * What a command would do now, or null where there is nothing for it to do: what `useCommand`
 * provides; else a click on the first visible element with its key by `useShortcut` (a field gets
 * focus); else the page that it leads to.
 */
export function actionOf(id: CommandId): (() => void) | null {
  const command = commandOf(id);
  if (!command || command.native) return null;
  const { href } = command;
  return (
    handlers.get(id)?.at(-1)?.run ??
    elementAction(command) ??
    (href === undefined ? null : () => goToPage(href))
  );
}

/** The commands that can do something now. */
export function availableCommands(): Command[] {
  return commands.filter(({ id }) => actionOf(id) !== null);
}

function elementAction({ keys }: Command): (() => void) | null {
  for (const [key, second] of keys) {
    if (second !== undefined) continue;
    const bound = document.querySelectorAll<HTMLElement>(`[data-shortcut~="${key}"]`);
    for (const element of bound) {
      if (!answers(element)) continue;
      return element instanceof HTMLInputElement && element.type !== "checkbox"
        ? () => element.focus()
        : () => element.click();
    }
  }
  return null;
}

/** Visible, usable, and not behind a dialog. */
function answers(element: HTMLElement): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.matches(":disabled, [aria-disabled=true]") &&
    !element.closest("[aria-hidden=true], [inert]")
  );
}
