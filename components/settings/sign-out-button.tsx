"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { signOutOfKeepsake } from "@/components/shell/sign-out-of-keepsake";
import { Button, type ButtonProps } from "@/components/ui/button";

/** Ends the session and leaves for the landing page by a full load, so nothing read stays in memory. */
export function SignOutButton(props: Omit<ButtonProps, "children" | "onClick" | "pending">) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const client = useQueryClient();
  const [pending, setPending] = useState(false);

  async function leave() {
    setPending(true);
    try {
      await signOutOfKeepsake(client);
    } catch {
      setPending(false);
      toast.error(t("stillSignedIn"));
    }
  }

  return (
    <Button {...props} pending={pending} onClick={leave}>
      {common("signOut")}
    </Button>
  );
}
