"use client";

import { Check, ChevronDown } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { type Sort, sorts } from "@/lib/client/filters/memory-filters";
import { chooseDensity, densities, useDensity } from "./density";

type ListMenuProps = {
  sort: Sort;
  /** The person is about to select memories: where nothing hovers, this shows the checkboxes. */
  onSelect: () => void;
};

/** The order of the list, and how close its rows stand. */
export function ListMenu({ sort, onSelect }: ListMenuProps) {
  const t = useTranslations("list");
  const density = useDensity();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="quiet" size="sm" className="-me-2 gap-1 px-2 font-normal text-ink-3">
          <span className="sr-only">{t("sort.button")}: </span>
          {t(`sort.${sort}`)}
          <ChevronDown aria-hidden="true" />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          className="z-30 min-w-52 animate-appear rounded-card border border-line bg-raised p-1 text-ui shadow-float"
        >
          <Choices
            label={t("sort.label")}
            value={sort}
            onChoose={(chosen) => {
              const next = sorts.find((one) => one === chosen);
              if (next) changeFilters((filters) => ({ ...filters, sort: next }));
            }}
          >
            {sorts.map((one) => (
              <Choice key={one} value={one}>
                {t(`sort.${one}`)}
              </Choice>
            ))}
          </Choices>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <Choices
            label={t("density.label")}
            value={density}
            onChoose={(chosen) => {
              const next = densities.find((one) => one === chosen);
              if (next) chooseDensity(next);
            }}
          >
            {densities.map((one) => (
              <Choice key={one} value={one}>
                {t(`density.${one}`)}
              </Choice>
            ))}
          </Choices>
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Item className={cn(item, "ps-8")} onSelect={onSelect}>
            {t("select.begin")}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type ChoicesProps = {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ReactNode;
};

function Choices({ label, value, onChoose, children }: ChoicesProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChoose} aria-label={label}>
      <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-ink-3 text-small">
        {label}
      </DropdownMenu.Label>
      {children}
    </DropdownMenu.RadioGroup>
  );
}

const item =
  "flex min-h-8 cursor-default items-center gap-2 rounded-small pe-3 outline-none data-[highlighted]:bg-accent-soft pointer-coarse:min-h-11 forced-colors:data-[highlighted]:outline-2";

function Choice({ value, children }: { value: string; children: ReactNode }) {
  return (
    <DropdownMenu.RadioItem value={value} className={cn(item, "ps-8")}>
      <DropdownMenu.ItemIndicator className="-ms-6 absolute">
        <Check aria-hidden="true" className="size-4 text-accent" />
      </DropdownMenu.ItemIndicator>
      {children}
    </DropdownMenu.RadioItem>
  );
}
