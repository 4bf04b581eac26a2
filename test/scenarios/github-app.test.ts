import { afterAll, beforeAll, expect, test } from 'vitest';
import settings from '#config';
import { openCase } from '#local/counterparts/organization/change-cases.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { settleCases, tellCases, wakeTrackers } from '#test/scenarios/play-support.ts';
import { synthesizeWith } from '#test/scenarios/synthesize-with.ts';

const PAYMENTS = '111122223333';
const HOUR_MS = 3_600_000;

const { assembly, remove } = synthesizeWith({
  support: settings.support && {
    ...settings.support,
    trackers: {
      issues: { ...settings.support.trackers['issues'], app: 'Iv23liReeve', accounts: [PAYMENTS] } as never,
    },
  },
});
let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly, fires: ({ arn }) => arn.includes('AlertClock') });
  cloud.organization.world.support.cases.splice(0);
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  remove();
});

const issues = () => {
  const { github, repository = '' } = cloud.trackers.githubs['issues'] ?? {};
  return github?.people.issues(repository) ?? [];
};

test('an App opens issues by its own login, and goes on when its token has ended', async () => {
  const { support } = cloud.organization.world;
  for (const subject of ['Writes are slow', 'Reads are slow']) {
    const { event } = openCase(
      support,
      { account: PAYMENTS, subject, body: 'Since 10:00 JST.' },
      cloud.clock.now(),
    );
    await tellCases(cloud, event);
    cloud.clock.advance(2 * HOUR_MS);
  }
  await wakeTrackers(cloud);
  await settleCases(cloud);

  expect(issues().map(({ title, user }) => [title.replace(/^\[.*\] /, ''), user.login])).toEqual([
    ['Writes are slow', 'reeve[bot]'],
    ['Reads are slow', 'reeve[bot]'],
  ]);
  expect(issues().flatMap(({ comments }) => comments.map(({ user }) => user.login))).toEqual([
    'reeve[bot]',
    'reeve[bot]',
  ]);
});
