"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

const itemClass = cn(
  "touch-target flex cursor-default select-none items-center gap-2 rounded-small px-2 py-1.5 text-ui",
  "outline-none data-[highlighted]:bg-accent-soft data-[disabled]:opacity-50",
  "forced-colors:data-[highlighted]:outline-2 [&_svg]:size-4 [&_svg]:shrink-0",
);

interface MenuProps {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  /** The menu's name, where the trigger's text does not say it. */
  label?: string;
}

/** A menu that opens from a button. */
export function Menu({ trigger, children, align = "end", side = "bottom", label }: MenuProps) {
  return (
    // Not modal: the page stays readable and scrollable while the menu is open.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={8}
          {...(label === undefined ? {} : { "aria-label": label })}
          className="z-50 min-w-44 animate-appear rounded-card border border-line bg-raised p-1 text-ink shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  children: ReactNode;
  onSelect?: () => void;
  tone?: "plain" | "danger";
  disabled?: boolean;
  /** Put the item on the only child instead, for example a link. */
  asChild?: boolean;
}

export function MenuItem({
  children,
  onSelect,
  tone = "plain",
  disabled = false,
  asChild = false,
}: MenuItemProps) {
  return (
    <Radix.Item
      asChild={asChild}
      disabled={disabled}
      {...(onSelect === undefined ? {} : { onSelect })}
      className={cn(itemClass, tone === "danger" && "text-danger")}
    >
      {children}
    </Radix.Item>
  );
}

interface MenuRadioGroupProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
}

/** One of several; the chosen one has a tick. */
export function MenuRadioGroup<T extends string>({
  label,
  value,
  onChange,
  options,
}: MenuRadioGroupProps<T>) {
  return (
    <Radix.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={cn(itemClass, "pe-3")}>
          <span className="grid size-4 place-items-center">
            <Radix.ItemIndicator>
              <Check aria-hidden="true" />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
