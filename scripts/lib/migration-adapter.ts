import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

export type MigrationAdapterFactory = SqlMigrationAwareDriverAdapterFactory & {
  /** The database's own words about the last script that failed. */
  readonly lastScriptError: pg.DatabaseError | undefined;
};

const charType = 18;
const textType = 25;

/** Which columns of the result being read are of Postgres's one-byte type "char". */
const charColumns = new AsyncLocalStorage<Set<string>>();

/**
 * `@prisma/adapter-pg` does not know the type "char", in which Postgres's catalogue keeps its
 * flags; the engine reads the catalogue to compare schemas. The pool lets it through as text and
 * the adapter below gives it its type back.
 */
function letCharThrough(pool: pg.Pool): pg.Pool {
  return new Proxy(pool, {
    get(target, property) {
      if (property !== "query") return Reflect.get(target, property, target);
      return async (config: pg.QueryConfig) => {
        const result = await target.query(config);
        for (const field of result.fields ?? []) {
          if (field.dataTypeID !== charType) continue;
          field.dataTypeID = textType;
          charColumns.getStore()?.add(field.name);
        }
        return result;
      };
    },
  });
}

function restoreChar(result: SqlResultSet, columns: Set<string>): SqlResultSet {
  const columnTypes = result.columnTypes.map((type, index) =>
    columns.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
  );
  return { ...result, columnTypes };
}

/**
 * Prisma's Postgres adapter for its schema engine, with three things mended:
 * - a script is sent whole, so that Postgres runs it as one transaction and a failing migration
 *   leaves nothing behind. The adapter cuts it at every semicolon, also inside a string;
 * - columns of type "char" can be read;
 * - the engine's session-wide advisory lock is not taken. Behind a transaction pooler it would
 *   stay on somebody else's connection; the lease (lease.ts) stands in its place.
 */
export function migrationAdapter(pool: pg.Pool, shadow: pg.Pool = pool): MigrationAdapterFactory {
  let lastScriptError: pg.DatabaseError | undefined;

  async function connectTo(target: pg.Pool): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(letCharThrough(target)).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = (query) => {
      const columns = new Set<string>();
      return charColumns.run(columns, async () => restoreChar(await queryRaw(query), columns));
    };
    adapter.executeScript = async (script) => {
      if (/^\s*SELECT pg_advisory_lock\(\d+\)\s*$/i.test(script)) return;
      try {
        await target.query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        lastScriptError = error;
        throw new DriverAdapterError({
          kind: "postgres",
          code: error.code ?? "XX000",
          severity: error.severity ?? "ERROR",
          message: error.message,
          detail: error.detail,
          column: error.column,
          hint: error.hint,
        });
      }
    };
    return adapter;
  }

  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    connect: () => connectTo(pool),
    connectToShadowDb: () => connectTo(shadow),
    get lastScriptError() {
      return lastScriptError;
    },
  };
}
