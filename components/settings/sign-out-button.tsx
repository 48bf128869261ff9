"use client";

import { useState } from "react";
import { toast } from "sonner";
import { signOutOfKeepsake } from "@/components/shell/sign-out-of-keepsake";
import { Button, type ButtonProps } from "@/components/ui/button";

/** Ends the session and leaves for the landing page by a full load, so nothing read stays in memory. */
export function SignOutButton(props: Omit<ButtonProps, "children" | "onClick" | "pending">) {
  const [pending, setPending] = useState(false);

  async function leave() {
    setPending(true);
    try {
      await signOutOfKeepsake();
    } catch {
      setPending(false);
      toast.error("You are still signed in: Keepsake did not answer. Try again.");
    }
  }

  return (
    <Button {...props} pending={pending} onClick={leave}>
      Sign out
    </Button>
  );
}
