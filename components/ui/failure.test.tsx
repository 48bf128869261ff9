import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, it } from "vitest";
import { failureTextsOf } from "@/lib/i18n/failure-texts";
import { locales } from "@/lib/i18n/locales";
import { Failure } from "./failure";

it.each(locales)("has all of its words in %s where no server hands them over", (locale) => {
  const missing: string[] = [];
  const page = renderToStaticMarkup(
    <IntlProvider
      locale={locale}
      messages={failureTextsOf(locale)}
      timeZone="UTC"
      onError={({ message }) => missing.push(message)}
    >
      <Failure digest="1234" onRetry={() => {}} />
    </IntlProvider>,
  );
  expect(missing).toEqual([]);
  expect(page).toContain(failureTextsOf(locale).ui.failureTitle);
  expect(page).toMatch(/<code[^>]*>1234<\/code>/);
});
