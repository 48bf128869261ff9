import { expect } from "@playwright/test";
import pg from "pg";
import { test } from "./support/test";

test("who claims to come from elsewhere counts as what they are", async ({ request, servers }) => {
  for (const address of ["6.6.6.6", "7.7.7.7", "8.8.8.8"]) {
    const headers = {
      ...{ "x-forwarded-for": address, "x-real-ip": address, "x-keepsake-peer": address },
      ...{ "x-vercel-forwarded-for": address, forwarded: `for=${address}` },
    };
    expect((await request.get("/api/connection", { headers })).status()).toBe(401);
  }
  const database = new pg.Client({ connectionString: servers.database });
  await database.connect();
  const { rows } = await database.query(
    `SELECT points FROM "RateLimit" WHERE key LIKE 'unknown:%'`,
  );
  await database.end();
  expect(rows).toEqual([{ points: 3 }]);
});
