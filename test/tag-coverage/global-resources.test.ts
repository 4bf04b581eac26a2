import { describe, expect, test } from 'vitest';
import type { Recorder } from '#lambdas/tag-coverage/blind/recorder.ts';
import { aPolicy, BUCKET } from '#test/tag-coverage/a-policy.ts';
import { aFinding, aSweep, RECORDS_ALL } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, SHOP } from '#test/tag-coverage/a-swept-resource.ts';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';
const ROLE = 'AWS::IAM::Role';
const WITH_IAM: Recorder = { ...RECORDS_ALL, records: { ...RECORDS_ALL.records, iam: true } };

const bucket = aSweptResource();
const site = aSweptResource({ region: 'global', type: DISTRIBUTION, id: 'E1SITE', tags: {} });
const role = aSweptResource({ region: 'global', type: ROLE, id: 'AROA1', tags: {} });
const ACCELERATOR = 'AWS::GlobalAccelerator::Accelerator';
const accelerator = aSweptResource({ region: 'global', type: ACCELERATOR, id: 'arn:acc', tags: {} });

/** A sweep that has seen an account with a bucket the day before; recorders by Region. */
async function afterADay(recorders: Record<string, Recorder[]> = {}, seen = [bucket]) {
  const sweep = aSweep();
  sweep.world.policy = aPolicy({ types: [BUCKET, DISTRIBUTION, ROLE, ACCELERATOR] });
  for (const [region, some] of Object.entries(recorders)) sweep.world.recorders[`${SHOP}/${region}`] = some;
  const everything = aSweptResource({ region: 'global', type: DISTRIBUTION, id: 'E0OLD' });
  sweep.world.resources = [...seen, everything];
  await sweep.take();
  sweep.nextDay();
  return sweep;
}
const asked = ({ rechecks }: Awaited<ReturnType<typeof afterADay>>) =>
  rechecks.map(({ id, askIn, violates }) => [id, askIn, violates]);

describe('a global resource', () => {
  test('that violates anew is looked at where it is recorded, though its Region is not in the settings', async () => {
    const sweep = await afterADay();
    sweep.world.resources.push(site);

    expect(await sweep.take()).toMatchObject({ opened: 1, rechecks: 1 });
    expect(asked(sweep)).toEqual([['E1SITE', 'us-east-1', true]]);
  });

  test('that was told and no longer violates, or is gone, is looked at there', async () => {
    const sweep = await afterADay();
    sweep.world.findings = [aFinding(site)];
    await sweep.take();

    expect(asked(sweep)).toEqual([['E1SITE', 'us-east-1', undefined]]);
  });

  test('waits in its grace as any other does', async () => {
    const sweep = await afterADay();
    sweep.world.policy = { ...sweep.world.policy, graceDays: 2 };
    sweep.world.resources.push(site);
    for (let day = 0; day < 4; day += 1) {
      await sweep.take();
      sweep.nextDay();
    }
    expect(sweep.rechecks.map(({ id, at }) => [id, at.slice(0, 10)])).toEqual([['E1SITE', '2026-11-28']]);
  });

  test.each<[string, Record<string, Recorder[]>]>([
    ['its recorder is stopped', { 'us-east-1': [{ ...RECORDS_ALL, isRecording: false }] }],
    [
      'its recorder leaves it out',
      {
        'us-east-1': [{ ...RECORDS_ALL, records: { ...RECORDS_ALL.records, except: [DISTRIBUTION] } }],
      },
    ],
  ])('does not look mended where %s, however well other Regions are seen', async (_, recorders) => {
    const sweep = await afterADay(recorders);
    sweep.world.findings = [aFinding(site)];
    await sweep.take();

    expect(sweep.rechecks).toEqual([]);
    expect(sweep.notes()).toEqual([]);
  });

  test('of a service whose home is elsewhere is asked about there', async () => {
    const sweep = await afterADay();
    sweep.world.findings = [aFinding(accelerator)];
    await sweep.take();

    expect(asked(sweep)).toEqual([['arn:acc', 'us-west-2', undefined]]);
  });
});

describe('what IAM has is asked about', () => {
  test.each<[string, Record<string, Recorder[]>, string | undefined]>([
    ['nowhere, where no recorder takes it in', {}, undefined],
    ['in the Region whose recorder takes it in', { 'eu-west-1': [WITH_IAM] }, 'eu-west-1'],
    [
      'in the global Region, where that is one of several',
      { 'eu-west-1': [WITH_IAM], 'us-east-1': [WITH_IAM] },
      'us-east-1',
    ],
    [
      'in the Region that names it',
      {
        'eu-central-1': [
          { ...RECORDS_ALL, records: { all: false, only: [BUCKET, ROLE], except: [], iam: false } },
        ],
      },
      'eu-central-1',
    ],
  ])('%s', async (_, recorders, region) => {
    const sweep = await afterADay(recorders, [bucket, { ...role, id: 'AROA0' }]);
    sweep.world.resources.push(role);
    sweep.world.findings = [aFinding({ ...role, id: 'AROA2' })];
    await sweep.take();

    const expected = [
      ['AROA1', region, true],
      ['AROA2', region, undefined],
    ];
    expect(asked(sweep)).toEqual(region ? expected : []);
  });

  test('not in a Region that came too late to record it, whatever its recorder says', async () => {
    const sweep = await afterADay({ 'eu-south-2': [WITH_IAM] });
    sweep.world.findings = [aFinding(role)];
    await sweep.take({ regions: ['eu-central-1', 'eu-south-2'] });

    expect(sweep.rechecks).toEqual([]);
  });
});

test('a sample of a global type is asked for in the global Region, and not in one called global', async () => {
  const sweep = aSweep();
  sweep.world.policy = aPolicy({ types: [DISTRIBUTION] });
  sweep.world.resources = [site];
  const regions: string[] = [];
  await sweep.take({
    settings: { policy: sweep.world.policy, unprovenTypes: [DISTRIBUTION], ownerKey: 'owner' },
    openAccount: async () => (region) => ({
      recorders: async () => [RECORDS_ALL],
      hasTags: async () => regions.push(region) === 0,
    }),
  });

  expect(regions).toEqual(['us-east-1']);
});
