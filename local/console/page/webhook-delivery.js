import { h } from './dom.js';
import { longTime, shortTime } from './time.js';

/**
 * What a receiver of signed webhooks got.
 * @param {{ id: string, at: number, body: any, repeats: number }} delivery
 */
export function webhookDelivery({ id, at, body, repeats }) {
  const title = [body?.type, body?.data?.title].filter(Boolean).join(' · ');
  const again =
    repeats > 0 && h('span', { class: 'tag' }, repeats === 1 ? 'came twice' : `came ${repeats + 1} times`);
  return h(
    'article',
    { class: 'delivery', 'aria-label': `Delivery of ${shortTime(at)}`, data: { key: id } },
    h(
      'p',
      { class: 'delivery-head' },
      h('time', { datetime: new Date(at).toISOString(), title: longTime(at) }, shortTime(at)),
      h('span', { class: 'tag good' }, 'signature valid'),
      again,
      h('code', {}, id),
    ),
    h('details', {}, h('summary', {}, title || 'Body'), h('pre', {}, JSON.stringify(body, undefined, 2))),
  );
}
