import { actionButton } from './action-button.js';
import { tell } from './api.js';
import { h } from './dom.js';

const SLACK_FAULTS = [
  ['rate_limited', '429, retry after 2 s'],
  ['server_error', '500'],
  ['timeout', 'no answer'],
  ['ok_false', 'ok: false'],
];
const RECEIVER_FAULTS = [
  ['429', '429 Too Many Requests'],
  ['500', '500 Internal Server Error'],
  ['503', '503 Service Unavailable'],
  ['400', '400 Bad Request'],
  ['410', '410 Gone'],
];

/**
 * The switches that break a channel.
 * @param {{ name: string, kind: string }} channel
 */
export function faults({ name, kind }) {
  const isReceiver = kind === 'webhook';
  const options = (isReceiver ? RECEIVER_FAULTS : SLACK_FAULTS).map(([value, label]) =>
    h('option', { value }, label ?? ''),
  );
  const fault = /** @type {HTMLSelectElement} */ (h('select', {}, options));
  const times = /** @type {HTMLInputElement} */ (
    h('input', { type: 'number', min: '1', max: '100', value: '1', required: true })
  );

  const breakIt = async () => {
    const body = { channel: name, times: times.valueAsNumber };
    if (isReceiver) await tell('/api/faults/receiver', { ...body, status: Number(fault.value) });
    else await tell('/api/faults/slack', { ...body, fault: fault.value });
    return times.value === '1' ? 'The next call fails.' : `The next ${times.value} calls fail.`;
  };
  const crash = async () => {
    await tell('/api/faults/crash', { channel: name });
    return 'The function dies after its next send. Its message comes back after the visibility timeout: move the clock.';
  };
  const archive = async () => {
    await tell('/api/faults/archive', { channel: name });
    return 'Archived until the embedded cloud is started anew.';
  };
  const deleteLast = async () => {
    await tell('/api/faults/delete-last', { channel: name });
    return 'Deleted.';
  };

  return h(
    'details',
    { class: 'faults' },
    h('summary', {}, 'Break it'),
    h(
      'div',
      { class: 'fault-form' },
      h('label', {}, 'Answer ', fault),
      h('label', {}, 'to the next ', times, ' calls'),
      actionButton('Break', breakIt, { name: `Break ${name}` }),
    ),
    h(
      'div',
      { class: 'fault-form' },
      actionButton('Crash between send and commit', crash),
      !isReceiver && actionButton('Delete last message', deleteLast),
      !isReceiver && actionButton('Archive channel', archive),
    ),
  );
}
