import { isDeepStrictEqual } from 'node:util';
import { openCase } from '#local/counterparts/organization/change-cases.ts';
import { type CaseEventName, caseEvent } from '#local/counterparts/organization/support-case-events.ts';
import { readSamples } from '#test/conformance/read-samples.ts';
import type { Tally } from '#test/conformance/tally.ts';

/** Every event of AWS Support is what the counterpart would have sent, but for its id. */
export function compareSupportEvents(folder: string, tally: Tally): void {
  for (const { name, event, remarks } of readSamples(folder)) {
    const { detail, account, time } = event;
    const at = Date.parse(time);
    const { opened } = openCase(
      { cases: [] },
      {
        account,
        displayId: String(detail['display-id']),
        caseIds: [String(detail['case-id'])],
        subject: 'x',
        body: 'x',
      },
      at,
    );
    const id = String(detail['communication-id']);
    const origin = detail['origin'] === 'AWS' ? 'AWS' : 'CUSTOMER';
    const message = id === '' ? undefined : ({ id, origin } as const);
    const ours = caseEvent(opened, detail['event-name'] as CaseEventName, at, message);
    const line = `support/eventbridge/${name}`;
    const oddities = remarks.length > 0 ? ` (${remarks.join('; ')})` : '';
    if (isDeepStrictEqual({ ...ours, id: '' }, { ...event, id: '' }))
      tally.passed(`${line} → as the counterpart sends it${oddities}`);
    else tally.failed(`${line} is not ${JSON.stringify(ours)}`);
  }
}
