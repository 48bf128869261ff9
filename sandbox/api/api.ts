import { Hono } from "hono";
import { limitBody } from "../body-limit";
import type { SandboxContext } from "../context";
import { tokenRoutes } from "../oauth/token";
import { accessRequestRoutes } from "./access-requests";
import { authTokenRoutes } from "./auth-token";
import { requireDeveloper } from "./developer-token";
import { ApiError, handleApiError, handleUnknownPath } from "./errors";
import { memoryBlobRoutes } from "./memory-blobs";
import { tagRoutes } from "./tags";

const maxBodyBytes = 4 * 1024 * 1024;

/** Everything under `/api/v1`. All calls but the two token endpoints want a developer token. */
export function apiApp(context: SandboxContext): Hono {
  const api = new Hono();
  api.onError(handleApiError);
  api.notFound(handleUnknownPath);
  api.use(
    limitBody({
      maxSize: maxBodyBytes,
      onError: () => {
        throw new ApiError(413, "The body is larger than 4 MiB.");
      },
    }),
  );
  api.route("/", authTokenRoutes(context));
  api.route("/", tokenRoutes(context));
  api.use(requireDeveloper(context.tokens));
  api.route("/", accessRequestRoutes(context));
  api.route("/", memoryBlobRoutes(context));
  api.route("/", tagRoutes(context));
  return api;
}
