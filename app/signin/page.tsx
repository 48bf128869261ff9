import type { Metadata } from "next";
import Link from "next/link";
import { safePath } from "@/components/landing/safe-path";
import { SignInButtons } from "@/components/landing/sign-in-buttons";
import { Button } from "@/components/ui/button";
import { Stage } from "@/components/ui/stage";
import { furtherSignIns } from "@/lib/auth/further-providers";
import { signInCopy } from "./copy";

interface SignInProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: SignInProps): Promise<Metadata> {
  return { title: signInCopy((await searchParams).error).title };
}

export default async function SignIn({ searchParams }: SignInProps) {
  const { error, callbackUrl } = await searchParams;
  const { title, detail } = signInCopy(error);
  return (
    <Stage title={title} lead={<p>{detail}</p>}>
      <div className="mt-8 grid justify-items-start gap-4">
        <SignInButtons
          callbackUrl={safePath(callbackUrl, "/memories")}
          providers={furtherSignIns()}
        />
        <Button variant="quiet" asChild className="-ms-[15px]">
          <Link href="/" prefetch={false}>
            Back to the start
          </Link>
        </Button>
      </div>
    </Stage>
  );
}
