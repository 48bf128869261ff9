import { type ComponentProps, createContext, type HTMLAttributes, useContext } from "react";
import type { Components, ExtraProps } from "react-markdown";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { linkTarget } from "./link-target";

/** Inside a link an image is its words only: a link in a link is no HTML. */
const InLink = createContext(false);

const linkClass =
  "text-accent underline decoration-1 decoration-accent/40 underline-offset-2 hover:decoration-accent";

type LinkProps = ComponentProps<"a"> & ExtraProps;

function Link({ node: _, href, children, className, ...props }: LinkProps) {
  const target = linkTarget(href);
  if (target === null) return <span>{children}</span>;
  const outside = target.isOutside && { target: "_blank", rel: "noopener noreferrer nofollow" };
  return (
    <a {...props} {...outside} href={target.href} className={cn(linkClass, className)}>
      <InLink value={true}>{children}</InLink>
    </a>
  );
}

/** An image would tell its server who reads which memory, and when: it is a link instead. */
function Image({ src, alt }: ComponentProps<"img"> & ExtraProps) {
  const t = useTranslations("markdown");
  const isInLink = useContext(InLink);
  const target = linkTarget(typeof src === "string" ? src : undefined);
  const words = alt?.trim() ? t("imageOf", { what: alt }) : t("image");
  if (isInLink || !target?.isOutside) return <span>{words}</span>;
  return (
    <a href={target.href} target="_blank" rel="noopener noreferrer nofollow" className={linkClass}>
      {words}
    </a>
  );
}

/** The page's one h1 is the memory's title: headings inside begin one level lower. */
const heading = (Tag: "h2" | "h3" | "h4" | "h5" | "h6", size: string) =>
  function Heading({ node: _, className, children, ...props }: ComponentProps<"h2"> & ExtraProps) {
    return (
      <Tag
        {...props}
        dir="auto"
        className={cn("mt-8 mb-2 font-medium font-serif text-ink", size, className)}
      >
        {children}
      </Tag>
    );
  };

type Styled = "p" | "ul" | "ol" | "li" | "blockquote" | "th" | "td" | "hr";

/** A plain element with our look; `dir="auto"`, since every block may be in another script. */
const styled = (Tag: Styled, look: string) =>
  function Element({ node: _, className, ...props }: HTMLAttributes<HTMLElement> & ExtraProps) {
    return <Tag {...props} dir="auto" className={cn(look, className)} />;
  };

function Pre({ node: _, ...props }: ComponentProps<"pre"> & ExtraProps) {
  return (
    <pre
      {...props}
      dir="ltr"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="mt-4 overflow-x-auto rounded-card border border-line bg-raised p-3.5 font-mono text-note [&_code]:bg-transparent [&_code]:p-0 [&_code]:text-[1em]"
    />
  );
}

function Code({ node: _, className, ...props }: ComponentProps<"code"> & ExtraProps) {
  return (
    <code
      {...props}
      className={cn("rounded-[4px] bg-rail px-1 py-0.5 font-mono text-[0.82em]", className)}
    />
  );
}

function Table({ node: _, ...props }: ComponentProps<"table"> & ExtraProps) {
  const t = useTranslations("markdown");
  return (
    <section
      aria-label={t("table")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="mt-4 overflow-x-auto"
    >
      <table {...props} className="border-collapse font-sans text-ui" />
    </section>
  );
}

/** The only inputs Markdown makes are the boxes of task lists. */
function TaskBox({ checked }: ComponentProps<"input"> & ExtraProps) {
  const t = useTranslations("markdown");
  return (
    <input
      type="checkbox"
      checked={checked === true}
      disabled
      readOnly
      aria-label={t(checked ? "done" : "notDone")}
      className="me-2 size-3.5 align-[-1px] accent-accent"
    />
  );
}

export const markdownComponents: Components = {
  a: Link,
  img: Image,
  h1: heading("h2", "text-section-title"),
  h2: heading("h3", "text-[1.1875rem] leading-7"),
  h3: heading("h4", "text-[1.125rem] leading-7"),
  h4: heading("h5", "text-[1.0625rem] leading-7"),
  h5: heading("h6", "text-[1rem] leading-7"),
  h6: heading("h6", "text-[1rem] leading-7"),
  p: styled("p", "mt-4 [li>&:first-child]:mt-0"),
  ul: styled(
    "ul",
    "mt-4 list-disc ps-5 marker:text-ink-2 [&.contains-task-list]:list-none [&.contains-task-list]:ps-0",
  ),
  ol: styled("ol", "mt-4 list-decimal ps-6 marker:text-ink-2"),
  li: styled("li", "mt-1.5 [&>ol]:mt-1.5 [&>ul]:mt-1.5"),
  blockquote: styled("blockquote", "mt-4 border-accent border-s-2 ps-4 text-ink-2 italic"),
  hr: styled("hr", "my-8 border-line"),
  th: styled("th", "border-line border-b-2 px-3 py-1.5 text-start font-medium first:ps-0"),
  td: styled("td", "border-line border-b px-3 py-1.5 align-top first:ps-0"),
  pre: Pre,
  code: Code,
  table: Table,
  input: TaskBox,
};
