import { expect, test } from 'vitest';
import { checkSupport } from '#lib/support/check-support.ts';

const hub = { account: '111122223333', region: 'eu-central-1' };
const answersOf = (actors: Record<string, string[]>) => ({
  trackers: { ops: { kind: 'github' }, audit: { kind: 'webhook' } },
  answers: { actors },
});

test('actors are those of a tracker that can be read', () => {
  const paths = (name: string) =>
    checkSupport({ hub, support: answersOf({ [name]: ['hanako'] }) }).map(({ path }) => path.join('.'));

  expect(paths('ops')).toEqual([]);
  expect(paths('audit')).toEqual(['support.answers.actors.audit']);
  expect(paths('opps')).toEqual(['support.answers.actors.opps']);
  expect(paths('toString')).toEqual(['support.answers.actors.toString']);
});

test('in an Organization somebody has to let Reeve answer', () => {
  const check = (writerTargets: string[]) =>
    checkSupport({ hub, organization: { writerTargets }, support: answersOf({ ops: ['hanako'] }) });

  expect(check([])).toMatchObject([{ path: ['organization', 'writerTargets'] }]);
  expect(check(['ou-town-harbour1'])).toEqual([]);
});
