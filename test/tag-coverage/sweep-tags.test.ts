import { describe, expect, test } from 'vitest';
import { NoReaderRoleError } from '#lambdas/runtime/errors.ts';
import { aPolicy, BUCKET, QUEUE } from '#test/tag-coverage/a-policy.ts';
import { aSweep, RECORDS_ALL } from '#test/tag-coverage/a-sweep.ts';
import { aSweptResource, BANK, GOOD, SHOP } from '#test/tag-coverage/a-swept-resource.ts';

const UNTAGGED = aSweptResource({ id: 'bare', tags: {} });

describe('the tables', () => {
  test('count what needs each key, and list what violates it, never-tagged resources too (cloud-custodian#10063, ministryofjustice/modernisation-platform#128)', async () => {
    const sweep = aSweep();
    sweep.world.resources = [
      aSweptResource(),
      UNTAGGED,
      aSweptResource({ id: 'near', tags: { team: 'shop', Environment: 'prod', owner: 'someone' } }),
      aSweptResource({
        id: 'odd',
        tags: { Owner: ' ', Environment: 'moon', 'aws:cloudformation:stack-name': 'cart' },
      }),
    ];
    expect(await sweep.take()).toMatchObject({ resources: 4, compliant: 1, blind: 0, rechecks: 0 });

    const counts = sweep.coverage().map(({ tag_key, ...row }) => [tag_key, row]);
    expect(Object.fromEntries(counts)).toMatchObject({
      Owner: { resources: 4, compliant: 1, missing: 2, blank: 1, wrong_value: 0, near_misses: 1, exempt: 0 },
      Environment: { resources: 4, compliant: 2, missing: 1, blank: 0, wrong_value: 1, near_misses: 0 },
      '*': { resources: 4, compliant: 1, missing: 2, blank: 1, wrong_value: 0, near_misses: 1, ou: '/prod' },
    });
    expect(
      sweep
        .violations()
        .map(({ resource_id, tag_key, problem, near_miss, found, owner, stack }) => [
          resource_id,
          tag_key,
          problem,
          near_miss ?? found,
          owner,
          stack,
        ]),
    ).toEqual([
      ['bare', 'Owner', 'missing', null, 'merchants', null],
      ['bare', 'Environment', 'missing', null, 'merchants', null],
      ['near', 'Owner', 'missing', 'owner', 'someone', null],
      ['odd', 'Owner', 'blank', null, 'merchants', 'cart'],
      ['odd', 'Environment', 'value', 'moon', 'merchants', 'cart'],
    ]);
    expect(sweep.csv().trim().split('\r\n')).toHaveLength(6);
  });

  test('leave out what AWS made, what is exempt and whom the policy is not meant for, and say how many', async () => {
    const sweep = aSweep();
    const when = { resources: ['scratch-*'] };
    sweep.world.policy = aPolicy({
      ous: ['/prod'],
      exemptions: [
        { reason: 'gone soon', owner: 'a', until: '2027-01-01T00:00:00Z', when },
        { reason: 'over', owner: 'a', until: '2026-11-01T00:00:00Z', when: {} },
      ],
    });
    sweep.world.resources = [
      aSweptResource(),
      aSweptResource({ id: 'scratch-1', tags: {} }),
      aSweptResource({ id: 'aws-controltower-logs', tags: {} }),
      aSweptResource({ account: BANK, id: 'vault', tags: {} }),
    ];
    await sweep.take();

    expect(sweep.coverage().at(-1)).toMatchObject({ tag_key: '*', resources: 1, compliant: 1, exempt: 1 });
    expect(sweep.violations()).toEqual([]);
    expect(sweep.notes()).toEqual([
      'Not counted: 1 resource that AWS made by itself.',
      'Not counted: 1 resource that an exemption holds for.',
      'Not counted: 1 resource that the policy is not meant for.',
    ]);
  });

  test('count what several Regions record but none has to itself once', async () => {
    const sweep = aSweep();
    const role = aSweptResource({ region: 'global', tags: {} });
    sweep.world.resources = [role, UNTAGGED, role];

    expect(await sweep.take()).toMatchObject({ resources: 2 });
  });

  test('are written anew by a second sweep of a day, and of a month what violates now', async () => {
    const sweep = aSweep();
    sweep.world.resources = [UNTAGGED];
    await sweep.take();
    const files = sweep.store.files.size;
    sweep.world.resources = [aSweptResource({ id: 'bare' })];
    await sweep.take();

    expect(sweep.store.files.size).toBe(files);
    expect(sweep.violations()).toEqual([]);
  });
});

describe('what AWS Config does not keep tags of', () => {
  const unproven = { settings: { policy: aPolicy(), unprovenTypes: [QUEUE], ownerKey: 'owner' } };
  const inbox = aSweptResource({ type: QUEUE, id: 'inbox', arn: 'arn:aws:sqs:::inbox', tags: {} });

  test('is not recorded, and neither counted nor violating (cloud-custodian#11060)', async () => {
    const sweep = aSweep();
    sweep.world.resources = [aSweptResource(), inbox];
    sweep.world.taggedArns = [inbox.arn ?? ''];

    expect(await sweep.take(unproven)).toMatchObject({ resources: 1, compliant: 1 });
    expect(sweep.violations()).toEqual([]);
    expect(sweep.notes()[0]).toMatch(/^Not recorded: AWS Config keeps no tags of AWS::SQS::Queue/);
    expect(sweep.page()).toContain('Not recorded');
    expect(sweep.told[0]?.summary).toContain('AWS::SQS::Queue');
  });

  test.each([
    ['nobody can show a tag of', [inbox], []],
    [
      'some resource bears one by its own word',
      [inbox, { ...inbox, id: 'outbox', tags: GOOD }],
      [inbox.arn ?? ''],
    ],
  ])('a type that %s is untagged where it is untagged', async (_, resources, taggedArns) => {
    const sweep = aSweep();
    Object.assign(sweep.world, { resources, taggedArns });
    await sweep.take(unproven);

    expect(sweep.violations().map(({ resource_id }) => resource_id)).toEqual(['inbox', 'inbox']);
  });

  test('is not asked of its service where a rule of AWS proves that tags are kept', async () => {
    const sweep = aSweep();
    sweep.world.resources = [inbox];
    sweep.world.taggedArns = [inbox.arn ?? ''];
    await sweep.take();

    expect(sweep.violations()).toHaveLength(2);
    expect(sweep.queries).toHaveLength(1);
  });
});

describe('what is not seen', () => {
  const refused = Object.assign(new Error('no'), { name: 'AccessDeniedException' });
  const broken = Object.assign(new Error('no'), { name: 'InternalError' });

  test('is named, and one account without a recorder stops nobody (superwerker#291)', async () => {
    const sweep = aSweep();
    sweep.world.resources = [aSweptResource()];
    const off = { ...RECORDS_ALL, isRecording: false };
    const some = { ...RECORDS_ALL, records: { all: false, only: [BUCKET], except: [], iam: false } };
    sweep.world.recorders = {
      [`${SHOP}/eu-central-1`]: [{ ...RECORDS_ALL, isInternal: true }],
      [`${SHOP}/eu-west-1`]: [off],
      [`${BANK}/eu-central-1`]: [some],
      [`${BANK}/eu-west-1`]: refused,
    };
    expect(await sweep.take()).toMatchObject({ resources: 1, blind: 4 });

    expect(sweep.notes()).toEqual([
      'Not seen, since no recorder of AWS Config: shop (111122223333) in eu-central-1.',
      'Not seen, since the recorder is stopped: shop (111122223333) in eu-west-1.',
      'Not seen, since the recorder leaves out some types (AWS::SQS::Queue): bank (444455556666) in eu-central-1.',
      'Not seen, since a policy refuses to be asked: bank (444455556666) in eu-west-1.',
    ]);
    expect(sweep.told[0]?.summary).toContain('the recorder is stopped: shop (111122223333)');
    expect(sweep.page()).toContain('the recorder is stopped');
    expect(sweep.reports).toEqual([]);
  });

  test('for want of the reader role is every Region of the account', async () => {
    const sweep = aSweep();
    await sweep.take({
      openAccount: async (account) => {
        if (account === BANK) throw new NoReaderRoleError('no role');
        return () => ({ recorders: async () => [RECORDS_ALL], hasTags: async () => false });
      },
    });
    expect(sweep.notes()).toEqual([
      'Not seen, since no role that the hub may read them with: bank (444455556666) in all Regions.',
    ]);
  });

  test('because AWS failed is an error when all else is written, with all its places', async () => {
    const sweep = aSweep();
    sweep.world.resources = [aSweptResource()];
    sweep.world.recorders = { [`${BANK}/eu-west-1`]: broken };

    await expect(sweep.take()).rejects.toThrow('Recorders of some accounts could not be read');
    expect(sweep.reports).toEqual([
      { message: 'Recorders could not be read', places: [`${BANK}/eu-west-1`] },
    ]);
    expect(sweep.store.written.at(-1)).toBe('state/tag-coverage/sweep.json.gz');
  });

  test('because the aggregator does not gather it is named too, and so is what it failed to', async () => {
    const sweep = aSweep();
    sweep.world.resources = [aSweptResource()];
    sweep.world.sources = [
      { account: SHOP, region: 'eu-west-1', status: 'FAILED' },
      { account: BANK, region: 'eu-west-1', status: 'OUTDATED' },
    ];
    await sweep.take();

    expect(sweep.notes()).toEqual([
      'Not seen, since the aggregator does not collect them: shop (111122223333) in eu-west-1; bank (444455556666) in eu-central-1.',
    ]);
  });

  test('in a Region that is new to the settings is asked without another word (SWO-GS/auto-tag#129)', async () => {
    const sweep = aSweep();
    const asked = new Set<string>();
    await sweep.take({
      regions: ['eu-central-1', 'ap-southeast-5'],
      openAccount: async () => (region) => {
        asked.add(region);
        return { recorders: async () => [], hasTags: async () => false };
      },
    });
    expect([...asked]).toEqual(['eu-central-1', 'ap-southeast-5']);
  });
});

test('no time for all pages is an error, and the former files stay', async () => {
  const sweep = aSweep();
  sweep.world.resources = [UNTAGGED];
  let asked = 0;

  await expect(sweep.take({ hasTime: () => (asked += 1) < 6 })).rejects.toThrow('No time was left');
  expect(sweep.store.files.size).toBe(0);
});

test('a query that fails fails the sweep, and nothing is remembered', async () => {
  const sweep = aSweep();
  sweep.world.resources = [UNTAGGED];
  const select = () => {
    throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
  };
  const sources = async function* () {
    yield [];
  };
  await expect(sweep.take({ aggregator: { select, sources } })).rejects.toThrow('slow down');
  expect(sweep.store.files.size).toBe(0);
  expect(sweep.told).toEqual([]);
});
