import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toResource } from '#local/counterparts/organization/resource-shapes.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { AwsError } from '#local/proxy/aws-call.ts';
import { wellTagged } from '#local/well-tagged.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { reportFiles } from '#test/scenarios/play-costs.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const PAYMENTS = '111122223333';
const SHOP = '444455556666';
const DAY_MS = 86_400_000;
const TUESDAY = 2;

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: ({ arn }) => arn.includes('AlertClock') });
  const now = new Date(cloud.clock.now());
  const days = (TUESDAY + 7 - now.getUTCDay()) % 7;
  const tuesday = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + (days || 7), 4, 50);
  cloud.clock.advance(tuesday - now.getTime());
  await trigger('AccountDirectoryDaily');
  await cloud.settled();
}, 60_000);
afterAll(() => cloud.stop());

const trigger = (name: string) => {
  const schedule = cloud.estate.schedules.find(({ arn }) => arn.includes(name));
  return cloud.scheduler.trigger(schedule?.arn ?? '');
};
const roots = () =>
  cloud.products.slack
    .messages(cloud.products.conversations['ops'] ?? '')
    .filter(({ thread_ts }) => thread_ts === undefined);
const told = (word: string) => roots().filter((message) => JSON.stringify(message).includes(word));
const today = () => new Date(cloud.clock.now()).toISOString().slice(0, 10);
const notes = () => {
  const text = reportFiles(cloud).read(`exports/tag-coverage/${today()}.json`).toString();
  return (JSON.parse(text) as { provenance: { notes: string[] } }).provenance.notes.join('\n');
};
const rows = () =>
  gunzipSync(
    reportFiles(cloud).read(`tables/report=required-tags/month=${today().slice(0, 7)}/part-0.ndjson.gz`),
  ).toString();
const accountOf = (id: string) => {
  const account = cloud.organization.world.accounts.find((one) => one.id === id);
  if (!account) throw new Error(`The world has no account ${id}`);
  return account;
};

/** A sweep, and time enough for what it has looked at to be told. */
async function sweep(days = 1) {
  cloud.clock.advance(days * DAY_MS);
  const outcome = await trigger('TagCoverageDaily');
  for (let minute = 0; minute < 8; minute += 1) {
    await cloud.settled();
    cloud.clock.advance(60_000);
  }
  await cloud.settled();
  return outcome;
}

/** Somebody makes a bucket, and no event tells: nobody who watches the world hears of it. */
function makeUnheard(name: string, tags: Record<string, string> = {}): WorldResource {
  const place = { account: PAYMENTS, region: 'eu-west-1', type: 'AWS::S3::Bucket' };
  const changedAt = cloud.clock.now();
  const bucket = { ...toResource({ ...place, name, tags, createdAt: changedAt }), changedAt };
  cloud.organization.world.resources.push(bucket);
  return bucket;
}
let missed: WorldResource;

describe('a week of sweeps', () => {
  it('begins with a first look: what there was is counted, and told once as a whole', async () => {
    expect(await sweep(0)).toMatchObject({ status: 'ok' });

    expect(roots()).toHaveLength(1);
    expect(roots()[0]?.text).toMatch(/Required tags, a first look: \d+\.\d% of \d+ resources have them all/);
    expect(JSON.stringify(roots())).toMatch(/Not counted|lack something/);
    expect(rows()).toContain('"payments-scratch-111122223333"');
    expect(rows()).not.toContain('default-vpc');
    expect(notes()).not.toContain('Not seen');
  });

  it('opens what no event told of', async () => {
    missed = makeUnheard('unheard-receipts');
    expect(await sweep()).toMatchObject({ status: 'ok' });

    expect(told('unheard-receipts')).toHaveLength(1);
    expect(told('unheard-receipts')[0]?.text).not.toContain('✅');
    expect(roots()).toHaveLength(2);
  });

  it('closes nothing where it cannot see, and names the accounts and Regions', async () => {
    const world = cloud.organization.world;
    accountOf(PAYMENTS).recorders['eu-west-1'] = 'stopped';
    accountOf(SHOP).recorders['eu-central-1'] = 'none';
    const [aggregator] = world.aggregators;
    if (aggregator) aggregator.sources = { [`${SHOP}/eu-west-1`]: { status: 'FAILED' } };
    missed.tags = wellTagged(cloud.estate);
    expect(await sweep()).toMatchObject({ status: 'ok' });

    expect(notes()).toContain(`the recorder is stopped: payments-prod (${PAYMENTS}) in eu-west-1.`);
    expect(notes()).toContain(`no recorder of AWS Config: shop-dev (${SHOP}) in eu-central-1.`);
    expect(notes()).toContain(`does not collect them: shop-dev (${SHOP}) in eu-west-1.`);
    expect(told('unheard-receipts')[0]?.text).not.toContain('✅');

    accountOf(PAYMENTS).recorders['eu-west-1'] = 'recording';
    accountOf(SHOP).recorders['eu-central-1'] = 'recording';
    if (aggregator) delete aggregator.sources;
  });

  it('closes what was mended unseen, and opens nothing that was merely not seen', async () => {
    expect(await sweep()).toMatchObject({ status: 'ok' });

    expect(told('unheard-receipts')[0]?.text).toContain('✅');
    expect(roots()).toHaveLength(2);
    expect(notes()).not.toContain('Not seen');
  });

  it('names an account without the role, which rings nothing; one that AWS cannot answer of fails the run', async () => {
    const { faults } = cloud.organization;
    const end = faults.deny('sts:AssumeRole', { when: ({ body }) => body.includes(SHOP) });
    const quiet = await sweep();
    end();
    expect(quiet).toMatchObject({ status: 'ok' });
    expect(notes()).toContain(`no role that the hub may read them with: shop-dev (${SHOP}) in all Regions.`);

    const endFailure = faults.fail(
      'config:DescribeConfigurationRecorders',
      new AwsError('Teapot', 'No coffee'),
      {
        when: ({ region }) => region === 'eu-west-1',
      },
    );
    const outcome = await sweep(0);
    endFailure();
    expect(outcome).toMatchObject({
      status: 'error',
      errorMessage: expect.stringContaining('Recorders of some accounts could not be read') as string,
    });
    expect(notes()).toMatch(/AWS did not answer: .*payments-prod \(111122223333\) in eu-west-1/);
  });

  it('ends with a digest of how it went', async () => {
    accountOf(SHOP).recorders['eu-west-1'] = 'stopped';
    expect(await sweep(4)).toMatchObject({ status: 'ok' });

    const digest = roots().at(-1);
    expect(digest?.text).toMatch(/Required tags: \d+\.\d% of \d+ resources have them all/);
    expect(JSON.stringify(digest)).toContain(`the recorder is stopped: shop-dev (${SHOP}) in eu-west-1.`);
    expect(JSON.stringify(digest)).toMatch(/In this week \d+ resources? began to lack something/);
    expect(roots()).toHaveLength(3);

    await sweep();
    expect(roots()).toHaveLength(3);
  });
});

it('the page and the command line say what the sweep found', async () => {
  const page = reportFiles(cloud).read('exports/tag-coverage/latest.html').toString();
  const { code, stdout, stderr } = await runReeve(
    ['tags', 'report', '--by', 'account'],
    environmentOf(cloud),
  );

  expect(page).toContain(`<title>Required tags, ${today()}</title>`);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain(`Coverage of required tags by account, ${today()}`);
  expect(stdout).toMatch(/^payments-prod \(111122223333\) +\d+\.\d% /m);
  expect(stderr).toContain('Not seen, since the recorder is stopped: shop-dev');
});

it('nothing is left in the dead letters', () => {
  const left = cloud.queues
    .names()
    .filter(
      (name) =>
        /(?:TagCoverage|RequiredTags)\w*DeadLetters/.test(name) && cloud.queues.inspect(name).length > 0,
    );
  expect(left).toEqual([]);
});
