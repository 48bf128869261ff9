/** The Node versions that every dependency runs on, as package.json's `engines` says them too. */
const lines = [
  { major: 20, minor: 19 },
  { major: 22, minor: 12 },
  { major: 24, minor: 0 },
];

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} one sentence, or nothing when the version will do
 */
export function nodeVersionProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const line = lines.find((candidate) => candidate.major === major);
  const fits = major > 24 || (line !== undefined && minor >= line.minor);
  if (fits) return undefined;
  return `Keepsake needs Node 20.19, 22.12 or 24 and later, and this is ${version}: get a newer one from https://nodejs.org.`;
}
