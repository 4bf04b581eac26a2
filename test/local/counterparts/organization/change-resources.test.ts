import { expect, test } from 'vitest';
import {
  addResources,
  catchUp,
  deleteResource,
  tagResource,
  untagResource,
  watchResources,
} from '#local/counterparts/organization/change-resources.ts';
import { configItem } from '#local/counterparts/organization/config-item.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { toResource } from '#local/counterparts/organization/resource-shapes.ts';
import type { Recorder } from '#local/counterparts/organization/world.ts';
import { aResource } from './a-resource.ts';
import { HOME, MEMBER } from './served-world.ts';

function aWorld(recorder: Recorder) {
  const world = makeWorld();
  world.resources = [];
  const account = world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.recorders[HOME] = recorder;
  const told: string[] = [];
  const unwatch = watchResources(world, ({ name = '', changedAt }) => void told.push(`${name} ${changedAt}`));
  const add = (name: string, at: number) => {
    const plan = toResource({ account: MEMBER, region: HOME, type: 'AWS::EC2::Volume', name });
    const [added] = addResources(world, [plan], at);
    if (!added) throw new Error('Nothing was added');
    return added;
  };
  return { world, told, unwatch, add };
}

test('Every change is told, with its moment', () => {
  const { world, told, unwatch, add } = aWorld('recording');
  const volume = add('data', 1);
  tagResource(world, volume, { Owner: 'a', Stage: 'prod' }, 2);
  untagResource(world, volume, ['Owner'], 3);
  expect(volume).toMatchObject({ createdAt: 1, tags: { Stage: 'prod' }, wasTagged: true });
  deleteResource(world, volume, 4);
  unwatch();
  tagResource(world, volume, {}, 5);
  expect(told).toEqual(['data 1', 'data 2', 'data 3', 'data 4']);
});

test('Tags of one resource are not those of another that had the same', () => {
  const tags = { Owner: 'a' };
  const { world } = aWorld('recording');
  const [one, two] = [aResource('one', { tags }), aResource('two', { tags })];
  tagResource(world, one, { Owner: 'b' }, 1);
  expect([one.tags, two.tags, tags]).toEqual([{ Owner: 'b' }, { Owner: 'a' }, { Owner: 'a' }]);
});

test('A stopped recorder keeps what it saw until it starts again', () => {
  const { world, told, add } = aWorld('recording');
  const volume = add('old', 1);
  const account = world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.recorders[HOME] = 'stopped';
  const unseen = add('new', 2);
  tagResource(world, volume, { Owner: 'a' }, 3);
  tagResource(world, volume, { Owner: 'b' }, 4);
  expect(configItem(volume, 'stopped')).toMatchObject({ tags: {}, changedAt: 1 });
  expect(configItem(unseen, 'stopped')).toBeUndefined();

  if (account) account.recorders[HOME] = 'recording';
  told.length = 0;
  catchUp(world, { account: MEMBER, region: HOME });
  expect(told).toEqual(['old 4', 'new 2']);
  expect(configItem(volume, 'recording')).toMatchObject({ tags: { Owner: 'b' }, changedAt: 4 });
  expect(configItem(unseen, 'recording')).toMatchObject({ name: 'new' });
});
