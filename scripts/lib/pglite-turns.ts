import type { PGlite } from "@electric-sql/pglite";

/** The messages of Postgres's extended query protocol; a statement is several, up to a Sync. */
const partsOfStatement = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));

/**
 * Lets a client of the socket server finish a statement before the next one's begins. The server
 * hands PGlite single messages and keeps to one client only inside a transaction; between a Bind
 * and its Execute, which share one unnamed portal, another client's Bind could come in, and the
 * first one would be answered with the second one's rows. So an unfinished statement counts as a
 * transaction.
 */
export function takeTurns(db: PGlite): void {
  const run = db.execProtocolRawStream.bind(db);
  const isInTransaction = db.isInTransaction.bind(db);
  let unfinished = false;
  db.execProtocolRawStream = (message, options) => {
    unfinished = partsOfStatement.has(message[0] ?? 0);
    return run(message, options);
  };
  db.isInTransaction = () => unfinished || isInTransaction();
}
