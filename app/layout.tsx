import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/providers";
import { parseTheme, themeCookie } from "@/components/theme/theme";
import { messagesOf } from "@/lib/i18n/catalogues";
import { directionOf } from "@/lib/i18n/locales";
import { pageTranslations, requestLocale } from "@/lib/i18n/request-locale";
import "@fontsource-variable/newsreader/opsz.css";
import "@fontsource-variable/newsreader/opsz-italic.css";
import { DensityScript } from "./density-script";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("landing");
  return {
    title: { default: "Keepsake", template: "%s · Keepsake" },
    description: t("description"),
    applicationName: "Keepsake",
    referrer: "same-origin",
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

async function readTheme() {
  return parseTheme((await cookies()).get(themeCookie)?.value);
}

/** The paper's colour around the page, on phones that paint it there. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await readTheme();
  const light = "oklch(0.985 0.006 85)";
  const dark = "oklch(0.205 0.008 70)";
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    colorScheme: theme === "system" ? "light dark" : theme,
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: light },
            { media: "(prefers-color-scheme: dark)", color: dark },
          ]
        : theme === "light"
          ? light
          : dark,
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  return (
    <html
      lang={locale}
      dir={directionOf[locale]}
      data-theme={await readTheme()}
      // The script below says how dense lists are before React looks.
      suppressHydrationWarning
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body className="min-h-dvh bg-paper text-ink">
        <DensityScript />
        <Providers locale={locale} messages={messagesOf(locale)}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
