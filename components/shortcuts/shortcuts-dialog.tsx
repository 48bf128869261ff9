"use client";

import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { Dialog } from "@/components/ui/dialog";
import { type Command, commandGroups, commands } from "./commands";
import { KeySequenceLabel } from "./key-label";
import { useIsApple } from "./platform";
import { SingleKeysSwitch } from "./single-keys-switch";

type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Every shortcut there is, and the way to turn the single keys off. */
export function ShortcutsDialog(props: ShortcutsDialogProps) {
  const t = useTranslations("palette");
  return (
    <Dialog {...props} title={t("help.title")} startsAt="panel" className="max-w-3xl">
      <div className="gap-x-10 sm:columns-2">
        {commandGroups.map((group) => (
          <section
            key={group}
            aria-labelledby={`shortcuts-${group}`}
            className="mb-5 break-inside-avoid"
          >
            <h3 id={`shortcuts-${group}`} className="mb-1 text-ink-3 text-small">
              {t(`groups.${group}`)}
            </h3>
            <dl>
              {group === "general" && <PaletteLine />}
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <CommandLine key={command.id} command={command} />
                ))}
              {group === "memory" && <SaveLines />}
            </dl>
          </section>
        ))}
      </div>
      <div className="mt-5 border-line border-t pt-4">
        <SingleKeysSwitch />
      </div>
    </Dialog>
  );
}

function Line({
  label,
  ways,
  together,
}: {
  label: string;
  ways: readonly (readonly string[])[];
  together?: boolean;
}) {
  const t = useTranslations("palette");
  return (
    <div className="flex min-h-9 items-center justify-between gap-4 border-line border-b py-1.5">
      <dt className="min-w-0 text-ink">{label}</dt>
      <dd className="flex shrink-0 items-center gap-1.5 text-ink-2">
        {ways.map((keys, index) => (
          <Fragment key={keys.join(" ")}>
            {index > 0 && <span className="text-ink-3 text-small">{t("keys.or")}</span>}
            <KeySequenceLabel keys={keys} together={together} />
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

function CommandLine({ command }: { command: Command }) {
  const t = useTranslations("palette");
  return <Line label={t(`commands.${command.id}`)} ways={command.keys} />;
}

function PaletteLine() {
  const t = useTranslations("palette");
  const modifier = useIsApple() ? "Command" : "Control";
  return <Line label={t("open")} ways={[[modifier, "K"]]} together />;
}

/** Keys of the form, which hears them itself. */
function SaveLines() {
  const t = useTranslations("palette");
  const modifier = useIsApple() ? "Command" : "Control";
  return (
    <>
      <Line label={t("help.save")} ways={[[modifier, "Enter"]]} together />
      <Line label={t("help.leave")} ways={[["Escape"]]} />
    </>
  );
}
