import { LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { TagDot } from "@/components/ui/tag-dot";
import { pageTranslations } from "@/lib/i18n/request-locale";

/** A drawing of ciphertext, nothing to be read: hence generated content in the card, not text. */
const ciphertext =
  "9f1c4be07a52d8e3c1b2a6f0:6be1d2f7a90c44e8b3157d2a0c9e8f61:c4a98e17f2b05d3361ae9bb7204fd1c8a7e60932f15bd84c6e0a97b2d413f8ce55a1902bd7f6e4c8037a1b9d2e5f4460c3b8a7719ede2";

function Card({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        "relative w-[min(88%,430px)] rounded-[14px] border border-line bg-raised px-[26px] pt-[23px] pb-6 shadow-float",
        className,
      )}
    >
      {children}
    </div>
  );
}

interface TagsProps {
  tags: [name: string, color: string][];
  children?: ReactNode;
  className?: string;
}

function Tags({ tags, children, className }: TagsProps) {
  return (
    <div className={cn("flex items-center gap-3", className)}>
      {tags.map(([name, color]) => (
        <Chip key={name} className="text-micro">
          <TagDot color={color} />
          {name}
        </Chip>
      ))}
      {children}
    </div>
  );
}

/** What the landing page is about, as a picture: a sealed memory, and two opened ones. */
export async function CardStack() {
  const t = await pageTranslations("landing");
  return (
    <div aria-hidden="true" className="relative select-none lg:min-h-[500px]">
      <Card className="absolute start-[90px] top-0 rotate-[2.8deg]">
        <p
          dir="ltr"
          data-text={ciphertext}
          className="break-all font-mono text-[11.5px] text-ink-3/75 leading-[1.6] before:content-[attr(data-text)]"
        />
      </Card>
      <Card className="start-11 mt-[102px] -rotate-[1.6deg] pb-[23px]">
        <p className="font-serif font-medium text-[22px] leading-7 tracking-[-0.01em]">
          {t("breadTitle")}
        </p>
        <p className="mt-[9px] text-excerpt text-ink-2">{t("bread")}</p>
        <Tags
          className="mt-3"
          tags={[
            [t("food"), "#e07a3f"],
            [t("home"), "#3f938c"],
          ]}
        />
      </Card>
      <Card className="-mt-[15px]">
        <p className="font-serif font-medium text-[22px] leading-7 tracking-[-0.01em]">
          {t("trainTitle")}
        </p>
        <p className="mt-[9px] text-excerpt text-ink-2">{t("train")}</p>
        <Tags
          className="mt-[15px]"
          tags={[
            [t("travel"), "#00a0c6"],
            [t("preferences"), "#b39c45"],
          ]}
        >
          <span className="ms-auto flex items-center gap-1.5 text-accent text-micro">
            <LockKeyhole className="size-4" />
            {t("yours")}
          </span>
        </Tags>
      </Card>
    </div>
  );
}
