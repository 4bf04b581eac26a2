import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldService } from '#local/counterparts/organization/world-containers.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { aDeployment, aServiceAction } from '#test/ecs-alerts/an-ecs-event.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const PAYMENTS = '111122223333';
const SHOP = '444455556666';
const CHECKOUT = `arn:aws:ecs:eu-west-1:${PAYMENTS}:service/payments/checkout`;

type Service = { state: string; service: string; account: string; alerts: { title: string }[] };
type Data = {
  accounts: unknown[];
  services: Service[];
  otherAlerts: { arn: string }[];
  unanswered: { account?: { id: string }; region?: string; mend?: string }[];
};

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
  const sweep = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
  await cloud.scheduler.trigger(sweep?.arn ?? '');
  await cloud.settled();
});
afterAll(() => cloud.stop());

const status = (...words: string[]) => runReeve(['ecs', 'status', ...words], environmentOf(cloud));
async function data(...words: string[]): Promise<Data> {
  const { stdout } = await status(...words, '--json');
  return JSON.parse(stdout) as Data;
}
function serviceOf(name: string): WorldService {
  const { clusters } = cloud.organization.world.containers;
  const found = clusters.flatMap(({ services }) => services).find((service) => service.name === name);
  if (!found) throw new Error(`There is no service ${name}`);
  return found;
}
async function happens(event: ReturnType<typeof aServiceAction>): Promise<void> {
  await cloud.putEvent(event);
  await cloud.settled();
}

test('all services of all accounts and Regions are shown by name, and progress is kept out of the answer', async () => {
  const { code, stdout, stderr } = await status();

  expect(code).toBe(0);
  expect(stderr).toMatch(/^Asking \d+ accounts in eu-central-1, eu-west-1 …\n$/);
  expect(stdout).toMatch(
    /^STATE +ACCOUNT +REGION +CLUSTER +SERVICE +DESIRED +RUNNING +PENDING +LAST DEPLOYMENT +OPEN ALERTS\n/,
  );
  expect(stdout).toMatch(
    /^ok +payments-prod +eu-west-1 +payments +checkout +2 +2 +0 +completed checkout:1, \d+ days ago$/m,
  );
  expect(stdout).toMatch(/\n\n5 services in 3 clusters of 2 accounts: 5 ok\.\n$/);
});

test('one in trouble stands first, with the alert that is open about it, until it stands again', async () => {
  const now = () => new Date(cloud.clock.now()).toISOString();
  const checkout = serviceOf('checkout');
  Object.assign(checkout, { runningCount: 0, pendingCount: 2 });
  const clusterArn = `arn:aws:ecs:eu-west-1:${PAYMENTS}:cluster/payments`;
  await happens(aServiceAction({ clusterArn }, { resources: [CHECKOUT], time: now() }));
  await happens(aDeployment({}, { resources: [CHECKOUT.replace('checkout', 'gone')], time: now() }));
  const { code, stdout } = await status();
  const [, first = ''] = stdout.split('\n');

  expect(code).toBe(0);
  expect(first).toMatch(
    /^down +payments-prod +eu-west-1 +payments +checkout +2 +0 +2 +completed .* [B-Z]{6} .*checkout/,
  );
  expect(stdout).toMatch(/\nAlso open: [B-Z]{6} .* \(111122223333, eu-west-1, service\/payments\/gone\)\n/);
  expect(stdout).toContain('1 down, 4 ok.');

  Object.assign(checkout, { runningCount: 2, pendingCount: 0 });
  const { services, otherAlerts } = await data();
  expect(services[0]).toMatchObject({
    state: 'alert',
    service: 'checkout',
    alerts: [{ severity: 'warning' }],
  });
  expect(otherAlerts).toHaveLength(1);
});

describe('what is asked for', () => {
  test.each([
    ['an account by its name', ['--account', 'shop-dev'], ['storefront']],
    ['an account by its id', ['--account', SHOP], ['storefront']],
    ['a Region', ['--region', 'eu-west-1'], ['booking', 'checkout']],
    ['a cluster', ['--cluster', 'default', '--cluster', 'shop'], ['log-router', 'statements', 'storefront']],
  ])('may be %s', async (_, words, expected) => {
    const { services } = await data(...words);

    expect(services.map(({ service }) => service).sort()).toEqual(expected);
  });

  test('is refused where there is no such account, before any is asked', async () => {
    const { code, stderr } = await status('--account', 'shop-prod');

    expect(code).toBe(2);
    expect(stderr).toBe('There is no account "shop-prod": --account takes an id of 12 digits, or a name.\n');
  });

  test('may be nothing that runs', async () => {
    const { code, stdout } = await status('--region', 'eu-north-1');

    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No service was found.\n' });
  });
});

describe('what does not answer', () => {
  test('is an account without the role: the others are shown, it is named with the way out', async () => {
    const { faults } = cloud.organization;
    const end = faults.deny('sts:AssumeRole', { when: ({ body }) => body.includes(PAYMENTS) });
    const { code, stdout, stderr } = await status();
    end();

    expect(code).toBe(1);
    expect(stdout).toMatch(/storefront/);
    expect(stdout).toMatch(
      /\nNot seen: payments-prod \(111122223333\) in eu-central-1, eu-west-1: reeve-doctor may not assume reeve-reader \(sts:AssumeRole\), or the role is not there\n/,
    );
    expect(stdout).toContain('  → npx cdk deploy ReeveMembers');
    expect(stderr).toContain('Not all could be seen');
  });

  test('is a Region of one account alone', async () => {
    const { faults } = cloud.organization;
    const end = faults.deny('ecs:ListServices', { when: ({ region }) => region === 'eu-west-1' });
    const { unanswered, services } = await data();
    end();

    expect(unanswered).toMatchObject([{ account: { id: PAYMENTS }, region: 'eu-west-1' }]);
    expect(services.map(({ service }) => service).sort()).toEqual(['log-router', 'statements', 'storefront']);
  });

  test('is the ledger of another stack: services are shown without their alerts', async () => {
    const { code, stdout } = await status('--account', SHOP, '--stack', 'Elsewhere');

    expect(code).toBe(1);
    expect(stdout).toContain('Not seen: the hub: ');
  });

  test('answers later, where AWS asks to wait', async () => {
    cloud.organization.faults.throttle('ecs:DescribeServices', { times: 2 });

    expect((await data('--account', SHOP)).services).toHaveLength(1);
  });
});
