import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import settings from '#config';
import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';
import { planRun } from '#lambdas/cost-reports/plan/plan-run.ts';
import { parseDecimal } from '#lambdas/runtime/decimal.ts';
import { costSettingsOf } from '#lib/costs/cost-settings.ts';
import { type CostsAtHand, costsAtHand } from '#test/commands/cost/costs-at-hand.ts';
import { startReeve } from '#test/commands/run-reeve.ts';

type Answer = {
  requests: number;
  spent: number;
  refused: { query: string; message: string }[];
  notes: string[];
  sums: { month: string; gross: string; credits: string; refunds: string; net: string }[];
  reports: { report: string; months: string[] }[];
};

let town: CostsAtHand;
beforeEach(async () => {
  town = await costsAtHand();
  delete town.world.hubStack;
});
afterEach(() => town.close());

/** Requests of a first run. */
function planned(set: RunSet): number {
  const costs = costSettingsOf(settings);
  if (!costs) throw new Error('reeve.config.ts has no costs');
  return planRun({ set, at: new Date().toISOString(), settings: costs }).expectedRequests;
}

const runHere = (set: RunSet, ...words: string[]) =>
  town.run(['run', '--set', set, '--out', town.folder, '--yes', ...words]);

test('without --yes it shows plan and price, and asks nothing', async () => {
  const { code, stdout, stderr } = await town.run(['run', '--out', town.folder]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(
    `A monthly run asks ${planned('monthly')} requests, $0.${String(planned('monthly')).padStart(2, '0')}.`,
  );
  expect(stdout).toContain(
    `Would run here, into the folder ${town.folder}.\nNothing was asked: add --yes to do it.`,
  );
  expect(town.proxy.calls).toEqual([]);
  await expect(readdir(town.folder)).rejects.toThrow('ENOENT');
});

test.each(['daily', 'monthly'] as const)(
  'a %s run here asks what was planned, tells of each request, and shows sums and reports',
  async (set) => {
    const count = planned(set);
    const { code, stdout, stderr } = await runHere(set);

    expect(code).toBe(0);
    expect(town.billed()).toBe(count);
    expect(stderr.match(/^\d+ of \d+ {2}[\w-]+ …$/gm)).toHaveLength(count);
    expect(stdout).toMatch(
      new RegExp(`^The run asked ${count} requests, \\$0\\.\\d\\d; this month ${count} of `),
    );
    expect(stdout).toMatch(/^MONTH +GROSS +CREDITS +REFUNDS +NET$/m);
    expect(stdout).toMatch(/^\d{4}-\d{2} so far( +-?[$<\d,.]+){4}$/m);
    expect(stdout).toMatch(new RegExp(`^services-${set} +\\d{4}-\\d{2}.* +Services by `, 'm'));
    expect(stdout).toContain(`cost pull --from ${town.folder}`);
  },
);

test('programs get exact sums, of which net is what the others come to', async () => {
  const { requests, spent, sums, reports } = JSON.parse((await runHere('daily', '--json')).stdout) as Answer;

  expect({ requests, spent }).toEqual({ requests: planned('daily'), spent: planned('daily') });
  expect(reports.map(({ report }) => report)).toContain('accounts-daily');
  expect(sums.length).toBeGreaterThan(1);
  for (const { gross, credits, refunds, net } of sums) {
    expect(parseDecimal(gross) + parseDecimal(credits) + parseDecimal(refunds)).toBe(parseDecimal(net));
  }
});

test('a further run goes on from the folder: what is final stays, what is replaced is kept', async () => {
  const first = JSON.parse((await runHere('monthly', '--json')).stdout) as Answer;
  const months = first.reports.find(({ report }) => report === 'services-monthly')?.months ?? [];
  const versionsOf = (month: string) =>
    readdir(join(town.folder, '.versions/exports/services-monthly', `${month}.csv`)).catch(() => []);
  await runHere('monthly');

  expect(await versionsOf(months.at(-1) ?? '')).toHaveLength(1);
  expect(await versionsOf(months[0] ?? '')).toHaveLength(0);
  expect(await readdir(town.folder)).toEqual(['.versions', 'exports', 'raw', 'state', 'tables']);
});

test('a run that is killed goes on under its name, and buys no page twice', async () => {
  let calls = 0;
  const killed = startReeve(
    ['cost', 'run', '--out', town.folder, '--yes'],
    town.environmentOf(town.world.managementAccount),
  );
  const closed = once(killed, 'close');
  const removeHook = town.proxy.addHook({
    before: async ({ service }) => {
      if (service === 'ce') calls += 1;
      if (service !== 'ce' || calls < 4) return undefined;
      killed.kill('SIGKILL');
      await closed;
      return 'hang-up';
    },
  });
  await Promise.all([text(killed.stdout), closed]);
  removeHook();
  const { code, stderr } = await runHere('monthly');

  expect(killed.signalCode).toBe('SIGKILL');
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^The run of \d{4}-\d\d-\d\dT[\d:]+Z goes on: what it has paid for is not asked again\.$/m,
  );
  expect(town.billed()).toBe(planned('monthly'));
});

test('what is refused is named, never nought, and the other reports are whole', async () => {
  town.faults.deny('ce:GetCostForecast');
  const { stdout, stderr } = await runHere('daily', '--json');
  const { requests, refused, reports } = JSON.parse(stdout) as Answer;
  const names = reports.map(({ report }) => report);

  expect(requests).toBe(planned('daily') - 1);
  expect(names).toContain('services-daily');
  expect(names).not.toContain('forecast');
  expect(refused).toMatchObject([
    { query: 'forecast', message: expect.stringContaining('ce:GetCostForecast') as string },
  ]);
  expect(stderr).toMatch(/^3 of 3 {2}forecast: .*ce:GetCostForecast/m);
});

test('a run that made nothing fails, and what it paid for is no nought', async () => {
  town.world.costs.switches.pageSize = 1;
  const { code, stdout, stderr } = await runHere('daily');
  const { caps } = costSettingsOf(settings) ?? {};

  expect(code).toBe(1);
  expect(town.billed()).toBe(caps?.run);
  expect(stdout).toContain(`The run asked ${caps?.run} requests, $0.60; this month ${caps?.run} of `);
  expect(stdout).toMatch(/^- Refused: services-daily, accounts-daily, forecast\. .*costs\.caps\.run/m);
  expect(stdout).toContain('There are no reports yet.');
  expect(stderr).toContain('The run made no report: see what was refused.');
});

test('a folder that is a file is no trouble of the network', async () => {
  await writeFile(town.folder, '');
  const { code, stderr } = await runHere('daily');

  expect(code).toBe(1);
  expect(stderr).toContain(`${town.folder}: this folder cannot be made (EEXIST). Name another one (--out).`);
});

test('credentials of another account are told what they see', async () => {
  const words = ['run', '--set', 'daily', '--out', town.folder, '--yes'];
  const { stderr } = await town.run(words, { account: town.world.hubAccount });

  expect(stderr).toContain(
    `These credentials are of ${town.world.hubAccount}, not of ${town.world.managementAccount}: AWS shows the costs of ${town.world.hubAccount} alone.`,
  );
});

describe('without --out', () => {
  test('and without a deployment the folder is reeve-costs, and why is told', async () => {
    const { stdout, stderr } = await town.run(['run']);

    expect(stdout).toContain('Would run here, into the folder reeve-costs.');
    expect(stderr).toContain(`There is no stack ReeveHub in ${town.world.homeRegion}`);
    expect(stderr).toContain(`whether Reeve is deployed in ${town.world.hubAccount} is not seen`);
  });

  test('a deployment without cost reports is not run beside: that must be asked for', async () => {
    town.world.hubStack = { name: 'ReeveHub', status: 'UPDATE_COMPLETE', outputs: {}, tags: {} };
    const { code, stderr } = await town.run(['run', '--yes'], { account: town.world.hubAccount });

    expect(code).toBe(1);
    expect(stderr).toContain('ReeveHub in eu-central-1 has no reports of costs: npx cdk deploy ReeveHub');
    expect(stderr).toContain('To run here: --out reeve-costs.');
    expect(town.billed()).toBe(0);
  });

  test('where it may not be seen whether there is a deployment, nothing is asked', async () => {
    town.faults.deny('cloudformation:DescribeStacks');
    const { code, stderr } = await town.run(['run', '--yes'], { account: town.world.hubAccount });

    expect(code).toBe(1);
    expect(stderr).toContain('AWS refused: AccessDenied');
    expect(town.billed()).toBe(0);
  });
});

test('--set of another name is wrong use', async () => {
  expect(await town.run(['run', '--set', 'hourly'])).toMatchObject({
    code: 2,
    stderr: '--set must be daily or monthly.\n',
  });
});
