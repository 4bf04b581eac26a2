import { entity, healthEvent, PAYMENTS_PROD } from './health-event.ts';
import type { Story, StoryStep, Telling } from './story.ts';

const DAY = 86_400_000;
const PAGES = 3;
const FUNCTIONS_ON_A_PAGE = 4;

const page = (telling: Telling, number: number, status: string) =>
  healthEvent(telling, {
    service: 'LAMBDA',
    code: 'LAMBDA_PLANNED_LIFECYCLE_EVENT',
    category: 'scheduledChange',
    startsAt: telling.startedAt + 100 * DAY,
    text: 'The runtime of these functions reaches the end of its support. After the date they can no longer be updated.',
    detail: {
      actionability: 'ACTION_REQUIRED',
      statusCode: status === 'PENDING' ? 'upcoming' : 'closed',
      communicationId: `${telling.id}${status}-${number}`,
      lastUpdatedTime: new Date(status === 'PENDING' ? telling.startedAt : telling.now).toUTCString(),
      page: String(number),
      totalPages: String(PAGES),
      affectedEntities: Array.from({ length: FUNCTIONS_ON_A_PAGE }, (_, index) => {
        const name = `invoices-${(number - 1) * FUNCTIONS_ON_A_PAGE + index + 1}`;
        return entity(`arn:aws:lambda:eu-central-1:${PAYMENTS_PROD}:function:${name}`, status, telling.now);
      }),
    },
  });

/** Which page comes as the nth: another order in each telling, and never simply 1, 2, 3 in the first. */
const arrival = ({ number }: Telling, nth: number) => ((nth + number) % PAGES) + 1;

const pageStep = (nth: number, shows: string): StoryStep => ({
  title: `Page ${nth} of ${PAGES} to arrive`,
  shows,
  event: (telling) => page(telling, arrival(telling, nth), 'PENDING'),
});

export const plannedLifecycle: Story = {
  id: 'planned-lifecycle',
  title: 'Planned lifecycle event in three pages',
  about:
    'Pages come in any order and make one message. Before they turn to migrated, move the clock by 30 days: reminders come 90, 60, 30 and 7 days before the date.',
  steps: [
    pageStep(1, 'A message that says how many pages are still missing.'),
    pageStep(2, 'More functions in the same message.'),
    pageStep(3, 'An edit within 30 seconds of another waits: move the clock one minute.'),
    ...[1, 2, 3].map((number) => ({
      title: `Page ${number}: migrated`,
      shows:
        number === PAGES
          ? 'Nothing is pending any more.'
          : 'Fewer functions are pending; the edit comes within two minutes.',
      event: (telling: Telling) => page(telling, number, 'RESOLVED'),
    })),
  ],
};
