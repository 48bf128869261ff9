import pg from "pg";
import type { Database, Queryable } from "./database";

function queryable(connection: pg.Pool | pg.PoolClient): Queryable {
  return {
    async all(row, sql, parameters = []) {
      const { rows } = await connection.query(sql, [...parameters]);
      return rows.map((each) => row.parse(each));
    },
    async run(sql, parameters = []) {
      return (await connection.query(sql, [...parameters])).rowCount ?? 0;
    },
  };
}

/** Opens a Postgres. Everything of the sandbox lies in the schema `sandbox` there. */
export async function openPostgres(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString, max: 4, connectionTimeoutMillis: 5_000 });
  // An idle connection that breaks is replaced by the pool; without a listener it ends the process.
  pool.on("error", () => {});
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    ...queryable(pool),
    async script(sql) {
      await pool.query(sql);
    },
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const result = await work(queryable(client));
        await client.query("commit");
        client.release();
        return result;
      } catch (error) {
        await client.query("rollback").then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw error;
      }
    },
    close: () => pool.end(),
  };
}
