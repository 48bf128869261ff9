"use client";

import "@/lib/contract/no-eval";

import { signIn } from "next-auth/react";
import { useEffect, useState } from "react";
import { z } from "zod";

const providersSchema = z.record(z.string(), z.object({ id: z.string() }));

/** Throws unless our sign-in answers and offers `provider`. */
async function assertOffered(provider: string): Promise<void> {
  const response = await fetch("/api/auth/providers", { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  if (!(provider in providersSchema.parse(await response.json()))) {
    throw new Error(`sign-in does not offer ${provider}`);
  }
}

/**
 * Starts signing in and leaves the page. `pending` names the provider meanwhile, and stays until the
 * browser has gone; `failed` is true when it could not even start.
 *
 * next-auth's `signIn` answers an unreachable server by leaving for its own error page, so whether
 * it can be reached is asked first, while the page can still say so.
 */
export function useSignIn() {
  const [pending, setPending] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    // Back from the provider with the browser's button: the page is shown as it was left.
    const comeBack = (event: PageTransitionEvent) => {
      if (event.persisted) setPending(null);
    };
    window.addEventListener("pageshow", comeBack);
    return () => window.removeEventListener("pageshow", comeBack);
  }, []);

  async function start(provider: string, callbackUrl: string) {
    setPending(provider);
    setFailed(false);
    try {
      await assertOffered(provider);
      await signIn(provider, { callbackUrl });
    } catch {
      setFailed(true);
      setPending(null);
    }
  }

  return { pending, failed, start };
}
