"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { Direction } from "radix-ui";
import { type ComponentProps, type ReactNode, useState, useSyncExternalStore } from "react";
import { IntlProvider } from "use-intl";
import { Toaster } from "@/components/ui/toaster";
import { createQueryClient } from "@/lib/client/query-client";
import { directionOf } from "@/lib/i18n/locales";
// Has to load with the first page: see there.
import "@/lib/client/traversal";

type ProvidersProps = Pick<ComponentProps<typeof IntlProvider>, "locale" | "messages"> & {
  children: ReactNode;
};

const never = () => () => {};

/** The server does not know the person's zone: times follow once the browser has taken over. */
function useTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}

/** What every page stands in: its language, one cache of what our API answered, and the toasts. */
export function Providers({ locale, messages, children }: ProvidersProps) {
  const [client] = useState(createQueryClient);
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={useTimeZone()}>
      <Direction.Provider dir={directionOf[locale]}>
        <QueryClientProvider client={client}>
          {children}
          <Toaster />
        </QueryClientProvider>
      </Direction.Provider>
    </IntlProvider>
  );
}
