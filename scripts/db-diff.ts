import { writeMigration } from "./lib/migration-files";
import { diffSinceMigrations } from "./lib/schema-diff";
import { runMain, Sentence } from "./lib/sentence";

/**
 * `npm run db:diff -- what changed` writes the migration that leads from the existing ones to
 * schema.prisma. It needs no database.
 */
async function main(): Promise<number> {
  const name = process.argv.slice(2).join(" ").trim();
  if (!/[a-z0-9]/i.test(name)) {
    throw new Sentence("Name the change: npm run db:diff -- add index on memories");
  }
  const script = await diffSinceMigrations();
  if (script === null) {
    console.log("prisma/schema.prisma and prisma/migrations agree: nothing to write.");
    return 0;
  }
  const migration = await writeMigration(name, script);
  console.log(`Wrote prisma/migrations/${migration}/migration.sql. Read it, then commit it.`);
  return 0;
}

await runMain(main);
