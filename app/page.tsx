import { redirect } from "next/navigation";
import { CardStack } from "@/components/landing/card-stack";
import { Features } from "@/components/landing/features";
import { safePath } from "@/components/landing/safe-path";
import { SignInButtons } from "@/components/landing/sign-in-buttons";
import { LanguageSwitch } from "@/components/language/language-switch";
import { Wordmark } from "@/components/ui/wordmark";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { pageUserId } from "@/lib/auth/page-session";
import { pageTranslations } from "@/lib/i18n/request-locale";

interface LandingProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function Landing({ searchParams }: LandingProps) {
  if (await pageUserId()) redirect("/memories");
  const t = await pageTranslations("landing");
  const callbackUrl = safePath((await searchParams).callbackUrl, "/memories");
  return (
    <div className="relative mx-auto max-w-[1240px] overflow-x-clip">
      <main className="grid min-h-dvh items-center gap-x-[73px] gap-y-10 px-[22px] pt-[25px] pb-14 sm:px-12 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)] lg:py-12">
        <div>
          <Wordmark />
          <h1 className="mt-7 text-hero lg:mt-[25px]">
            {t.rich("hero", { em: (text) => <em className="text-accent">{text}</em> })}
          </h1>
          <p className="mt-[21px] text-ink-2 text-lead">{t("lead")}</p>
          <div className="mt-8">
            <SignInButtons callbackUrl={callbackUrl} providers={furtherSignIns()} />
          </div>
          <p className="mt-3 text-caption text-ink-3">{t("approval")}</p>
          <div className="mt-11">
            <Features />
          </div>
        </div>
        <CardStack />
      </main>
      {/* In the room that the page leaves below, so that it moves nothing. */}
      <footer className="absolute start-[14px] bottom-1.5 sm:start-10 lg:bottom-2.5">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
