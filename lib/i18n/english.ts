import { account } from "./messages/en/account";
import { activity } from "./messages/en/activity";
import { bulk } from "./messages/en/bulk";
import { common } from "./messages/en/common";
import { conflict } from "./messages/en/conflict";
import { connect } from "./messages/en/connect";
import { dates } from "./messages/en/dates";
import { errors } from "./messages/en/errors";
import { filters } from "./messages/en/filters";
import { form } from "./messages/en/form";
import { history } from "./messages/en/history";
import { landing } from "./messages/en/landing";
import { list } from "./messages/en/list";
import { markdown } from "./messages/en/markdown";
import { palette } from "./messages/en/palette";
import { pane } from "./messages/en/pane";
import { settings } from "./messages/en/settings";
import { shell } from "./messages/en/shell";
import { signIn } from "./messages/en/sign-in";
import { states } from "./messages/en/states";
import { tagField } from "./messages/en/tag-field";
import { tagPage } from "./messages/en/tag-page";
import { trash } from "./messages/en/trash";
import { ui } from "./messages/en/ui";
import { validation } from "./messages/en/validation";

/** Every text in English: the keys, and which arguments each takes, hold for every language. */
export const english = {
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
export type Messages = typeof english;
