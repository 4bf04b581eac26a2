import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import settings from '#config';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import type { RecordedCall } from '#local/proxy/recorded-call.ts';
import { type Crash, killAt, recover, timeless } from '#test/proof/kill-at.ts';
import { reportFiles, startCostRun, waitForDay } from '#test/scenarios/play-costs.ts';
import { synthesizeWith } from '#test/scenarios/synthesize-with.ts';

type Outcome = {
  /** All that lies in the bucket but counts of requests, without the moments that a retry moves. */
  files: Record<string, string>;
  digests: string[];
  billed: number;
  counted: number;
};

/** After these nothing is as before: a crash elsewhere finds, and leaves, what one after the last of them does. */
const EFFECTS = ['PutObject', 'GetCostAndUsage', 'GetCostForecast', 'SendMessageBatch'];

it('no crash of a run changes a file or the digest, and at most the page on its way is bought twice', async () => {
  const { assembly, remove } = synthesizeWith({
    costs: settings.costs && { ...settings.costs, reports: ['total', 'forecast'], tags: [] },
  });
  try {
    const undisturbed = await play(assembly);
    expect(undisturbed.billed).toBeGreaterThan(5);
    const crashes = crashesAt(undisturbed.calls);
    for (const [index, { isPage, ...crash }] of crashes.entries()) {
      const where = `killed ${crash.when} call ${crash.call}, ${crash.about}`;
      const { files, digests, billed, counted } = await play(assembly, crash);
      expect(digests, where).toEqual(undisturbed.digests);
      expect(files, where).toEqual(undisturbed.files);
      expect(billed - undisturbed.billed, `${where}: bought again`).toBe(isPage ? 1 : 0);
      expect(counted - billed, `${where}: counted beside`).toBeGreaterThanOrEqual(0);
      expect(counted - billed, `${where}: counted beside`).toBeLessThanOrEqual(1);
      if (index % 20 === 0) process.stdout.write(`${index} of ${crashes.length} crashes\n`);
    }
    expect(crashes.length).toBeGreaterThan(30);
  } finally {
    remove();
  }
});

/** Before the first call, and after each that has an effect. */
function crashesAt(calls: RecordedCall[]): (Crash & { about: string; isPage: boolean })[] {
  const name = calls[0]?.caller.function ?? '';
  const after = calls.flatMap(({ operation, resources, service }, index) =>
    EFFECTS.includes(operation)
      ? [
          {
            function: name,
            call: index + 1,
            when: 'after' as const,
            about: `${operation} ${resources.join()}`,
            isPage: service === 'ce',
          },
        ]
      : [],
  );
  return [{ function: name, call: 1, when: 'before', about: 'the first', isPage: false }, ...after];
}

async function play(assembly: string, crash?: Crash): Promise<Outcome & { calls: RecordedCall[] }> {
  const world = smallWorld();
  const cloud = await startEmbeddedCloud({ assembly, world, fires: () => false });
  const { isPending } = killAt(cloud, crash);
  try {
    waitForDay(cloud, 5);
    await startCostRun(cloud, 'daily');
    await cloud.settled();
    expect(isPending(), 'the call was not reached').toBe(false);
    await recover(cloud, () => true);
    const calls = cloud.proxy.calls.filter(({ caller }) => caller.function.includes('CostReports'));
    return { ...outcomeOf(cloud), calls };
  } finally {
    await cloud.stop();
  }
}

function outcomeOf(cloud: EmbeddedCloud): Outcome {
  const { keys, read } = reportFiles(cloud);
  const counters = keys('state/cost-reports/requests-');
  const counted = counters.map((key) => (JSON.parse(read(key).toString()) as { total: number }).total);
  const files = keys().filter((key) => !counters.includes(key));
  return {
    files: Object.fromEntries(files.map((key) => [key, textOf(key, read(key))])),
    digests: cloud.products.slack
      .messages(cloud.products.conversations['ops'] ?? '')
      .map(({ text, blocks, files: pictures = [] }) =>
        undated(JSON.stringify([text, blocks, pictures.map(({ src }) => src)])),
      ),
    billed: billedRequests(cloud.organization.world.costs.billed),
    counted: counted.reduce((sum, count) => sum + count, 0),
  };
}

function textOf(key: string, content: Buffer): string {
  if (key.endsWith('.png')) return content.toString('base64');
  return undated((key.endsWith('.gz') ? gunzipSync(content) : content).toString());
}

/** Words for people name the moment that Cost Explorer was asked; programs find how many requests were paid for. */
function undated(text: string): string {
  return timeless(text)
    .replaceAll(/(?:\d{1,2} [A-Z][a-z]+ \d{4},|\d{4}-\d\d-\d\d) \d\d:\d\d UTC/g, 'moment')
    .replaceAll(/\b\d+ billed requests? \(\$\d+\.\d\d\)/g, 'requests')
    .replaceAll(/"requests":\d+/g, '"requests":0');
}

/** Two accounts, some groups a page: several pages of each question. */
function smallWorld(): World {
  const world = makeWorld();
  world.accounts = world.accounts.slice(0, 2).map((one) => ({ ...one, joinedAt: '2025-01-01T00:00:00Z' }));
  world.costs.switches.pageSize = 220;
  return world;
}
