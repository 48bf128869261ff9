import { Sentence } from "./sentence";

function field(error: unknown, name: string): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === "string" ? value : undefined;
}

/** The code of an error, or of the first of several tries (IPv6, IPv4) that made it up. */
function codeOf(error: unknown): string | undefined {
  const code = field(error, "code");
  if (code !== undefined) return code;
  if (error instanceof AggregateError) return error.errors.map(codeOf).find(Boolean);
  return undefined;
}

/** `host:port/database` of a Postgres URL, without user or password. */
export function describeDatabase(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}

/**
 * What is wrong with DATABASE_URL itself, if anything.
 * @returns a sentence, or undefined when it looks like a Postgres address
 */
export function databaseUrlProblem(url: string | undefined): string | undefined {
  if (url === undefined || url.trim() === "") {
    return "DATABASE_URL is not set: give the address of a Postgres database, postgresql://user:password@host:5432/name.";
  }
  const protocol = URL.canParse(url) ? new URL(url).protocol : "";
  if (protocol !== "postgresql:" && protocol !== "postgres:") {
    return "DATABASE_URL is not a Postgres address: it has the form postgresql://user:password@host:5432/name.";
  }
  return undefined;
}

/**
 * Turns a failure to reach or enter the database into one sentence; other errors come back as
 * they are. The sentences never carry the password.
 */
export function explainConnectionFailure(error: unknown, url: string): unknown {
  if (error instanceof Sentence) return error;
  const where = describeDatabase(url);
  const code = codeOf(error);
  switch (code) {
    case "ECONNREFUSED":
      return new Sentence(`No database answers at ${where}: is it running, and is the port right?`);
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new Sentence(`The database host of DATABASE_URL is not known: ${where}.`);
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
      return new Sentence(`The database at ${where} cannot be reached from here (${code}).`);
    case "ECONNRESET":
      return new Sentence(`The database at ${where} closed the connection before answering.`);
    case "28P01":
    case "28000":
      return new Sentence(`The database at ${where} refused the user or password of DATABASE_URL.`);
    case "3D000":
      return new Sentence(`The database server is there, but has no database ${where}.`);
    case "42501":
      return new Sentence(
        `The user of DATABASE_URL may not create tables in ${where}: ${field(error, "message")}.`,
      );
    case "53300":
      return new Sentence(`The database at ${where} has no connection left; try again.`);
    default:
      break;
  }
  const message = field(error, "message") ?? "";
  if (/timeout|terminated unexpectedly/i.test(message)) {
    return new Sentence(`The database at ${where} did not answer in time.`);
  }
  if (/SSL|certificate|self.signed/i.test(message) || code?.startsWith("ERR_TLS")) {
    return new Sentence(
      `The secure connection to the database at ${where} failed: ${message}. See sslmode in its address.`,
    );
  }
  return error;
}
