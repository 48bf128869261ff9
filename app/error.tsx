"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Failure } from "@/components/ui/failure";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  return (
    <Failure
      digest={error.digest}
      onRetry={() =>
        // The failure may have been the server's: ask it anew, then render again.
        startTransition(() => {
          router.refresh();
          reset();
        })
      }
    />
  );
}
