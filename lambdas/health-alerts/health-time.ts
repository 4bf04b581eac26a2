const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RFC_1123 =
  /^(?:[a-z]{3},\s*)?(\d{1,2}) ([a-z]{3}) ([12]\d{3}) (\d{2}):(\d{2}):(\d{2}) (?:GMT|UTC|\+0000)$/i;
const ISO_8601 = /^[12]\d{3}-\d{2}-\d{2}T\S+(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Milliseconds of a time of AWS Health: `Fri, 3 Jun 2022 05:01:10 GMT`. The weekday is not looked at, since
 * AWS's own examples have wrong ones. ISO 8601 is read too, should AWS change. Undefined for what is absent,
 * empty or no time.
 */
export function healthTime(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const match = RFC_1123.exec(text.trim());
  const milliseconds = match ? fromRfc1123(match.slice(1)) : fromIso8601(text.trim());
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function fromRfc1123([day, month = '', ...rest]: string[]): number {
  const monthIndex = MONTHS.indexOf(month.toLowerCase());
  if (monthIndex < 0) return Number.NaN;
  const [year, hours, minutes, seconds] = rest.map(Number);
  const milliseconds = Date.UTC(year ?? 0, monthIndex, Number(day), hours, minutes, seconds);
  // Date.UTC carries over what is out of range: 31 Jun would be 1 Jul.
  return new Date(milliseconds).getUTCDate() === Number(day) ? milliseconds : Number.NaN;
}

/** Date.parse alone would take any text with a number in it for a time. */
function fromIso8601(text: string): number {
  return ISO_8601.test(text) ? Date.parse(text) : Number.NaN;
}
