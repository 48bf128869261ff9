import type { Metadata } from "next";
import Link from "next/link";
import { safePath } from "@/components/landing/safe-path";
import { SignInButtons } from "@/components/landing/sign-in-buttons";
import { Button } from "@/components/ui/button";
import { Stage } from "@/components/ui/stage";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { pageTranslations } from "@/lib/i18n/request-locale";
import { signInReason } from "./sign-in-reason";

interface SignInProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: SignInProps): Promise<Metadata> {
  const t = await pageTranslations("signIn");
  return { title: t(`${signInReason((await searchParams).error)}.title`) };
}

export default async function SignIn({ searchParams }: SignInProps) {
  const { error, callbackUrl } = await searchParams;
  const t = await pageTranslations("signIn");
  const ui = await pageTranslations("ui");
  const reason = signInReason(error);
  return (
    <Stage title={t(`${reason}.title`)} lead={<p>{t(`${reason}.detail`)}</p>}>
      <div className="mt-8 grid justify-items-start gap-4">
        <SignInButtons
          callbackUrl={safePath(callbackUrl, "/memories")}
          providers={furtherSignIns()}
        />
        <Button variant="quiet" asChild className="-ms-[15px]">
          <Link href="/" prefetch={false}>
            {ui("backToStart")}
          </Link>
        </Button>
      </div>
    </Stage>
  );
}
