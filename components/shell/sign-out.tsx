"use client";

import { useQueryClient } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { railIcon, railItem, railLabel } from "./rail-link";
import { RailTooltip } from "./rail-tooltip";
import { signOutOfKeepsake } from "./sign-out-of-keepsake";

/** Ends the session and goes to the landing page; nothing read so far stays in memory. */
export function SignOut() {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const client = useQueryClient();
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    try {
      await signOutOfKeepsake(client);
    } catch {
      setLeaving(false);
      toast.error(t("stillSignedIn"));
    }
  };
  return (
    <RailTooltip content={common("signOut")}>
      <button
        type="button"
        // Words that are not saved are asked about before the session ends, not after.
        data-leads-to="/"
        data-ends-session=""
        onClick={() => void leave()}
        aria-disabled={isLeaving}
        className={railItem(false)}
      >
        <LogOut aria-hidden="true" className={cn(railIcon, "rtl:-scale-x-100")} />
        <span className={railLabel}>{common("signOut")}</span>
      </button>
    </RailTooltip>
  );
}
