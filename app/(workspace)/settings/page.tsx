import type { Metadata } from "next";
import { cookies } from "next/headers";
import { LanguagePicker } from "@/components/language/language-picker";
import { ConnectionPanel } from "@/components/settings/connection-panel";
import { LinkedSignIns } from "@/components/settings/linked-sign-ins";
import { OwnData } from "@/components/settings/own-data";
import { Section } from "@/components/settings/section";
import { SessionsPanel } from "@/components/settings/sessions-panel";
import { SignOutButton } from "@/components/settings/sign-out-button";
import { ThemePicker } from "@/components/settings/theme-picker";
import { TrashSetting } from "@/components/settings/trash-setting";
import { SingleKeysSwitch } from "@/components/shortcuts/single-keys-switch";
import { parseTheme, themeCookie } from "@/components/theme/theme";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { linkedSignIns, requirePageUserId } from "@/lib/auth/page-session";
import { memoramDashboard } from "@/lib/env";
import { chosenLocale, pageTranslations } from "@/lib/i18n/request-locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageTranslations("common");
  return { title: t("settings") };
}

export default async function Settings() {
  const userId = await requirePageUserId();
  const providers = furtherSignIns();
  const linked = await linkedSignIns(userId);
  const t = await pageTranslations("settings");
  const trash = await pageTranslations("trash");
  const common = await pageTranslations("common");
  const account = await pageTranslations("account");
  const keyboard = await pageTranslations("palette");
  const theme = parseTheme((await cookies()).get(themeCookie)?.value);
  return (
    <div className="mx-auto max-w-3xl px-6 pt-10 pb-24 md:px-12">
      <h1 className="mb-8 text-page-title">{common("settings")}</h1>
      <Section title={t("appearance")} description={t("keptInBrowser")}>
        <ThemePicker initial={theme} />
      </Section>
      <Section title={t("language")} description={t("keptInBrowser")}>
        <LanguagePicker initial={await chosenLocale()} />
      </Section>
      <Section
        title={keyboard("singleKeys.section")}
        description={keyboard("singleKeys.sectionHint")}
      >
        <SingleKeysSwitch />
      </Section>
      <Section title={t("connection")} description={t("connectionDescription")}>
        <ConnectionPanel />
      </Section>
      <Section title={trash("setting.section")} description={trash("setting.description")}>
        <TrashSetting />
      </Section>
      <Section title={account("sessions.section")} description={account("sessions.description")}>
        <SessionsPanel />
      </Section>
      <Section
        title={t("account")}
        description={t("accountDescription")}
        className={providers.length === 0 ? "md:hidden" : undefined}
      >
        <div className="grid gap-5">
          <LinkedSignIns providers={providers} linked={linked} />
          {/* Where the rail stands beside the page, it has the button. */}
          <SignOutButton className="justify-self-start md:hidden" />
        </div>
      </Section>
      <Section title={account("data.section")} description={account("data.description")}>
        <OwnData dashboardUrl={memoramDashboard()} />
      </Section>
    </div>
  );
}
