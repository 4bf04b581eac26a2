const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `November 2026`, of a month or a day. */
export function monthName(month: string): string {
  return `${nameOf(month)} ${month.slice(0, 4)}`;
}

/** `Nov 26`, where there is little room. */
export function shortMonthName(month: string): string {
  return `${nameOf(month).slice(0, 3)} ${month.slice(2, 4)}`;
}

function nameOf(month: string): string {
  return NAMES[Number(month.slice(5, 7)) - 1] ?? month;
}
