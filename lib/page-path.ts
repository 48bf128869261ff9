/** How proxy.ts tells a page's server code which address was asked for; layouts are not told. */
export const pagePathHeader = "x-keepsake-path";
