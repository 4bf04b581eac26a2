/** @typedef {Intl.DateTimeFormatOptions} Options */

/** @type {Record<string, Options>} */
const DATES = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_long_full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
};
const NEAR_DAYS = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

/**
 * A moment by Slack's date tokens, in the reader's own time zone and language; near days by name where the
 * token ends in `_pretty`. https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 * @param {{ at: number, format: string, fallback: string }} date `at` in seconds
 * @param {number} now milliseconds
 * @param {string} [locale]
 * @param {string} [timeZone]
 */
export function slackDate({ at, format, fallback }, now, locale, timeZone) {
  if (!Number.isFinite(at)) return fallback;
  const moment = new Date(at * 1000);
  /** @param {Options} options */
  const formatted = (options) => new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(moment);
  const day = (/** @type {Date} */ date) => {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date);
    return Math.round(Date.parse(`${parts}T00:00:00Z`) / 86_400_000);
  };
  return format.replaceAll(/\{(\w+)\}/g, (token, name) => {
    if (name === 'time') return formatted({ hour: 'numeric', minute: '2-digit' });
    if (name === 'time_secs') return formatted({ hour: 'numeric', minute: '2-digit', second: '2-digit' });
    if (name === 'ago') return ago(at * 1000 - now, locale);
    const pretty = name.endsWith('_pretty');
    const near = NEAR_DAYS.get(day(moment) - day(new Date(now)));
    if (pretty && near) return near;
    const options = DATES[name.replace(/_pretty$/, '').replace('day_divider', 'date_long')];
    return options ? formatted(options) : token;
  });
}

/** @param {number} milliseconds @param {string} [locale] */
function ago(milliseconds, locale) {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = Math.round(milliseconds / 60_000);
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 60 * 24) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 60 / 24), 'day');
}
