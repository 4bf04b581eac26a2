import type { ResourcePlan } from './resource-shapes.ts';
import { toResource } from './resource-shapes.ts';
import type { World } from './world.ts';
import type { WorldResource } from './world-resources.ts';

export type LargeEstateOptions = {
  resources?: number;
  regions?: string[];
  /** Another one makes another estate. */
  seed?: number;
};

const TYPES = [
  'AWS::EC2::Volume',
  'AWS::EC2::Instance',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::SQS::Queue',
  'AWS::DynamoDB::Table',
  'AWS::RDS::DBInstance',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::SNS::Topic',
  'AWS::EC2::SecurityGroup',
];
const REGIONS = ['eu-central-1', 'eu-west-1', 'eu-north-1', 'us-east-1'];
const CREATED = Date.parse('2025-01-06T08:00:00Z');
const DAY = 24 * 60 * 60_000;
const CREATION_DAYS = 600;

/** Resources of the same tags hold the same object: there are some hundred, not one for each. */
const TAG_SETS = Array.from({ length: 100 }, (_, index) => tagsOf(index));

/** Resources for all accounts of a world, always the same for the same seed; about 70 in 100 are tagged well. */
export function largeEstate(
  { accounts }: Pick<World, 'accounts'>,
  { resources = 200_000, regions = REGIONS, seed = 1 }: LargeEstateOptions = {},
): WorldResource[] {
  const random = randomNumbers(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new RangeError('There is nothing to choose from');
    return item;
  };
  return Array.from({ length: resources }, (_, index) => {
    const createdAt = CREATED + Math.floor(random() * CREATION_DAYS) * DAY;
    const plan: ResourcePlan = {
      account: pick(accounts).id,
      region: pick(regions),
      type: pick(TYPES),
      name: `resource-${index}`,
      tags: pick(TAG_SETS),
      createdAt,
    };
    return { ...toResource(plan), changedAt: createdAt };
  });
}

function tagsOf(index: number): Readonly<Record<string, string>> {
  const Owner = `team-${index % 20}`;
  const CostCenter = `CC-${1000 + index}`;
  const Environment = ['prod', 'test', 'dev'][index % 3] ?? '';
  if (index < 70) return { Owner, Environment, CostCenter };
  if (index < 80) return { Owner, Environment };
  if (index < 85) return { owner: Owner, Environment, CostCenter };
  if (index < 88) return { Owner: ' ', Environment, CostCenter };
  if (index < 92) return { Owner, Environment, CostCenter: 'unknown' };
  return {};
}

/** Mulberry32: numbers from 0 to 1 that look random, and are always the same. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
