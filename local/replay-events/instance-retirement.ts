import { entity, healthEvent, PAYMENTS_PROD, SHOP_DEV } from './health-event.ts';
import type { Story, Telling } from './story.ts';

const TWO_WEEKS = 14 * 86_400_000;

const INSTANCES = {
  [PAYMENTS_PROD]: ['i-07e1d2c3b4a596871', 'i-0b9a8c7d6e5f40312'],
  [SHOP_DEV]: ['i-0c3d4e5f6a7b81920'],
};

const retire = (account: keyof typeof INSTANCES, done: boolean) => (telling: Telling) =>
  healthEvent(telling, {
    service: 'EC2',
    code: 'EC2_INSTANCE_RETIREMENT_SCHEDULED',
    category: 'scheduledChange',
    account,
    region: 'eu-west-1',
    startsAt: telling.startedAt + TWO_WEEKS,
    text: 'The hardware under these instances is wearing out. On the date they stop; start them again to move them to other hardware.',
    detail: {
      actionability: 'ACTION_REQUIRED',
      personas: ['OPERATIONS'],
      statusCode: done ? 'closed' : 'upcoming',
      affectedEntities: INSTANCES[account].map((id) =>
        entity(`arn:aws:ec2:eu-west-1:${account}:instance/${id}`, done ? 'RESOLVED' : 'PENDING', telling.now),
      ),
    },
  });

export const instanceRetirement: Story = {
  id: 'instance-retirement',
  title: 'Instance retirement in two accounts',
  about: 'One alert with a part for each account; it is resolved when both parts are.',
  steps: [
    {
      title: 'payments-prod is told',
      shows: 'A message in ops; payments hears of it as the owner.',
      event: retire(PAYMENTS_PROD, false),
    },
    {
      title: 'shop-dev too',
      shows: 'ops: the same message, now 2 accounts. payments: nothing, for it is not their account.',
      event: retire(SHOP_DEV, false),
    },
    {
      title: 'payments-prod is done',
      shows: 'Still open in ops, resolved for payments.',
      event: retire(PAYMENTS_PROD, true),
    },
    {
      title: 'shop-dev is done',
      shows: 'Resolved everywhere.',
      event: retire(SHOP_DEV, true),
    },
  ],
};
