import {
  answerCase,
  newAttachment,
  openCase,
  redactMessage,
  reopenCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { askPermit, endPermitRequest } from '#local/counterparts/organization/change-permits.ts';
import { caseEvent } from '#local/counterparts/organization/support-case-events.ts';
import type { WorldCase } from '#local/counterparts/organization/world-cases.ts';
import { PAYMENTS_PROD } from './health-event.ts';
import type { PlayedStory, Stage, Telling } from './story.ts';

/** The case of a telling. */
function caseIn({ organization }: Stage, { id }: Telling): WorldCase {
  const found = organization.world.support.cases.find(({ subject }) => subject.endsWith(endOf(id)));
  if (!found) throw new Error('The case of this telling is gone');
  return found;
}
const endOf = (id: string) => `(${id.slice(0, 6)})`;
const PASSWORD = 'Paper-Lamp-41';

export const supportCase: PlayedStory = {
  id: 'support-case',
  title: 'AWS Support: a case from its creation to its end',
  about:
    'An event says only that something happened: Reeve reads the case then, as anybody may who has its role.',
  steps: [
    {
      title: 'Somebody opens a case',
      shows: 'A message with its subject, severity and account, and by when AWS should answer.',
      play: async (stage, telling) => {
        const { opened, event } = openCase(
          stage.organization.world.support,
          {
            account: PAYMENTS_PROD,
            subject: `Payments are refused by a queue ${endOf(telling.id)}`,
            severityCode: 'high',
            serviceCode: 'aws-lambda',
            categoryCode: 'invocation',
            body: `Since 08:40 UTC a function cannot send. It connects with password=${PASSWORD}.`,
            attachments: [newAttachment({ fileName: `trace-${telling.number}.txt`, bytes: 4096 })],
          },
          telling.now,
        );
        redactMessage(opened, PASSWORD);
        await stage.putEvent(event);
      },
    },
    {
      title: 'AWS answers, and asks something',
      shows: 'The same message: it waits for us now. Its thread says that AWS answered, not what.',
      play: (stage, telling) =>
        stage.putEvent(
          answerCase(caseIn(stage, telling), { body: 'Which role does the function have?' }, telling.now),
        ),
    },
    {
      title: 'AWS asks to look at the account',
      shows: 'Nothing yet: no event is known to tell of it. The next sweep finds it.',
      play: (stage, telling) => {
        const { support } = stage.organization.world;
        askPermit(support, caseIn(stage, telling), ['lambda:GetFunction'], telling.now);
      },
    },
    {
      title: 'Somebody allows it, and replies',
      shows: 'The message does not wait for us any more.',
      play: async (stage, telling) => {
        const one = caseIn(stage, telling);
        const { permitRequests } = stage.organization.world.support;
        const asked = permitRequests.find(({ displayId }) => displayId === one.displayId);
        if (asked) endPermitRequest(asked, 'ACCEPTED', telling.now);
        await stage.putEvent(replyToCase(one, { body: 'It is payments-sender.' }, telling.now));
      },
    },
    {
      title: 'Somebody resolves the case',
      shows: 'The message is resolved.',
      play: (stage, telling) => stage.putEvent(resolveCase(caseIn(stage, telling), telling.now)),
    },
    {
      title: 'It fails again, and somebody reopens the case',
      shows: 'The same message is open again.',
      play: async (stage, telling) => {
        const events = reopenCase(caseIn(stage, telling), { body: 'It is back.' }, telling.now);
        for (const event of events) await stage.putEvent(event);
      },
    },
    {
      title: 'The event that it was resolved comes once more, late',
      shows: 'Nothing: the case is read, and it is open.',
      play: async (stage, telling) => {
        const one = caseIn(stage, telling);
        const resolved = one.history.findLast(({ status }) => status === 'resolved');
        const event = caseEvent(one, 'ResolveCase', resolved?.at ?? telling.now);
        await stage.putEvent(event);
      },
    },
  ],
};
