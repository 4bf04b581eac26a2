const DATE = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const TIME = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const SHORT_TIME = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const SHORT_DATE = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** @type {{ now: number, speed: number, readAt: number }} */
let known = { now: Date.now(), speed: 1, readAt: performance.now() };

/** The embedded cloud's time, by what the console last said. */
export function cloudNow() {
  return known.now + (performance.now() - known.readAt) * known.speed;
}

/** @param {{ now: number, speed?: number }} clock */
export function setCloudNow({ now, speed = known.speed }) {
  known = { now, speed, readAt: performance.now() };
}

/** @param {number} at */
export function longTime(at) {
  return `${DATE.format(at)}, ${TIME.format(at)}`;
}

/** Today's by time alone, others with their day. @param {number} at */
export function shortTime(at) {
  const today = DATE.format(at) === DATE.format(cloudNow());
  return today ? SHORT_TIME.format(at) : `${SHORT_DATE.format(at)}, ${SHORT_TIME.format(at)}`;
}

const UNITS = /** @type {const} */ ([
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
]);

/**
 * `412 ms`, `3.2 s`, `1 h 5 min`.
 * @param {number} milliseconds
 */
export function span(milliseconds) {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  let rest = ms;
  const parts = [];
  for (const [size, unit] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ');
}
