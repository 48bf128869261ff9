import { rotateVault } from "@/lib/services/vault/rotate";
import { runMain } from "./lib/sentence";
import { describePlace, progressTeller, whyNot, withSettings } from "./lib/vault-report";

/**
 * `npm run vault:rotate` moves every sealed value to the first key of VAULT_KEYS, with the settings
 * of the app in the environment, while the app serves. It can be cut off and begun again at any time.
 * Ends with 1 when a value could not be moved.
 */
async function main(): Promise<number> {
  const tell = progressTeller<{ pass: number; table: string; rows: number; moved: number }>(
    ({ pass, table, rows, moved }) =>
      `pass ${pass}, ${table}: ${rows} rows looked at; ${moved} values moved so far`,
  );
  const rotation = rotateVault(tell);
  for (;;) {
    const step = await rotation.next();
    if (!step.done) {
      console.log(`${describePlace(step.value)} stays: it ${whyNot[step.value.why]}.`);
      continue;
    }
    const { first, moved, unmovable, settled } = step.value;
    console.log(`${moved} values moved to the key ${first}, ${unmovable} could not be opened.`);
    if (!settled) {
      console.log(
        "Values of another key keep appearing: let every instance use the same VAULT_KEYS, then run this again.",
      );
    }
    return settled && unmovable === 0 ? 0 : 1;
  }
}

await runMain(() => withSettings(main));
