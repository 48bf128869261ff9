"use client";

import { usePathname, useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { isUnderMemories } from "./memory-route";
import { goTo } from "./use-memory-route";

type MemoriesButtonProps = Omit<ComponentProps<typeof Button>, "onClick" | "asChild"> & {
  href: string;
  /** Put the address in place of the present one, so that Back skips it. */
  replace?: boolean;
};

/**
 * Begins something under /memories, as `MemoriesLink` goes somewhere: to a person it is an act.
 * `data-leads-to` tells the guard of unsaved words where, as an href does for a link.
 */
export function MemoriesButton({ href, replace = false, ...props }: MemoriesButtonProps) {
  const router = useRouter();
  const isMounted = isUnderMemories(usePathname());
  const go = () => {
    if (isMounted) goTo(href, { replace });
    else router.push(href);
  };
  return <Button {...props} data-leads-to={href} onClick={go} />;
}
