"use client";

import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import type { Command } from "@/components/shortcuts/commands";
import { KeyLabel } from "@/components/shortcuts/key-label";
import type { Choice } from "./choice";
import { fits } from "./choice";
import { CollectedResults } from "./collected-results";
import { CommandRows } from "./command-rows";
import { NothingFits, ResultList } from "./result-list";
import { rowValues } from "./row-values";
import { type OnRows, useSelectedRow, useTellRows } from "./use-selected-row";

type PaletteContentProps = {
  commands: readonly Command[];
  /** Memoram may be asked: there are memories and tags to search. */
  connected: boolean;
  onChoose: (choice: Choice) => void;
};

/** The field, and under it whatever fits what is typed. */
export function PaletteContent({ commands, connected, onChoose }: PaletteContentProps) {
  const t = useTranslations("palette");
  const [typed, setTyped] = useState("");
  // Typing goes on while the rows for what was typed before are still being drawn.
  const settled = useDeferredValue(typed.trim());
  const fitting = commands.filter(({ id }) => fits(t(`commands.${id}`), settled));
  const actions = fitting.filter(({ href }) => href === undefined);
  const pages = fitting.filter(({ href }) => href !== undefined);
  const commandValues = [...actions, ...pages].map(rowValues.command);
  const choose = (command: Command) => onChoose({ command });
  const { value, setValue, onRows, root, onKeyDown } = useSelectedRow(typed.trim());
  const commandRows = (
    <>
      <CommandRows heading={t("actions")} commands={actions} onChoose={choose} />
      <CommandRows heading={t("groups.pages")} commands={pages} onChoose={choose} />
    </>
  );
  return (
    <Cmdk
      ref={root}
      onKeyDown={onKeyDown}
      shouldFilter={false}
      vimBindings={false}
      loop
      label={t("open")}
      value={value}
      onValueChange={setValue}
    >
      <div className="flex items-center gap-3 border-line border-b px-5">
        <Search aria-hidden="true" className="size-4 shrink-0 text-ink-2" />
        <Cmdk.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={t(connected ? "placeholder" : "placeholderPages")}
          dir="auto"
          maxLength={500}
          enterKeyHint="go"
          className="h-13 w-full min-w-0 bg-transparent text-ink text-step outline-none"
        />
      </div>
      {connected ? (
        <CollectedResults
          typed={settled}
          commandRows={commandRows}
          commandValues={commandValues}
          onGo={(href) => onChoose({ href })}
          onRows={onRows}
        />
      ) : (
        <CommandResults typed={settled} commandValues={commandValues} onRows={onRows}>
          {commandRows}
        </CommandResults>
      )}
      <Footer />
    </Cmdk>
  );
}

type CommandResultsProps = {
  typed: string;
  commandValues: readonly string[];
  onRows: OnRows;
  children: ReactNode;
};

/** Without a connection there are commands alone. */
function CommandResults({ typed, commandValues, onRows, children }: CommandResultsProps) {
  useTellRows(onRows, typed, commandValues, true);
  return (
    <>
      <ResultList>{children}</ResultList>
      {commandValues.length === 0 && <NothingFits typed={typed} />}
    </>
  );
}

function Footer() {
  const t = useTranslations("palette");
  return (
    <p
      aria-hidden="true"
      className="flex gap-5 border-line border-t px-5 py-2 text-ink-3 text-small pointer-coarse:hidden"
    >
      <span className="flex items-center gap-1.5">
        <KeyLabel name="↑" />
        <KeyLabel name="↓" />
        {t("footer.move")}
      </span>
      <span className="flex items-center gap-1.5">
        <KeyLabel name="Enter" />
        {t("footer.choose")}
      </span>
      <span className="flex items-center gap-1.5">
        <KeyLabel name="Escape" />
        {t("footer.close")}
      </span>
    </p>
  );
}
