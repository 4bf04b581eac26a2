import { advisorEvent } from './advisor-event.ts';
import type { Story, Telling } from './story.ts';

/** How much of a limit is used. Events of limits have no ARN: Region, service and limit say which. */
const use = (telling: Telling, used: number, status: 'OK' | 'WARN' | 'ERROR') =>
  advisorEvent(telling, {
    check: 'Auto Scaling Groups',
    status,
    columns: {
      Region: 'eu-west-1',
      Service: 'AutoScaling',
      'Limit Name': `Auto Scaling groups (${telling.number})`,
      'Limit Amount': '200',
      'Current Usage': String(used),
      Status: { OK: 'Green', WARN: 'Yellow', ERROR: 'Red' }[status],
    },
  });

export const advisorLimit: Story = {
  id: 'advisor-limit',
  title: 'Trusted Advisor: a service limit fills up',
  about: 'Used of the amount, with a bar. The levels are those of the settings, 80 and 100 percent.',
  steps: [
    {
      title: '166 of 200 are used',
      shows: 'A warning with the bar, and a link to ask for an increase.',
      event: (telling) => use(telling, 166, 'WARN'),
    },
    {
      title: '171 of 200',
      shows: 'Nothing: the same level.',
      event: (telling) => use(telling, 171, 'WARN'),
    },
    {
      title: 'All are used',
      shows: 'The same message, now an error, with the full bar.',
      event: (telling) => use(telling, 200, 'ERROR'),
    },
    {
      title: 'AWS raises the limit',
      shows: 'The message is resolved.',
      event: (telling) => use(telling, 120, 'OK'),
    },
  ],
};
