import { actionButton } from './action-button.js';
import { tell } from './api.js';
import { h } from './dom.js';

/** Sign and words: colour alone would tell nobody who does not see it. */
const FOUND = {
  COMPLIANT: ['✓', 'well tagged', 'good'],
  NON_COMPLIANT: ['▼', 'violates', 'bad'],
  none: ['·', 'not looked at', 'open'],
};

/**
 * A resource: its tags, what the rules found, and what one may do to it.
 * @param {any} resource @param {() => Promise<void>} refresh
 */
export function resourceTile({ arn, type, name, tags, compliance }, refresh) {
  const [sign, words, tone] = FOUND[/** @type {keyof typeof FOUND} */ (compliance ?? 'none')];
  const play = (/** @type {'tag' | 'untag' | 'delete'} */ what) => async () => {
    await tell('/api/resources/play', { arn, what });
    await refresh();
  };
  const kind = type.replace(/^AWS::/, '');
  const of = `${name}, ${kind}`;
  return h(
    'li',
    { class: `tile ${tone}`, data: { key: arn } },
    h(
      'div',
      { class: 'tile-head' },
      h('h4', {}, name),
      h('span', { class: `tag ${tone}` }, h('span', { 'aria-hidden': 'true' }, `${sign} `), words),
    ),
    h('p', { class: 'quiet' }, kind),
    tagList(tags),
    h(
      'p',
      { class: 'tile-actions' },
      actionButton('Tag', play('tag'), { name: `Tag: ${of}` }),
      actionButton('Untag', play('untag'), { name: `Untag: ${of}` }),
      actionButton('Delete', play('delete'), { name: `Delete: ${of}` }),
    ),
  );
}

/** @param {Record<string, string>} tags */
function tagList(tags) {
  const entries = Object.entries(tags);
  if (entries.length === 0) return h('p', { class: 'quiet' }, 'No tags');
  return h(
    'ul',
    { class: 'tile-tags' },
    entries.map(([key, value]) => h('li', {}, h('code', {}, `${key} = ${JSON.stringify(value)}`))),
  );
}
