/**
 * How many files of integration tests run at once: they wait more than they compute. Each worker
 * has a database of its own, and each file a sandbox.
 */
export const INTEGRATION_WORKERS = 3;
