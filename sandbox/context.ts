import type { HttpBindings } from "@hono/node-server";
import type { TokenIssuer } from "./api/developer-token";
import type { SandboxSettings } from "./settings";
import type { Database } from "./store/database";

/** What every part of a running sandbox is given. */
export interface SandboxContext {
  /** As given, with `origin` and `port` as they really are. */
  settings: SandboxSettings & { origin: string };
  database: Database;
  /** Signs what the browser carries for us. */
  secret: string;
  tokens: TokenIssuer;
  /** The id of the application at Memoram (`aiConnectorId`). */
  connectorId: string;
}

/** Hono's types of a request served by Node. */
export interface NodeEnv {
  Bindings: HttpBindings;
  Variables: {
    /** A fault cut the connection; there is no answer to look at. */
    connectionCut?: boolean;
  };
}
