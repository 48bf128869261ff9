import { headers } from "next/headers";
import { densityKey } from "@/components/memories/list/density-key";

/**
 * Runs before anything is painted: only the browser knows how close its rows shall stand, and the
 * skeleton of the list is drawn by the server. Backticks, since React escapes quotes.
 */
const script = `try{document.documentElement.dataset.density=localStorage.getItem(\`${densityKey}\`)}catch{}`;

export async function DensityScript() {
  const policy = (await headers()).get("content-security-policy") ?? "";
  const [, nonce] = /'nonce-([^']+)'/.exec(policy) ?? [];
  // A browser hides the nonce from scripts, React's comparison among them.
  return (
    <script nonce={nonce} suppressHydrationWarning>
      {script}
    </script>
  );
}
