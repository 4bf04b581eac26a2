import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import { countDeployment, type HubTemplate } from '#bin/commands/estimate/count-deployment.ts';
import { estimateInput } from '#bin/commands/estimate/estimate-input.ts';
import { estimateMonth, totalOf } from '#bin/commands/estimate/model.ts';
import { synthesizeHub } from '#bin/commands/estimate/synthesize-hub.ts';
import { workloads } from '#bin/commands/estimate/workloads.ts';
import settings from '#config';
import { functionNames } from '#lib/platform/bundle-functions.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const DOLLAR = 10n ** 10n;
const countOf = (over = settings) => countDeployment(synthesizeHub(over), functionNames());

async function reeve(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  return { code: await runCommandLine(commands, ['estimate', ...words], streams), ...said };
}

describe('what is counted', () => {
  test('is what would be deployed', () => {
    const file = readFileSync(join(ASSEMBLY, 'ReeveHub.template.json'), 'utf8');
    const deployed = JSON.parse(file) as HubTemplate;
    const ofType = (type: string) => Object.values(deployed.Resources).filter(({ Type }) => Type === type);
    const counted = countOf();

    expect(counted).toEqual(countDeployment(deployed, functionNames()));
    expect(counted.alarms).toBe(ofType('AWS::CloudWatch::Alarm').length);
    expect(counted.polledQueues + counted.polledFifoQueues).toBe(
      ofType('AWS::Lambda::EventSourceMapping').length,
    );
    expect(counted.polledFifoQueues).toBe(3);
    expect(counted.functions.map(({ capability }) => capability).sort()).toEqual(functionNames());
    expect(counted.functions.find(({ capability }) => capability === 'alert-clock')?.runs).toBe(43_200);
  });

  test('a capability without a block in the settings is not there', () => {
    const names = countOf(someSettings({ health: undefined })).functions.map(({ capability }) => capability);

    expect(names.sort()).toEqual(['alert-clock', 'alert-desk', 'chat-delivery']);
  });

  test('the work of every function is known', () => {
    expect(Object.keys(workloads).sort()).toEqual(functionNames());
  });
});

test('with every capability on, the hub rests below five dollars a month, and asks for costs for one more', () => {
  const lines = estimateMonth(estimateInput(settings, countOf(), { accounts: 0, regions: 4 }));
  const [asked, rest] = [true, false].map((isAsked) =>
    totalOf(lines.filter(({ price }) => (price === 'costRequests') === isAsked)),
  );

  expect(rest).toBeLessThan(5n * DOLLAR);
  expect(rest).toBeGreaterThan(2n * DOLLAR);
  expect(asked).toBeLessThan((11n * DOLLAR) / 10n);
  expect(asked).toBeGreaterThan((9n * DOLLAR) / 10n);
});

describe('the command', () => {
  test('shows four sizes side by side, with sums and assumptions', async () => {
    const { code, stdout } = await reeve();

    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^dollars a month +price +10 accounts +100 accounts +1,000 accounts +10,000 accounts$/m,
    );
    expect(stdout).toMatch(/^Paid by the other accounts, together( +[\d,]+\.\d\d){4}$/m);
    expect(stdout).toMatch(/^Total( +[\d,]+\.\d\d){4}$/m);
    expect(stdout).toContain('In members only heartbeats, evaluations and forwarded events cost something');
    expect(stdout).toContain('us-east-1, November 2026');
  });

  test('shows quantities and prices of one size', async () => {
    const { stdout } = await reeve('--accounts', '300', '--regions', '2');

    expect(stdout).toMatch(/^Heartbeats: events +18,000 +\$1\.00 per million events +0\.02$/m);
    expect(stdout).toContain('Members are 2 Regions of each account.');
  });

  test('--json adds up, in exact decimals', async () => {
    const { stdout } = await reeve('--json', '--accounts', '10000');
    const { estimates } = JSON.parse(stdout) as { estimates: { lines: { cost: string }[]; total: string }[] };
    const amount = (text: string) => BigInt(text.replace('.', '').padEnd(text.indexOf('.') + 10, '0'));
    const [estimate = { lines: [], total: '' }] = estimates;

    expect(estimate.lines.reduce((sum, { cost }) => sum + amount(cost), 0n)).toBe(amount(estimate.total));
  });

  test.each([['0'], ['-1'], ['1e3'], ['many']])('--accounts %s is wrong use', async (accounts) => {
    const { code, stderr } = await reeve(`--accounts=${accounts}`);

    expect(code).toBe(2);
    expect(stderr).toContain('--accounts must be a whole number');
  });
});
