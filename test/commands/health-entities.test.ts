import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import { readEntities } from '#bin/commands/health-entities/read-entities.ts';
import { Clock } from '#local/clock.ts';
import { healthBackend } from '#local/counterparts/organization/health-api.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { type RecordingProxy, startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { ARN, aWorldEvent } from '#test/health-reconcile/an-api-event.ts';

const [HUB, FIRST, SECOND] = ['222233334444', '111122223333', '444455556666'] as const;
const AFFECTED = {
  [SECOND]: [{ value: 'vol-0ff', status: 'RESOLVED', url: 'https://console.aws.amazon.com/here' }],
  [FIRST]: [
    { value: 'i-2', status: 'PENDING' },
    { value: 'i-1', status: 'PENDING' },
  ],
};

let proxy: RecordingProxy;
let world: ReturnType<typeof makeWorld>;
let identities: Identities;

beforeEach(async () => {
  world = makeWorld();
  world.health.events = [aWorldEvent({ affected: AFFECTED })];
  identities = new Identities({ accountId: HUB, arn: `arn:aws:iam::${HUB}:role/person` });
  const health = healthBackend({ world, identities });
  proxy = await startRecordingProxy({ clock: new Clock(), backends: { health } });
  vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'b');
  signedInTo(HUB);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await proxy.close();
});

function signedInTo(accountId: string): void {
  vi.stubEnv(
    'AWS_ACCESS_KEY_ID',
    identities.issue({ accountId, arn: `arn:aws:iam::${accountId}:role/person` }),
  );
}

async function entities(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  return { code: await runCommandLine(commands, ['health', 'entities', ...words], streams), ...said };
}

test('lists what is affected in all accounts, with its status now', async () => {
  const { code, stdout } = await entities(ARN);

  expect(code).toBe(0);
  expect(stdout.split('\n')).toEqual([
    'ACCOUNT       STATUS    UPDATED (UTC)     RESOURCE',
    '111122223333  PENDING   2026-11-21 08:00  i-1',
    '111122223333  PENDING   2026-11-21 08:00  i-2',
    '444455556666  RESOLVED  2026-11-21 08:00  vol-0ff',
    '',
    '3 resources in 2 accounts: 2 PENDING, 1 RESOLVED.',
    '',
  ]);
});

test('gives programs one line of JSON, with the links of AWS', async () => {
  const { stdout } = await entities(ARN, '--json');
  const updatedAt = '2026-11-21T08:00:00.000Z';
  const resource = {
    account: SECOND,
    id: 'vol-0ff',
    status: 'RESOLVED',
    updatedAt,
    url: AFFECTED[SECOND][0]?.url,
  };

  expect(JSON.parse(stdout)).toMatchObject({ eventArn: ARN, isPublic: false, unanswered: [] });
  expect((JSON.parse(stdout) as { entities: unknown[] }).entities).toContainEqual(resource);
});

test('shows their own account to those who may not see the Organization, and says so', async () => {
  signedInTo(FIRST);
  const { code, stdout, stderr } = await entities(ARN);

  expect(code).toBe(0);
  expect(stderr).toContain('their own account alone');
  expect(stdout).toContain('111122223333  PENDING');
  expect(stdout).not.toContain(SECOND);
});

test('names no resources of a public event', async () => {
  world.health.events = [aWorldEvent({ eventScopeCode: 'PUBLIC', affected: {} })];
  expect((await entities(ARN)).stdout).toContain('The event is public');
});

test('says so where AWS names no resources', async () => {
  world.health.events = [aWorldEvent({ affected: { [FIRST]: [] } })];
  expect((await entities(ARN)).stdout).toBe('AWS names no resources of this event.\n');
});

describe('fails', () => {
  test('where the support plan has no API, and says what would help', async () => {
    for (const account of world.accounts) account.supportPlan = 'basic';
    const { code, stdout, stderr } = await entities(ARN);

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Business Support+');
    expect(stderr).toContain('https://health.aws.amazon.com/health/home');
  });

  test('where there is no such event', async () => {
    const { code, stderr } = await entities(`${ARN}_OTHER`);
    expect({ code, stderr }).toMatchObject({ code: 1 });
    expect(stderr).toContain('knows no such event');
  });

  test('where the permission is missing, and names it', async () => {
    proxy.addHook({
      before: async () => ({
        status: 403,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify({ __type: 'AccessDeniedException', message: 'not authorized' }),
      }),
    });
    const { code, stderr } = await entities(ARN);
    expect(code).toBe(1);
    expect(stderr).toContain('action health:DescribeEventDetails');
  });

  test.each(['AWS_EC2_API_ISSUE', 'arn:aws:ec2:eu-west-1::event/x'])(
    'on %s, which is no event',
    async (word) => {
      const { code, stderr } = await entities(word);
      expect(code).toBe(2);
      expect(stderr).toContain('arn:aws:health:');
    },
  );
});

test('accounts of which AWS tells nothing are named, those of many are read a hundred at a time', async () => {
  const accounts = Array.from({ length: 250 }, (_, index) => String(300_000_000_000 + index));
  const asked: string[][] = [];
  const told: string[] = [];
  const api = {
    listParts: async () => accounts,
    listEntities: async (_arn: string, some: string[]) => {
      asked.push(some);
      return {
        found: new Map(some.slice(1).map((account) => [account, [{ entityValue: 'i-1' }]])),
        errors: [],
      };
    },
  };
  const found = await readEntities(api, ARN, (text) => void told.push(text));

  expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(told).toEqual(['100 of 250 accounts …', '200 of 250 accounts …']);
  expect(found?.unanswered).toEqual([accounts[0], accounts[100], accounts[200]]);
  expect(found?.entities).toHaveLength(247);
});
