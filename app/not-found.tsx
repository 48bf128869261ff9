import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Stage } from "@/components/ui/stage";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <Stage
      title="There is nothing at this address"
      lead={<p>It may be mistyped, or what was here has been deleted or moved.</p>}
    >
      <div className="mt-8 flex flex-wrap gap-2">
        <Button variant="primary" asChild>
          <Link href="/memories" prefetch={false}>
            Open your memories
          </Link>
        </Button>
        <Button variant="quiet" asChild>
          <Link href="/" prefetch={false}>
            Back to the start
          </Link>
        </Button>
      </div>
    </Stage>
  );
}
