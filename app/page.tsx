import { redirect } from "next/navigation";
import { CardStack } from "@/components/landing/card-stack";
import { Features } from "@/components/landing/features";
import { safePath } from "@/components/landing/safe-path";
import { SignInButtons } from "@/components/landing/sign-in-buttons";
import { Wordmark } from "@/components/ui/wordmark";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { pageUserId } from "@/lib/auth/page-session";

interface LandingProps {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}

export default async function Landing({ searchParams }: LandingProps) {
  if (await pageUserId()) redirect("/memories");
  const callbackUrl = safePath((await searchParams).callbackUrl, "/memories");
  return (
    <main className="mx-auto grid min-h-dvh max-w-[1240px] items-center gap-x-[73px] gap-y-10 overflow-x-clip px-[22px] pt-[25px] pb-14 sm:px-12 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)] lg:py-12">
      <div>
        <Wordmark />
        <h1 className="mt-7 text-hero lg:mt-[25px]">
          What AI remembers about you, <em className="text-accent">in your own hands</em>
        </h1>
        <p className="mt-[21px] text-ink-2 text-lead">
          Your memories lie in Memoram, sealed with your key. Keepsake is where you read them, set
          them right, give them order, and let them go.
        </p>
        <div className="mt-8">
          <SignInButtons callbackUrl={callbackUrl} providers={furtherSignIns()} />
        </div>
        <p className="mt-3 text-caption text-ink-3">
          You approve what Keepsake may see, and can take it back.
        </p>
        <div className="mt-11">
          <Features />
        </div>
      </div>
      <CardStack />
    </main>
  );
}
