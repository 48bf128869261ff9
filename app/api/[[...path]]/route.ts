import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http/problem";

/** Every address below /api that is not ours. */
const unknown = async () => problemResponse(new AppError("not-found"), randomUUID());

export {
  unknown as DELETE,
  unknown as GET,
  unknown as HEAD,
  unknown as OPTIONS,
  unknown as PATCH,
  unknown as POST,
  unknown as PUT,
};
