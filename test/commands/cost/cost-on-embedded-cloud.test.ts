import { afterAll, beforeAll, expect, test } from 'vitest';
import { RUN_GROUP } from '#bin/commands/cost/send-run.ts';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, world: makeWorld(), fires: () => false });
}, 60_000);
afterAll(() => cloud.stop());

const reeve = (words: string) => runReeve(['cost', ...words.split(' ')], environmentOf(cloud));
const billed = () => billedRequests(cloud.organization.world.costs.billed);

test('before the first run there is nothing to pull, and a run is only shown', async () => {
  const shown = await reeve('run --set daily');

  expect((await reeve('pull')).stderr).toMatch(
    /^There are no reports in s3:\/\/\S+: no run has ended yet\.$/m,
  );
  expect(shown.stdout).toMatch(
    /^Would run by ReeveHub, into s3:\/\/\S+\.\nNothing was asked: add --yes to do it\.$/m,
  );
  await cloud.settled();
  expect(billed()).toBe(0);
});

test('a run is sent to where the schedules send theirs, and its reports are pulled for nothing', async () => {
  const { code, stdout, stderr } = await reeve('run --set daily --yes');
  expect({ code, stderr }).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('Runs by ReeveHub') as string,
  });
  expect(stdout).toMatch(
    /^Sent, as run \d{4}-\d\d-\d\dT\d{6}Z-daily\. In some minutes: npm run reeve -- cost pull$/m,
  );
  await cloud.settled();
  const asked = billed();
  expect(asked).toBe(3);

  const pulled = await reeve('pull --report services-daily');
  expect(pulled.stderr).toContain('This reading asked 0.');
  expect(pulled.stdout).toMatch(/^Sum( +-?[$<\d,.]+){4}$/m);
  expect((await reeve('pull')).stdout).toMatch(/^accounts-daily /m);
  expect(billed()).toBe(asked);
});

test('the plan then knows the pages, and what the month has paid', async () => {
  const { stdout, stderr } = await reeve('plan --set daily');

  expect(stderr).toBe('');
  expect(stdout).toMatch(/a month, of which 3 are spent\.$/m);
});

test('runs of people and of schedules are one group, so that they never run side by side', () => {
  const schedules = cloud.estate.schedules.filter(({ targetArn }) =>
    targetArn.includes('CostReportsRunsQueue'),
  );

  expect(schedules.map(({ messageGroupId }) => messageGroupId)).toEqual([RUN_GROUP, RUN_GROUP]);
});
