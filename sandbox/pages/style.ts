/** The one style sheet of the sandbox's pages: grey on purpose, so that nobody mistakes them. */
export const css = `
:root {
  color-scheme: light dark;
  --page: #ececec; --card: #fafafa; --ink: #1c1c1c; --soft: #555; --line: #c4c4c4;
  --band: #3a3a3a; --on-band: #fff; --button: #e2e2e2; --strong: #2f2f2f; --on-strong: #fff;
  --focus: #1c1c1c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #1d1d1d; --card: #282828; --ink: #e6e6e6; --soft: #ababab; --line: #4a4a4a;
    --band: #c9c9c9; --on-band: #161616; --button: #3b3b3b; --strong: #dcdcdc; --on-strong: #161616;
    --focus: #fff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
.band {
  margin: 0; padding: 10px 16px; background: var(--band); color: var(--on-band);
  font-size: 14px; text-align: center;
}
.band strong { letter-spacing: 0.12em; }
main { max-width: 680px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { margin: 24px 0 16px; font-size: 26px; line-height: 1.25; text-wrap: balance; }
h2 { margin: 36px 0 8px; font-size: 18px; line-height: 1.3; }
h3 { margin: 0; font-size: 16px; }
p { margin: 0 0 12px; }
a { color: inherit; }
.soft { color: var(--soft); }
.small { font-size: 14px; }
.card {
  background: var(--card); border: 1px solid var(--line); border-radius: 4px;
  padding: 16px; margin: 0 0 12px; overflow-wrap: anywhere;
}
.card > :last-child { margin-bottom: 0; }
ul.plain { list-style: none; margin: 0; padding: 0; }
.back { display: inline-flex; align-items: center; min-height: 44px; }
div.notice { border-left: 4px solid var(--ink); }
.head { display: flex; flex-wrap: wrap; gap: 4px 12px; justify-content: space-between; margin-bottom: 8px; }
.status { border: 1px solid var(--soft); border-radius: 4px; padding: 0 8px; font-size: 14px; }
blockquote { margin: 0 0 12px; padding-left: 12px; border-left: 2px solid var(--line); }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px; }
.actions form { display: flex; }
button {
  min-height: 44px; padding: 8px 20px; border: 1px solid var(--soft); border-radius: 4px;
  background: var(--button); color: var(--ink); font: inherit; cursor: pointer;
}
button.strong { background: var(--strong); border-color: var(--strong); color: var(--on-strong); }
button:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
fieldset { margin: 0 0 16px; padding: 0; border: 0; }
legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
.choice {
  display: grid; grid-template-columns: 20px 1fr; gap: 0 12px; align-items: center; padding: 6px 12px;
  border: 1px solid var(--line); border-top-width: 0; background: var(--card);
}
.choice:first-of-type { border-top-width: 1px; border-radius: 4px 4px 0 0; }
.choice:last-of-type { border-radius: 0 0 4px 4px; }
.choice input, .check input { width: 20px; height: 20px; flex: none; accent-color: var(--strong); }
.choice label { padding: 10px 0; }
.choice .small { grid-column: 2; margin-top: -8px; padding-bottom: 6px; }
.check { display: flex; gap: 12px; align-items: center; min-height: 44px; }
.people { display: flex; flex-wrap: wrap; gap: 8px; }
.people a {
  display: flex; align-items: center; min-height: 44px; padding: 8px 14px; text-decoration: none;
  border: 1px solid var(--line); border-radius: 4px; background: var(--card);
}
.people a:hover { text-decoration: underline; }
.people a[aria-current] { background: var(--strong); border-color: var(--strong); color: var(--on-strong); }
dl { margin: 0 0 12px; display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; }
dt { color: var(--soft); }
dd { margin: 0; }
.field { display: block; margin-bottom: 12px; }
.field span { display: block; color: var(--soft); font-size: 14px; }
.field input {
  width: 100%; min-height: 44px; padding: 8px 10px; border: 1px solid var(--line); border-radius: 4px;
  background: var(--page); color: var(--ink); font: 14px/1.4 ui-monospace, Menlo, Consolas, monospace;
}
`;
