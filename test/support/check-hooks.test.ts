import { expect, test } from 'vitest';
import { checkSupport } from '#lib/support/check-support.ts';
import { hooksOf } from '#lib/support/hook-settings.ts';
import { Support } from '#lib/support/support-block.ts';
import { trackersOf } from '#lib/support/tracker-settings.ts';

const hub = { account: '111122223333', region: 'eu-central-1' };
const github = { kind: 'github', repository: 'example/cloud-support' } as const;

test.each([
  ['nobody may answer at all', undefined],
  ['somebody may by another tracker only', { actors: { desk: ['hanako'] } }],
  ['nobody is named', { actors: { ops: [] } }],
])('webhooks are of no use where %s', (_why, answers) => {
  const trackers = { ops: { ...github, hooks: true }, desk: github };
  const issues = checkSupport({ hub, support: { trackers, ...(answers ? { answers } : {}) } });

  expect(issues.map(({ path }) => path.join('.'))).toEqual(['support.trackers.ops.hooks']);
  expect(issues[0]?.message).toContain('support.answers.actors.ops');
});

test('they are where somebody may, and where they are off nobody needs to', () => {
  const check = (hooks: boolean, actors: object) =>
    checkSupport({ hub, support: { trackers: { ops: { ...github, hooks } }, answers: { actors } } });

  expect(check(true, { ops: ['hanako'] })).toEqual([]);
  expect(check(false, {})).toEqual([]);
});

test('a webhook that is sent has none that comes in', () => {
  const read = (tracker: object) => Support.safeParse({ trackers: { desk: tracker } });

  expect(read({ kind: 'webhook', hooks: true }).success).toBe(false);
  expect(read({ ...github, hooks: true }).success).toBe(true);
});

test('only the receiver is told which trackers have them, and where the secret of each is', () => {
  const support = Support.parse({ trackers: { ops: { ...github, hooks: true }, desk: github } });

  expect(hooksOf(support, 'ReeveHub')).toEqual([
    { tracker: 'ops', repository: 'example/cloud-support', secretName: '/ReeveHub/hooks/ops' },
  ]);
  expect(JSON.stringify(trackersOf(support, 'ReeveHub'))).not.toContain('hooks');
});

test('in AWS GovCloud (US) there are no function URLs, and that is said before anything is deployed', () => {
  const support = { trackers: { ops: { ...github, hooks: true } }, answers: { actors: { ops: ['hanako'] } } };
  const issues = checkSupport({ hub: { ...hub, region: 'us-gov-west-1' }, support });

  expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('has no function URLs')]);
});
