import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CostsAtHand, costsAtHand } from '#test/commands/cost/costs-at-hand.ts';
import { runReeve } from '#test/commands/run-reeve.ts';

type Answer = {
  plans: { set: string; expectedRequests: number; queries: { name: string; expectedPages: number }[] }[];
  month: { daily: number; monthly: number; requests: number; dollars: string };
  caps: { run: number; month: number };
  spent: number;
};

let town: CostsAtHand;
beforeAll(async () => {
  town = await costsAtHand();
});
afterAll(() => town.close());

const plan = (...words: string[]) => town.run(['plan', ...words], { account: town.world.hubAccount });
const planData = async (...words: string[]) => JSON.parse((await plan('--json', ...words)).stdout) as Answer;

test('both runs are shown request by request, with the price of a month', async () => {
  const { code, stdout } = await plan();
  const { month } = await planData();

  expect(code).toBe(0);
  expect(stdout).toContain(`A daily run asks 3 requests, $0.03.`);
  expect(stdout).toMatch(
    /^services-daily +\d{4}-\d\d-01 +\d{4}-\d\d-\d\d +1 {2}total-daily, services-daily$/m,
  );
  expect(stdout).toContain(
    `A month of the schedules: 30 × 3 + ${month.monthly} = ${month.requests} requests, $${month.dollars}.`,
  );
  expect(month.requests).toBe(90 + month.monthly);
});

test('one set can be asked for; programs get the plan with its price', async () => {
  const { plans, month } = await planData('--set', 'monthly');

  expect(plans.map(({ set }) => set)).toEqual(['monthly']);
  expect(plans[0]?.queries).toHaveLength(plans[0]?.expectedRequests ?? -1);
  expect(month.dollars).toBe((month.requests / 100).toFixed(2));
});

test('what former runs of the deployment asked is reckoned with', async () => {
  const { reportBucket } = await import('#lambdas/runtime/report-bucket.ts');
  const { writeJson } = await import('#lambdas/runtime/report-store.ts');
  const bucket = reportBucket('town-reports');
  const month = new Date().toISOString().slice(0, 7);
  await writeJson(bucket, 'state/cost-reports/state.json', { months: {}, pages: { 'accounts-daily': 7 } });
  await writeJson(bucket, `state/cost-reports/requests-${month}.json`, { total: 395, runs: {} });
  const { stdout, stderr } = await plan('--set', 'daily');

  expect(stderr).toBe('');
  expect(stdout).toContain('A daily run asks 9 requests, $0.09.');
  expect(stdout).toMatch(/^accounts-daily .* 7 {2}accounts-daily/m);
  expect(stdout).toContain('It would stop at 5, since 395 of the 400 of this month are spent');
  expect(stdout).toContain('400 a month, of which 395 are spent.');
});

describe('where nothing can be read each request is one page, and why is told', () => {
  test('without credentials', async () => {
    const { AWS_ENDPOINT_URL, AWS_REGION } = town.environmentOf(town.world.hubAccount);
    const { code, stdout, stderr } = await runReeve(['cost', 'plan'], { AWS_ENDPOINT_URL, AWS_REGION });

    expect(code).toBe(0);
    expect(stdout).toContain('A daily run asks 3 requests, $0.03.');
    expect(stderr).toMatch(/each request is taken for one page. There are no AWS credentials/);
  });

  test('without a deployment', async () => {
    const { stdout, stderr } = await plan('--stack', 'Elsewhere', '--set', 'daily');

    expect(stdout).toContain('A daily run asks 3 requests');
    expect(stderr).toMatch(/^There is no stack Elsewhere in .*\nEach request is taken for one page\.\n$/);
  });

  test('without the permission to look', async () => {
    const end = town.faults.deny('cloudformation:DescribeStacks');
    const { code, stderr } = await plan('--set', 'daily');
    end();

    expect(code).toBe(0);
    expect(stderr).toContain('each request is taken for one page. AWS refused: AccessDenied');
  });
});

test('Cost Explorer is never asked', () => {
  expect(town.proxy.calls.filter(({ service }) => service === 'ce')).toEqual([]);
});
