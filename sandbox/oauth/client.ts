import { sameSecret } from "../secrets";
import { OAuthError } from "./errors";

interface Credentials {
  id: string;
  secret: string;
}

/** RFC 6749 2.3.1: both halves are form-encoded before they are joined. */
function fromHeader(header: string): Credentials {
  const encoded = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header)?.[1];
  const [id, ...secret] = Buffer.from(encoded ?? "", "base64")
    .toString("utf8")
    .split(":");
  if (!encoded || !id || secret.length === 0) {
    throw new OAuthError("invalid_client", "The Authorization header is not HTTP Basic.");
  }
  const decode = (value: string) => decodeURIComponent(value.replaceAll("+", " "));
  try {
    return { id: decode(id), secret: decode(secret.join(":")) };
  } catch {
    throw new OAuthError("invalid_client", "The client's credentials are not form-encoded.");
  }
}

/**
 * Proves the client by `client_secret_basic` or `client_secret_post`, but not by both at once.
 * @throws OAuthError invalid_client, invalid_request
 */
export function authenticateClient(
  header: string | undefined,
  form: ReadonlyMap<string, string>,
  known: { clientId: string; clientSecret: string },
): void {
  const posted = { id: form.get("client_id"), secret: form.get("client_secret") };
  if (header !== undefined && posted.secret !== undefined) {
    throw new OAuthError("invalid_request", "The client must use one method to prove itself.");
  }
  const given: Credentials =
    header !== undefined
      ? fromHeader(header)
      : { id: posted.id ?? "", secret: posted.secret ?? "" };
  if (header !== undefined && posted.id !== undefined && posted.id !== given.id) {
    throw new OAuthError("invalid_request", "client_id names another client than the header.");
  }
  const idMatches = sameSecret(given.id, known.clientId);
  const secretMatches = sameSecret(given.secret, known.clientSecret);
  if (!idMatches || !secretMatches) {
    throw new OAuthError("invalid_client", "The client is not known.");
  }
}
