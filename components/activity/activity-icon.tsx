import {
  Ban,
  Circle,
  CirclePlus,
  Download,
  LogIn,
  LogOut,
  type LucideIcon,
  Pencil,
  Plug,
  RotateCcw,
  ShieldCheck,
  ShieldX,
  Tags,
  Trash2,
  Unplug,
} from "lucide-react";
import type { ActivityItem, ShownJobKind, ShownKind } from "@/lib/contract/activity";

const ofKind: Record<ShownKind, LucideIcon> = {
  "sign-in": LogIn,
  "sign-out": LogOut,
  "session-ended": LogOut,
  connect: Plug,
  ask: Plug,
  approve: ShieldCheck,
  reject: ShieldX,
  revoke: ShieldX,
  disconnect: Unplug,
  create: CirclePlus,
  edit: Pencil,
  delete: Trash2,
  restore: RotateCcw,
  "restore-version": RotateCcw,
  erase: Ban,
  export: Download,
  other: Circle,
};

const ofJob: Record<ShownJobKind, LucideIcon> = {
  "add-tags": Tags,
  "remove-tags": Tags,
  "replace-tags": Tags,
  "set-importance": Pencil,
  delete: Trash2,
  restore: RotateCcw,
  erase: Ban,
  other: Circle,
};

export function ActivityIcon({ item: { kind, job } }: { item: ActivityItem }) {
  const Icon = job ? ofJob[job.kind] : ofKind[kind];
  return <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-3" />;
}
