import { h } from './dom.js';
import { slackDate } from './slack-date.js';
import { cloudNow, longTime } from './time.js';

const TAGS = /** @type {const} */ ([
  ['code', 'code'],
  ['strike', 's'],
  ['italic', 'em'],
  ['bold', 'strong'],
]);

/**
 * Runs of text as elements.
 * @param {any[]} runs `Inline`s of the console
 * @returns {(Node | string)[]}
 */
export function inlines(runs) {
  return runs.map((run) => styled(element(run), run.style ?? {}));
}

/** @param {any} run */
function element(run) {
  switch (run.kind) {
    case 'link':
      return h('a', { href: run.url, target: '_blank', rel: 'noopener noreferrer' }, run.text);
    case 'mention':
      return h('span', { class: 'mention' }, run.text);
    case 'date': {
      const moment = new Date(run.at * 1000);
      return h(
        'time',
        { datetime: moment.toISOString(), title: `${longTime(moment.getTime())} (${run.fallback})` },
        slackDate(run, cloudNow()),
      );
    }
    default:
      return run.text;
  }
}

/** @param {Node | string} content @param {Record<string, boolean>} style */
function styled(content, style) {
  return TAGS.reduce((inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner), content);
}
