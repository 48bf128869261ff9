/**
 * Set-up of every file of integration tests: the database of the worker that runs it. Vitest
 * numbers the workers that run at the same time from 1.
 */
const urls = (process.env.KEEPSAKE_TEST_DATABASES ?? "").split(" ");
const url = urls[Number(process.env.VITEST_POOL_ID) - 1];
if (!url) throw new Error(`There is no database for worker ${process.env.VITEST_POOL_ID}.`);
process.env.DATABASE_URL = url;
