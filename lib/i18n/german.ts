import type { Translated } from "@/lib/i18n/translated";
import type { Messages } from "./english";
import { account } from "./messages/de/account";
import { activity } from "./messages/de/activity";
import { bulk } from "./messages/de/bulk";
import { common } from "./messages/de/common";
import { conflict } from "./messages/de/conflict";
import { connect } from "./messages/de/connect";
import { dates } from "./messages/de/dates";
import { errors } from "./messages/de/errors";
import { filters } from "./messages/de/filters";
import { form } from "./messages/de/form";
import { history } from "./messages/de/history";
import { landing } from "./messages/de/landing";
import { list } from "./messages/de/list";
import { markdown } from "./messages/de/markdown";
import { palette } from "./messages/de/palette";
import { pane } from "./messages/de/pane";
import { settings } from "./messages/de/settings";
import { shell } from "./messages/de/shell";
import { signIn } from "./messages/de/sign-in";
import { states } from "./messages/de/states";
import { tagField } from "./messages/de/tag-field";
import { tagPage } from "./messages/de/tag-page";
import { trash } from "./messages/de/trash";
import { ui } from "./messages/de/ui";
import { validation } from "./messages/de/validation";

export const german: Translated<Messages> = {
  common,
  landing,
  signIn,
  connect,
  shell,
  settings,
  errors,
  validation,
  ui,
  dates,
  tagField,
  list,
  markdown,
  filters,
  pane,
  form,
  conflict,
  history,
  bulk,
  trash,
  tagPage,
  palette,
  states,
  activity,
  account,
};
