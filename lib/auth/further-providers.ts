import "server-only";
import GithubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import type { Provider } from "next-auth/providers/index";
import { env } from "@/lib/env";

/** GitHub and Google, each where its settings exist. Whoever comes that way links Memoram. */
export function furtherProviders() {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  const providers: Provider[] = [];
  const checks: ("pkce" | "state")[] = ["pkce", "state"];
  if (GITHUB_ID && GITHUB_SECRET) {
    providers.push(
      GithubProvider({
        clientId: GITHUB_ID,
        clientSecret: GITHUB_SECRET,
        checks,
      }),
    );
  }
  if (GOOGLE_ID && GOOGLE_SECRET) {
    providers.push(
      GoogleProvider({
        clientId: GOOGLE_ID,
        clientSecret: GOOGLE_SECRET,
        checks,
      }),
    );
  }
  return providers;
}

/** What a page may know of them. */
export function furtherSignIns(): { id: string; name: string }[] {
  return furtherProviders().map(({ id, name }) => ({ id, name }));
}
