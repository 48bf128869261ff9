import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LocalDatabase, startPglite } from "./pglite";

let database: LocalDatabase;
beforeAll(async () => {
  database = await startPglite();
}, 60_000);
afterAll(() => database.stop());

async function connected(): Promise<pg.Client> {
  const client = new pg.Client(database.url);
  await client.connect();
  return client;
}

it("answers every client with its own rows, also those who wait for a transaction", async () => {
  const [busy, ...others] = await Promise.all(Array.from({ length: 6 }, connected));
  const ask = async (client: pg.Client, number: number) => {
    const { rows } = await client.query("SELECT $1::int AS number", [number]);
    return rows[0]?.number;
  };
  for (let round = 0; round < 5; round += 1) {
    await busy?.query("BEGIN");
    const waiting = others.map((client, index) => ask(client, index));
    // Time for the others' statements to arrive, while the transaction holds the one backend.
    await new Promise((resolve) => setTimeout(resolve, 50));
    await busy?.query("COMMIT");
    expect(await Promise.all(waiting)).toEqual(others.map((_, index) => index));
  }
  await Promise.all([busy, ...others].map((client) => client?.end()));
});

it("goes on after a client that left in the middle of a statement", async () => {
  const [leaving, staying] = await Promise.all([connected(), connected()]);
  leaving.on("error", () => {});
  await leaving.query("SELECT 1");
  // Half of the extended protocol: a statement that is parsed, and nobody to run it.
  const parse = Buffer.from("P\0\0\0\x10\0SELECT 1\0\0\0", "latin1");
  parse.writeInt32BE(parse.length - 1, 1);
  Reflect.get(leaving, "connection").stream.write(parse);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const waiting = staying.query("SELECT $1::int AS number", [7]);
  Reflect.get(leaving, "connection").stream.destroy();
  expect((await waiting).rows).toEqual([{ number: 7 }]);
  await staying.end();
});
