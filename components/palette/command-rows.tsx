"use client";

import {
  ArrowDown,
  ArrowUp,
  History,
  Keyboard,
  Library,
  type LucideIcon,
  Pencil,
  Plug,
  Plus,
  Search,
  Settings,
  SquareArrowOutUpRight,
  SquareCheck,
  Tag,
  Trash2,
  Undo2,
} from "lucide-react";
import { useTranslations } from "use-intl";
import type { Command, CommandId } from "@/components/shortcuts/commands";
import { KeySequenceLabel } from "@/components/shortcuts/key-label";
import { useSingleKeys } from "@/components/shortcuts/single-keys";
import { PaletteGroup, PaletteRow } from "./palette-row";
import { rowValues } from "./row-values";

const icons: Record<CommandId, LucideIcon> = {
  new: Plus,
  edit: Pencil,
  tags: Tag,
  delete: Trash2,
  undo: Undo2,
  search: Search,
  next: ArrowDown,
  previous: ArrowUp,
  open: SquareArrowOutUpRight,
  select: SquareCheck,
  goMemories: Library,
  goTags: Tag,
  goTrash: Trash2,
  goActivity: History,
  goSettings: Settings,
  goConnection: Plug,
  help: Keyboard,
};

type CommandRowsProps = {
  heading: string;
  commands: readonly Command[];
  onChoose: (command: Command) => void;
};

/** Commands with the keys that call them. */
export function CommandRows({ heading, commands, onChoose }: CommandRowsProps) {
  const t = useTranslations("palette");
  const hasKeys = useSingleKeys();
  if (commands.length === 0) return null;
  return (
    <PaletteGroup heading={heading}>
      {commands.map((command) => {
        const Icon = icons[command.id];
        const [keys] = command.keys;
        return (
          <PaletteRow
            key={command.id}
            value={rowValues.command(command)}
            icon={<Icon />}
            onSelect={() => onChoose(command)}
            end={
              hasKeys && keys ? (
                <span className="pointer-coarse:hidden">
                  <KeySequenceLabel keys={keys} />
                </span>
              ) : undefined
            }
          >
            {t(`commands.${command.id}`)}
          </PaletteRow>
        );
      })}
    </PaletteGroup>
  );
}
