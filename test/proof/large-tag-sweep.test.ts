import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import settings from '#config';
import { largeEstate } from '#local/counterparts/organization/large-estate.ts';
import { type LargeWorld, largeWorld } from '#local/counterparts/organization/large-world.ts';
import type { WorldResource } from '#local/counterparts/organization/world-resources.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { trueCoverage } from '#test/proof/true-coverage.ts';
import { reportFiles } from '#test/scenarios/play-costs.ts';
import { synthesizeWith } from '#test/scenarios/synthesize-with.ts';

const RESOURCES = 200_000;
const REGIONS = ['eu-west-1', 'eu-north-1', 'us-east-1'];
/** Every so many pages of the aggregator one is refused for a time. */
const THROTTLED_EVERY = 20;
/** Of the function; its construct gives it more. */
const LIMIT_MEGABYTES = 512;
/** Lost and won tags between two sweeps, and no event told of it. */
const CHANGES = 500;

type Sweep = { seconds: number; megabytes: number; pages: number; throttled: number };

let large: LargeWorld;
let cloud: EmbeddedCloud;
let remove: () => void;
beforeAll(async () => {
  const app = synthesizeWith({ regions: REGIONS });
  remove = app.remove;
  large = largeWorld();
  large.world.resources = largeEstate(large.world, {
    resources: RESOURCES,
    regions: ['eu-central-1', ...REGIONS],
  });
  cloud = await startEmbeddedCloud({ assembly: app.assembly, world: large.world, fires: () => false });
  await trigger('AccountDirectoryDaily');
  await cloud.settled();
}, 300_000);
afterAll(async () => {
  await cloud?.stop();
  remove?.();
});

async function trigger(name: string) {
  const schedule = cloud.estate.schedules.find(({ arn }) => arn.includes(name));
  return cloud.scheduler.trigger(schedule?.arn ?? '');
}

/** One sweep of the built function, as its schedule starts it; a throttled aggregator is asked again. */
async function sweep(name: string): Promise<Sweep> {
  let [pages, throttled] = [0, 0];
  const end = cloud.organization.faults.throttle('config:SelectAggregateResourceConfig', {
    when: () => {
      pages += 1;
      const isThrottled = pages % THROTTLED_EVERY === 0;
      if (isThrottled) throttled += 1;
      return isThrottled;
    },
  });
  const started = performance.now();
  const outcome = await trigger('TagCoverageDaily');
  const seconds = Math.round((performance.now() - started) / 1000);
  end();
  expect(outcome.status, JSON.stringify(outcome)).toBe('ok');
  const megabytes = peakOf(cloud);
  process.stdout.write(
    `${name}: ${seconds} s, ${megabytes} MB at most, ${pages} pages, ${throttled} throttled\n`,
  );
  return { seconds, megabytes, pages, throttled };
}

/** In megabytes, the most that the function's process ever held. */
function peakOf({ functions }: EmbeddedCloud): number {
  const found = functions.sandboxes().filter(({ function: one }) => one.includes('TagCoverage'));
  const peaks = found.map(({ pid }) =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
  );
  return Math.round(Math.max(...peaks) / 1024);
}

const today = () => new Date(cloud.clock.now()).toISOString().slice(0, 10);
const linesOf = (key: string) =>
  gunzipSync(reportFiles(cloud).read(key))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string | number>);
const coverage = () =>
  linesOf(`tables/report=tag-coverage/month=${today().slice(0, 7)}/${today()}.ndjson.gz`);
const asked = () =>
  cloud.queues
    .names()
    .filter((name) => /RequiredTagsEventsQueue/.test(name))
    .flatMap((name) => cloud.queues.inspect(name))
    .map(({ body }) => JSON.parse(body) as { id: string });

describe(`${RESOURCES.toLocaleString('en-US')} resources of 300 accounts in four Regions`, () => {
  it('are counted as they are, by account, Region, type and key', async () => {
    const { megabytes, pages, throttled } = await sweep('First sweep');

    const found = Object.fromEntries(
      coverage().map(
        ({
          account_id,
          region,
          resource_type,
          tag_key,
          resources,
          compliant,
          missing,
          blank,
          wrong_value,
        }) => [
          [account_id, region, resource_type, tag_key].join(' '),
          [resources, compliant, missing, blank, wrong_value],
        ],
      ),
    );
    expect(found).toEqual(trueCoverage(large.world));
    expect(pages).toBeGreaterThan(RESOURCES / 100);
    expect(throttled).toBeGreaterThan(50);
    expect(megabytes).toBeLessThan(LIMIT_MEGABYTES);
    expect(asked()).toEqual([]);
  });

  it('name the one account and Region that nothing is seen of', () => {
    const document = JSON.parse(
      reportFiles(cloud).read(`exports/tag-coverage/${today()}.json`).toString(),
    ) as { provenance: { notes: string[]; partial: boolean } };
    const { account, region } = large.withoutRecorder;

    expect(document.provenance.partial).toBe(true);
    expect(document.provenance.notes.join('\n')).toMatch(
      new RegExp(`no recorder of AWS Config: [^;]*\\(?${account}\\)? in ${region}\\.`),
    );
    expect(document.provenance.notes.filter((note) => note.startsWith('Not seen'))).toHaveLength(1);
  });

  it('on the next day: what lost its tags unheard is looked at, and nothing else', async () => {
    cloud.clock.advance(86_400_000);
    const { lost } = changeUnheard(large);
    const { megabytes } = await sweep('Second sweep');

    expect(new Set(asked().map(({ id }) => id))).toEqual(new Set(lost.map(({ id }) => id)));
    expect(asked()).toHaveLength(CHANGES);
    const rows = coverage().filter(({ tag_key: key }) => key === '*');
    const truth = Object.entries(trueCoverage(large.world)).filter(([key]) => key.endsWith(' *'));
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(rows.map(({ compliant }) => Number(compliant)))).toBe(
      sum(truth.map(([, [, compliant]]) => compliant)),
    );
    expect(megabytes).toBeLessThan(LIMIT_MEGABYTES);
  });
});

/** Takes the tags of some, and tags others well: directly in the world, so that nobody tells. */
function changeUnheard({ world, suspended, withoutRecorder }: LargeWorld) {
  const isAsked = ({ account, region }: WorldResource) =>
    !suspended.includes(account) &&
    !(account === withoutRecorder.account && region === withoutRecorder.region);
  const hasTags = ({ tags }: WorldResource) => Object.keys(tags).length > 0;
  const good = { Owner: 'team-1', CostCenter: 'CC-1001', Environment: 'prod' };
  const isWell = ({ tags }: WorldResource) =>
    /^CC-\d{4}$/.test(tags['CostCenter'] ?? '') && Boolean(tags['Owner']?.trim());
  const lost = world.resources.filter((one) => isAsked(one) && isWell(one)).slice(0, CHANGES);
  const won = world.resources.filter((one) => isAsked(one) && !hasTags(one)).slice(0, CHANGES);
  for (const one of lost) one.tags = {};
  for (const one of won) one.tags = good;
  return { lost, won };
}

it('the sample requires what the truth is reckoned by', () => {
  expect(settings.tags?.required.map(({ key }) => key)).toEqual(['Owner', 'CostCenter', 'Environment']);
});
