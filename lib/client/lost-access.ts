import { isAccessProblem } from "./describe-error";
import { isApiError } from "./errors";

/** Whether nothing of the person may be shown any more: access or the session is over. */
export const isLostAccess = (error: unknown): boolean =>
  isAccessProblem(error) || isApiError(error, "unauthenticated");
