import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ConnectionPanel } from "@/components/settings/connection-panel";
import { LinkedSignIns } from "@/components/settings/linked-sign-ins";
import { Section } from "@/components/settings/section";
import { SignOutButton } from "@/components/settings/sign-out-button";
import { ThemePicker } from "@/components/settings/theme-picker";
import { parseTheme, themeCookie } from "@/components/theme/theme";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { linkedSignIns, requirePageUserId } from "@/lib/auth/page-session";

export const metadata: Metadata = { title: "Settings" };

export default async function Settings() {
  const userId = await requirePageUserId();
  const providers = furtherSignIns();
  const linked = await linkedSignIns(userId);
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <div className="mx-auto max-w-3xl px-6 pt-10 pb-24 md:px-12">
      <h1 className="mb-8 text-page-title">Settings</h1>
      <Section title="Appearance" description="Kept in this browser.">
        <ThemePicker initial={theme} />
      </Section>
      <Section
        title="Connection"
        description="Your memories lie in Memoram; this is the way there."
      >
        <ConnectionPanel />
      </Section>
      <Section
        title="Account"
        description="The ways to sign in that lead to your memories."
        className={providers.length === 0 ? "md:hidden" : undefined}
      >
        <div className="grid gap-5">
          <LinkedSignIns providers={providers} linked={linked} />
          {/* Where the rail stands beside the page, it has the button. */}
          <SignOutButton className="justify-self-start md:hidden" />
        </div>
      </Section>
    </div>
  );
}
