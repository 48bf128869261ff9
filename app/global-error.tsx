"use client";

import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { IntlProvider } from "use-intl";
import { useBrowserLocale } from "@/components/language/use-browser-locale";
import { useThemeCookie } from "@/components/theme/use-theme-cookie";
import { Failure } from "@/components/ui/failure";
import { failureTextsOf } from "@/lib/i18n/failure-texts";
import { directionOf } from "@/lib/i18n/locales";
import "@fontsource-variable/newsreader/opsz.css";
import "./globals.css";

interface GlobalErrorProps {
  error: Error & { digest?: string };
}

/** Replaces the root layout when that itself failed, so it brings its own document along. */
export default function GlobalError({ error }: GlobalErrorProps) {
  const theme = useThemeCookie();
  const locale = useBrowserLocale();
  const messages = failureTextsOf(locale);
  return (
    <html
      lang={locale}
      dir={directionOf[locale]}
      data-theme={theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body className="min-h-dvh bg-paper text-ink">
        <title>{`${messages.ui.failureTitle} · Keepsake`}</title>
        <IntlProvider locale={locale} messages={messages} timeZone="UTC">
          <Failure digest={error.digest} onRetry={() => window.location.reload()} />
        </IntlProvider>
      </body>
    </html>
  );
}
