/** Whether a dialog holds the page back; it may have left focus on the page's body. */
export function isPageBehindDialog(): boolean {
  const main = document.getElementById("main");
  return main !== null && main.closest("[aria-hidden=true], [inert]") !== null;
}
