import { parseArgs } from "node:util";
import { migrate, resolveMigration } from "./lib/migrate";
import { diffSinceMigrations } from "./lib/schema-diff";
import { runMain, Sentence } from "./lib/sentence";

/**
 * `npm run db:migrate` applies the migrations to DATABASE_URL.
 * `-- --check` only tells whether schema.prisma and the migrations agree, without a database.
 * `-- --applied NAME` and `-- --rolled-back NAME` settle a migration that never finished.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean" },
      applied: { type: "string" },
      "rolled-back": { type: "string" },
    },
  });
  if (values.check) {
    const script = await diffSinceMigrations();
    if (script === null) {
      console.log("prisma/schema.prisma and prisma/migrations agree.");
      return 0;
    }
    throw new Sentence(
      `prisma/schema.prisma is ahead of prisma/migrations: run npm run db:diff -- what changed.\n\n${script}`,
    );
  }
  const url = process.env.DATABASE_URL;
  if (values.applied || values["rolled-back"]) {
    const outcome = values.applied ? "applied" : "rolled-back";
    const name = values.applied ?? values["rolled-back"] ?? "";
    await resolveMigration({ url }, name, outcome);
    console.log(`Recorded ${name} as ${outcome}.`);
    return 0;
  }
  const applied = await migrate({ url, say: console.log });
  if (applied.length === 0) console.log("The database is up to date.");
  for (const name of applied) console.log(`Applied ${name}.`);
  return 0;
}

await runMain(main);
