"use client";

import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { useThemeCookie } from "@/components/theme/use-theme-cookie";
import { Failure } from "@/components/ui/failure";
import "@fontsource-variable/newsreader/opsz.css";
import "./globals.css";

interface GlobalErrorProps {
  error: Error & { digest?: string };
}

/** Replaces the root layout when that itself failed, so it brings its own document along. */
export default function GlobalError({ error }: GlobalErrorProps) {
  const theme = useThemeCookie();
  return (
    <html
      lang="en"
      dir="ltr"
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body className="min-h-dvh bg-paper text-ink">
        <title>This page could not be shown · Keepsake</title>
        <Failure digest={error.digest} onRetry={() => window.location.reload()} />
      </body>
    </html>
  );
}
