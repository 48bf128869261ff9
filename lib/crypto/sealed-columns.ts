import "server-only";

/** A table with sealed columns, as its rows are found again and their values opened. */
export type SealedTableShape = {
  /** The columns of the primary key, all of them text. */
  key: readonly string[];
  /** The column whose value is the `userId` of the context that its values are sealed for. */
  owner: string;
  columns: readonly string[];
};

/**
 * Every column that holds what the vault sealed. From here come the contexts that values are sealed
 * for, so that nothing can be sealed for a column that a rotation does not know; a test compares
 * it with the columns that prisma/schema.prisma calls sealed.
 */
export const sealedColumns = {
  Connection: {
    key: ["userId"],
    owner: "userId",
    columns: ["memoryKey", "userTokens", "encryptionKey"],
  },
  DeveloperToken: { key: ["id"], owner: "id", columns: ["token"] },
  IdempotencyRecord: { key: ["userId", "key"], owner: "userId", columns: ["outcome"] },
  TrashedMemory: {
    key: ["userId", "memoramUserId", "memoryId"],
    owner: "userId",
    columns: ["copy"],
  },
  MemoryVersion: { key: ["id"], owner: "userId", columns: ["copy"] },
  TagOperation: { key: ["id"], owner: "userId", columns: ["names"] },
} as const satisfies Record<string, SealedTableShape>;

export type SealedTable = keyof typeof sealedColumns;
export type SealedColumn<T extends SealedTable> = (typeof sealedColumns)[T]["columns"][number];

type ContextIn<T extends SealedTable> = { table: T; column: SealedColumn<T>; userId: string };

/** Where a value of ours may be sealed for: one of the columns of the list. */
export type SealedContext = { [T in SealedTable]: ContextIn<T> }[SealedTable];

/** The context of a value in a column of the list; `userId` is what its table's owner column holds. */
export function sealedIn<T extends SealedTable>(
  table: T,
  column: SealedColumn<T>,
  userId: string,
): ContextIn<T> {
  return { table, column, userId };
}
