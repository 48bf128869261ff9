/** What every answer says, pages and API alike; the content policy of pages is in proxy.ts. */
const headers = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "x-frame-options", value: "DENY" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "permissions-policy", value: "camera=(), geolocation=(), microphone=()" },
];

/** Browsers keep to https once they have seen this on https; on http they ignore it. */
const strictTransport = {
  key: "strict-transport-security",
  value: "max-age=63072000; includeSubDomains",
};

const nothing = "default-src 'none'; frame-ancestors 'none'";

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // It would lie over our own corner of the page.
  devIndicators: false,
  headers: async () => [
    { source: "/:path*", headers: [...headers, strictTransport] },
    { source: "/api/:path*", headers: [{ key: "content-security-policy", value: nothing }] },
  ],
};

export default config;
