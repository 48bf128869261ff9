"use client";

import { Ellipsis } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl";
import { goToPage } from "@/components/shortcuts/page-link";
import { cn } from "@/components/ui/cn";
import type { ChangeKind, ChangeRequest } from "./change-dialogs";

type TagMenuProps = {
  name: string;
  /** The memories that carry it. */
  href: string;
  onRequest: (request: ChangeRequest) => void;
};

/** What can be done with one tag. */
export function TagMenu({ name, href, onRequest }: TagMenuProps) {
  const t = useTranslations("tagPage");
  const trigger = useRef<HTMLButtonElement>(null);
  const chosen = useRef<(() => void) | null>(null);
  const later = (act: () => void) => () => {
    chosen.current = act;
  };
  const request = (kind: ChangeKind) => later(() => onRequest({ kind, names: [name] }));
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <button
          ref={trigger}
          type="button"
          aria-label={t("actionsFor", { name })}
          className="touch-target inline-grid size-8 place-items-center rounded-small text-ink-2 hover:bg-hover hover:text-ink data-[state=open]:bg-hover"
        >
          <Ellipsis aria-hidden="true" className="size-4" />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          className="z-30 min-w-52 max-w-[calc(100vw-1.5rem)] animate-appear rounded-card border border-line bg-raised p-1 text-ink text-ui shadow-float"
          onCloseAutoFocus={(event) => {
            const act = chosen.current;
            chosen.current = null;
            if (!act) return;
            // A dialog gives focus back to what has it when it opens: that has to be the button.
            event.preventDefault();
            trigger.current?.focus();
            act();
          }}
        >
          <Item onSelect={later(() => goToPage(href))}>{t("show")}</Item>
          <Item onSelect={request("rename")}>{t("rename")}</Item>
          <Item onSelect={request("merge")}>{t("merge")}</Item>
          <DropdownMenu.Separator className="mx-2 my-1 h-px bg-line" />
          <Item onSelect={request("remove")} isDanger>
            {t("remove")}
          </Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type ItemProps = { onSelect: () => void; isDanger?: boolean; children: ReactNode };

function Item({ onSelect, isDanger = false, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={cn(
        "flex min-h-9 cursor-default items-center rounded-small px-2.5 outline-none data-[highlighted]:bg-accent-soft pointer-coarse:min-h-11",
        "forced-colors:data-[highlighted]:outline-2",
        isDanger && "text-danger data-[highlighted]:bg-danger-soft",
      )}
    >
      {children}
    </DropdownMenu.Item>
  );
}
