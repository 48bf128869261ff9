import { checkVault } from "@/lib/services/vault/check";
import { runMain } from "./lib/sentence";
import { describePlace, progressTeller, whyNot, withSettings } from "./lib/vault-report";

/** So many findings are named one by one, unless `--all` is said. */
const NAMED = 100;

/**
 * `npm run vault:check` opens every sealed value with the keys of VAULT_KEYS, counts them by column
 * and key, and names the rows that do not open and those that `vault:rotate` has yet to move. Ends
 * with 1 when there are any.
 */
async function main(): Promise<number> {
  const named = process.argv.includes("--all") ? Number.POSITIVE_INFINITY : NAMED;
  const check = checkVault(
    progressTeller<{ table: string; rows: number }>(({ table, rows }) => `${table}: ${rows} rows`),
  );
  let unreadable = 0;
  let old = 0;
  for (;;) {
    const step = await check.next();
    if (step.done) {
      for (const { table, column, kids } of step.value) {
        const counts = [...kids].map(([kid, count]) => `${count} with ${kid}`);
        console.log(`${table}.${column}: ${counts.join(", ") || "none"}`);
      }
      if (unreadable + old > named) {
        console.log(
          `${unreadable + old - named} more are not named here: npm run vault:check -- --all`,
        );
      }
      console.log(`${unreadable} do not open, ${old} wait for npm run vault:rotate.`);
      return unreadable + old > 0 ? 1 : 0;
    }
    const { why, kid } = step.value;
    if (why === "old-key") old += 1;
    else unreadable += 1;
    if (unreadable + old > named) continue;
    console.log(`${describePlace(step.value)} ${whyNot[why]}${kid ? ` (${kid})` : ""}.`);
  }
}

await runMain(() => withSettings(main));
