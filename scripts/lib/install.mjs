import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} path */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm keeps its own record of what it
 * installed, written last: so an interrupted install, a changed lock file and packages added by
 * hand are all seen, and an install made with plain `npm install` counts.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const found = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const there = found[path];
    // An optional package is the build for another system more often than not.
    if (there === undefined) return entry.optional === true || entry.devOptional === true;
    return there.version === entry.version;
  });
}

/**
 * What a failed `npm ci` means, in one sentence, or nothing when its own words must do.
 * @param {string} output
 * @returns {string | undefined}
 */
export function explainInstallFailure(output) {
  const code = /npm (?:ERR!|error) code (\S+)/.exec(output)?.[1];
  const host = /https?:\/\/([^/\s"']+)/.exec(output)?.[1];
  const from = host === undefined ? "the npm registry" : host;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "ECONNREFUSED":
    case "ECONNRESET":
    case "ETIMEDOUT":
    case "ERR_SOCKET_TIMEOUT":
    case "ENETUNREACH":
    case "EHOSTUNREACH":
    case "E403":
    case "E404":
    case "E407":
    case "E502":
    case "E503":
    case "E504":
      return `The packages could not be downloaded from ${from} (${code}): check the network, or npm's registry and proxy settings, and run this again.`;
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
    case "CERT_HAS_EXPIRED":
      return `The packages could not be downloaded from ${from}: its certificate is not trusted here (${code}).`;
    case "EUSAGE":
      return "package-lock.json does not fit package.json: run npm install once, and look at what it changed.";
    case "ENOSPC":
      return "The disk is full: the packages need about 900 MB.";
    case "EACCES":
    case "EPERM":
      return `node_modules cannot be written (${code}): close what uses it, or mend its owner, and run this again.`;
    case "EINTEGRITY":
      return `A package downloaded from ${from} is not the one package-lock.json names (EINTEGRITY): nothing of it was run.`;
    default:
      return undefined;
  }
}

/** npm as the one that started us, or the one on the PATH. */
function npmCommand() {
  const path = process.env.npm_execpath;
  if (path && /\.c?js$/.test(path))
    return { command: process.execPath, before: [path], shell: false };
  return { command: "npm", before: [], shell: process.platform === "win32" };
}

/**
 * Runs `npm ci` unless everything is there already.
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} what went wrong, for a person
 */
export async function ensureInstalled(root, say) {
  if (isInstalled(root)) return undefined;
  say("Installing the packages of package-lock.json; this takes a minute or two.");
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const ticking = setInterval(() => say(`Still installing (${seconds()} s).`), 20_000);

  const { command, before, shell } = npmCommand();
  const child = spawn(command, [...before, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    shell,
    stdio: ["ignore", "pipe", "pipe"],
    // The packages that build and test the app are needed whatever the shell says.
    env: { ...process.env, NODE_ENV: "development", npm_config_omit: "" },
  });
  let output = "";
  const keep = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      output += error.message;
      resolve(1);
    });
    child.once("close", resolve);
  });
  clearInterval(ticking);
  if (code === 0) {
    say(`Installed in ${seconds()} s.`);
    return undefined;
  }
  const sentence = explainInstallFailure(output);
  return sentence ?? `npm could not install the packages. It said:\n${output.trim().slice(-2000)}`;
}
