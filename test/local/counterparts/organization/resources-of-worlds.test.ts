import { describe, expect, it } from 'vitest';
import { isAwsMade } from '#lambdas/contracts/tags/aws-made.ts';
import { largeEstate } from '#local/counterparts/organization/large-estate.ts';
import { largeWorld } from '#local/counterparts/organization/large-world.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { toResource } from '#local/counterparts/organization/resource-shapes.ts';

describe('the usual resources', () => {
  const { resources } = makeWorld();

  it('are some dozen in two accounts, each with an ARN of its own', () => {
    expect(resources.length).toBeGreaterThan(30);
    expect(new Set(resources.map(({ account }) => account))).toEqual(
      new Set(['111122223333', '444455556666']),
    );
    expect(new Set(resources.map(({ arn }) => arn)).size).toBe(resources.length);
  });

  it('have what life has: no tags, other spellings, blanks, tags of stacks, what AWS made', () => {
    const keys = resources.flatMap(({ tags }) => Object.keys(tags));
    expect(keys).toEqual(
      expect.arrayContaining(['owner', 'OWNER', 'cost-center', 'aws:cloudformation:stack-id']),
    );
    expect(resources.filter(({ tags }) => tags['Owner']?.trim() === '')).toHaveLength(2);
    expect(resources.filter(({ tags }) => Object.keys(tags).length === 0).length).toBeGreaterThan(5);
    expect(resources.filter(({ createdAt }) => createdAt === undefined)).not.toEqual([]);
    expect(resources.filter((one) => isAwsMade({ ...one })).length).toBe(12);
  });
});

describe('the large estate', () => {
  it('is spread over all accounts and four Regions, always the same', () => {
    const { world } = largeWorld();
    const estate = largeEstate(world, { resources: 20_000 });
    expect(estate).toEqual(largeEstate(world, { resources: 20_000 }));
    expect(estate).not.toEqual(largeEstate(world, { resources: 20_000, seed: 2 }));
    const places = new Set(estate.map(({ account, region }) => `${account}/${region}`));
    expect(places.size).toBe(1200);
    expect(new Set(estate.map(({ arn }) => arn)).size).toBe(estate.length);
    const full = estate.filter(({ tags }) => tags['Owner'] && tags['Environment'] && tags['CostCenter']);
    expect(full.length / estate.length).toBeCloseTo(0.77, 1);
  });

  it('shares its tags', () => {
    const estate = largeEstate(largeWorld().world, { resources: 5_000 });
    expect(new Set(estate.map(({ tags }) => tags)).size).toBeLessThanOrEqual(100);
  });
});

it('A type without a shape says what to do', () => {
  const plan = { account: '1', region: 'eu-west-1', type: 'AWS::Moon::Base', name: 'x' };
  expect(() => toResource(plan)).toThrow('resource-shapes.ts');
});
