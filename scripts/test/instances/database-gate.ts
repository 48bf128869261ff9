import { connect, createServer, type Socket } from "node:net";

/** A database's address that leads through here. */
export interface DatabaseGate {
  url: string;
  /** Keeps back the next statement that contains this text, before the database sees any of it. */
  hold(statement: string): { arrived: Promise<void>; release(): void };
  close(): Promise<void>;
}

type Rule = { statement: string; arrive: () => void; released: Promise<void> };

/** Passes the bytes of an instance on to its database, and can keep a statement on its way. */
export async function startDatabaseGate(databaseUrl: string): Promise<DatabaseGate> {
  const target = new URL(databaseUrl);
  const open = new Set<Socket>();
  let rule: Rule | null = null;

  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => socket.destroy());
    }
    client.on("close", () => database.destroy());
    database.on("close", () => client.destroy());
    database.on("data", (bytes) => client.write(bytes));
    let before = Promise.resolve();
    client.on("data", (bytes) => {
      const held = rule && bytes.includes(rule.statement) ? rule : null;
      if (held) {
        rule = null;
        held.arrive();
      }
      // In order: what follows a statement that is kept back waits behind it.
      before = before
        .then(() => held?.released)
        .then(() => {
          database.write(bytes);
        });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The gate has no port.");
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${address.port}`;

  return {
    url: url.href,
    hold(statement) {
      let arrive = () => {};
      let release = () => {};
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve;
      });
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      rule = { statement, arrive, released };
      return { arrived, release };
    },
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
