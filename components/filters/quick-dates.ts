/** The days that a quick choice stands for; the last day is open. */
export type QuickDates = "week" | "month" | "year";

export const quickDates: readonly QuickDates[] = ["week", "month", "year"];

/** The first day of a choice, `YYYY-MM-DD` in the zone of the browser; today counts as one day. */
export function firstDayOf(choice: QuickDates, today: Date): string {
  const year = today.getFullYear();
  if (choice === "year") return dayOf(new Date(year, 0, 1));
  const back = choice === "week" ? 6 : 29;
  return dayOf(new Date(year, today.getMonth(), today.getDate() - back));
}

function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const year = String(date.getFullYear()).padStart(4, "0");
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
