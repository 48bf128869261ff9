"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ComponentProps, type ReactNode, useState } from "react";
import { IntlProvider } from "use-intl";
import { Toaster } from "@/components/ui/toaster";
import { createQueryClient } from "@/lib/client/query-client";
// Has to load with the first page: see there.
import "@/lib/client/traversal";

type ProvidersProps = Pick<ComponentProps<typeof IntlProvider>, "locale" | "messages"> & {
  children: ReactNode;
};

/** What every page stands in: its language, one cache of what our API answered, and the toasts. */
export function Providers({ locale, messages, children }: ProvidersProps) {
  const [client] = useState(createQueryClient);
  return (
    // Without a time zone use-intl warns: times are shown once the browser has said its own.
    <IntlProvider locale={locale} messages={messages} timeZone="UTC">
      <QueryClientProvider client={client}>
        {children}
        <Toaster />
      </QueryClientProvider>
    </IntlProvider>
  );
}
