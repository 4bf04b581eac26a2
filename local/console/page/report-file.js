import { h } from './dom.js';
import { longTime, shortTime } from './time.js';

/** @typedef {{ key: string, bytes: number, writtenAt: number, mediaType: string, report?: string, period?: string, month?: string, format?: string }} ReportFile */

const UNITS = ['B', 'kB', 'MB', 'GB'];

/**
 * A file with its size and time: a page opens in a tab of its own, everything else is a download.
 * @param {ReportFile} file
 */
export function fileItem({ key, bytes, writtenAt, mediaType, report, period, month, format }) {
  const opens = mediaType.startsWith('text/html');
  const name = format === undefined ? key : period === month ? format : `${period} ${format}`;
  const full = report ? `${report} ${period} ${format}` : key;
  const link = opens
    ? h(
        'a',
        {
          href: addressOf(key),
          target: '_blank',
          rel: 'noopener',
          'aria-label': `${full}, opens in a new tab`,
        },
        `${name} ↗`,
      )
    : h('a', { href: addressOf(key), download: true, 'aria-label': `Download ${full}` }, name);
  return h(
    'li',
    {},
    link,
    h('span', { class: 'quiet number' }, size(bytes)),
    h(
      'time',
      { class: 'quiet', datetime: new Date(writtenAt).toISOString(), title: longTime(writtenAt) },
      shortTime(writtenAt),
    ),
  );
}

/**
 * The newest picture among the files of a month, if there is one.
 * @param {ReportFile[]} files
 */
export function chart(files) {
  const pictures = files.filter(({ mediaType }) => mediaType === 'image/png');
  const newest = pictures.sort((a, b) => (a.period ?? '').localeCompare(b.period ?? '')).at(-1);
  if (!newest) return undefined;
  const { key, report, period } = newest;
  return h('img', {
    class: 'chart',
    src: addressOf(key),
    alt: `Chart of ${report}, ${period}`,
    loading: 'lazy',
  });
}

/** @param {string} key */
function addressOf(key) {
  return `/reports/${key.split('/').map(encodeURIComponent).join('/')}`;
}

/** `12 B`, `3.4 kB`. @param {number} bytes */
function size(bytes) {
  let rest = bytes;
  let unit = 0;
  while (rest >= 1000 && unit < UNITS.length - 1) {
    rest /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? rest : rest.toFixed(1)} ${UNITS[unit]}`;
}
