import { readFile, writeFile } from "node:fs/promises";
import { completeLock, lockSchema, missingOptionals } from "./lib/lock-file";
import { runMain } from "./lib/sentence";

/**
 * `npm run lock:complete`, after every `npm install` that changed package-lock.json: adds the
 * native builds for other systems that npm left out. `--check` only tells.
 */
await runMain(async () => {
  const text = await readFile("package-lock.json", "utf8");
  const names = Object.keys(missingOptionals(lockSchema.parse(JSON.parse(text))));
  if (names.length === 0) {
    console.log("package-lock.json has the builds for every system.");
    return 0;
  }
  const list = names.map((name) => `  ${name.replace(/^.*node_modules\//, "")}`).join("\n");
  if (process.argv.includes("--check")) {
    console.error(`package-lock.json lacks builds; run npm run lock:complete:\n${list}`);
    return 1;
  }
  await writeFile("package-lock.json", completeLock(text));
  console.log(`Added to package-lock.json:\n${list}`);
  return 0;
});
