import { expect, test } from 'vitest';
import { addAlerts } from '#bin/commands/ecs/add-alerts.ts';
import { describeStandings } from '#bin/commands/ecs/describe-standings.ts';
import { anOpenAlert, aStanding, PAYMENTS } from '#test/commands/ecs/a-standing.ts';
import { NOW } from '#test/ecs-inventory/a-service.ts';

const QUESTION = { accounts: [PAYMENTS], regions: ['eu-west-1'], clusters: [] };
const describe = (...services: ReturnType<typeof aStanding>[]) =>
  describeStandings({ services, otherAlerts: [] }, [], NOW).split('\n');

test('a service is a line: counts, the last deployment in words, the alerts by their references', () => {
  const alerts = [anOpenAlert(), anOpenAlert({ reference: 'ZZBKLM', title: 'cart: deployment failed' })];
  const [, line] = describe(aStanding({ running: 1, pending: 1, alerts }));

  expect(line?.split(/ {2,}/)).toEqual([
    'short',
    'payments-prod',
    'eu-west-1',
    'orders',
    'cart',
    '2',
    '1',
    '1',
    'completed cart:3, 40 min ago',
    'KXQRTB cart: app exits with 1; ZZBKLM cart: deployment failed',
  ]);
});

test('what is not known is left out: the name of an account, the deployment, its state', () => {
  const account = { id: '444455556666', name: '' };
  const deployment = {
    id: '1',
    taskDefinition: 'cart:3',
    rolloutState: undefined,
    reason: undefined,
    startedAt: undefined,
  };
  const [, with_, without] = describe(
    aStanding({ account, deployment }),
    aStanding({ deployment: undefined }),
  );

  expect(with_).toMatch(/^ok +444455556666 .* cart:3$/);
  expect(without).toMatch(/ -$/);
});

test('a long title is cut, and no letter in two', () => {
  const [, line = ''] = describe(aStanding({ alerts: [anOpenAlert({ title: '🚢'.repeat(90) })] }));

  expect(line).toContain(`KXQRTB ${'🚢'.repeat(29)}…`);
});

test('an alert is put beside its service in whatever partition; others of what was asked for are told below', () => {
  const arn = (path: string) => `arn:aws-us-gov:ecs:eu-west-1:${PAYMENTS.id}:${path}`;
  const { services, otherAlerts } = addAlerts(
    [aStanding()],
    [
      anOpenAlert({ arn: arn('service/orders/cart') }),
      anOpenAlert({ reference: 'DRAINS', arn: arn('container-instance/orders/4f2a') }),
      anOpenAlert({ reference: 'ABROAD', arn: arn('service/orders/x'), region: 'eu-north-1' }),
      anOpenAlert({ reference: 'OTHERS', arn: arn('service/orders/x'), account: '444455556666' }),
    ],
    QUESTION,
  );

  expect(services[0]?.alerts.map(({ reference }) => reference)).toEqual(['KXQRTB']);
  expect(otherAlerts.map(({ reference }) => reference)).toEqual(['DRAINS']);
  expect(describeStandings({ services, otherAlerts }, [], NOW)).toContain(
    '\n\nAlso open: DRAINS cart: app exits with 1 (111122223333, eu-west-1, container-instance/orders/4f2a)\n\n',
  );
});

test('of one cluster only what is open about it is told', () => {
  const alerts = [
    anOpenAlert({ cluster: 'returns', arn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/returns' }),
  ];

  expect(addAlerts([], alerts, { ...QUESTION, clusters: ['orders'] }).otherAlerts).toEqual([]);
  expect(addAlerts([], alerts, { ...QUESTION, clusters: ['returns'] }).otherAlerts).toHaveLength(1);
});

test('what has one reason is told once, with all its places', () => {
  const role = { text: 'No role', mend: 'npx cdk deploy ReeveMembers' };
  const shop = { id: '444455556666', name: 'shop' };
  const text = describeStandings(
    { services: [], otherAlerts: [] },
    [
      { ...role, account: PAYMENTS, region: 'eu-west-1', detail: 'denied here' },
      { ...role, account: PAYMENTS, region: 'eu-north-1', detail: 'denied there' },
      { ...role, account: shop },
      { text: 'ReeveHub has no ledger', detail: 'as CloudFormation says' },
    ],
    NOW,
  );

  expect(text.split('\n')).toEqual([
    'No service was found.',
    '',
    'Not seen: payments-prod (111122223333) in eu-west-1, eu-north-1; shop (444455556666): No role',
    '  → npx cdk deploy ReeveMembers',
    'Not seen: the hub: ReeveHub has no ledger',
    '  as CloudFormation says',
  ]);
});
