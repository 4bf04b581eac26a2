import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allChecks } from '#bin/commands/doctor/all-checks.ts';
import settings from '#config';
import { COST_REPORTS } from '#lambdas/contracts/cost-tables.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import {
  actingRole,
  contextOfCall,
  grantsOf,
  isAllowed,
  isUsed,
  type Need,
  neededFor,
  needsOf,
  needsOfCall,
  resourcePolicyOf,
  roleOf,
} from '#test/scenarios/authorize.ts';
import { chapterOf, issueStory } from '#test/scenarios/health-story.ts';
import { playAdvisor } from '#test/scenarios/play-advisor.ts';
import { playAnswers } from '#test/scenarios/play-answers.ts';
import { playCosts } from '#test/scenarios/play-costs.ts';
import { playEcs } from '#test/scenarios/play-ecs.ts';
import { playEcsHistory } from '#test/scenarios/play-ecs-history.ts';
import { playSupport } from '#test/scenarios/play-support.ts';
import { moveAccount, playSweeps, poisonSweeps } from '#test/scenarios/play-sweeps.ts';
import { playTags } from '#test/scenarios/play-tags.ts';
import { synthesizeWith } from '#test/scenarios/synthesize-with.ts';

const doctor = allChecks.flatMap(({ actions }) => actions);
// Each action of the cost reader has a report that needs it; the tags' comes with the tag of the settings.
const reports = COST_REPORTS.filter((report) => !['tags', 'cost-categories'].includes(report));
const { assembly, remove } = synthesizeWith({
  ecs: settings.ecs && { ...settings.ecs, logLines: 3 },
  organization: settings.organization && { ...settings.organization, writerTargets: ['r-a1b2'] },
  support: settings.support && {
    ...settings.support,
    answers: { actors: { issues: ['hanako'] }, perHour: 10 },
  },
  costs: settings.costs && { ...settings.costs, reports, parquet: true },
});
let cloud: EmbeddedCloud;
const refused: string[] = [];

/** What AWS does with a role, not the function's code; each is in the policies for this reason. */
const USED_BY_AWS: Record<string, string> = {
  'logs:CreateLogStream': 'Lambda writes the log of a function with its role',
  'logs:PutLogEvents': 'Lambda writes the log of a function with its role',
  'sqs:ReceiveMessage': "Lambda's poller reads the queue with the function's role",
  'sqs:DeleteMessage': "Lambda's poller deletes what was handled with the function's role",
  'sqs:GetQueueAttributes': "Lambda's poller watches the queue with the function's role",
  'organizations:ListAccounts': 'AWS asks for it beside what the Health API does for an Organization',
  'sqs:GetQueueUrl': "CDK's grant for an on-failure destination; on dead letters only",
};

/** What the code calls where no scenario leads. */
const USED_ELSEWHERE: Record<string, string> = {
  's3:AbortMultipartUpload':
    'a file of several parts of 5 MiB that fails half-way; test/runtime/report-bucket.test.ts shows the call',
};

beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly, fires: ({ arn }) => !arn.includes('CostReports') });
  cloud.proxy.addHook({
    before: async (call, caller) => {
      const role = actingRole(cloud.estate, caller);
      for (const need of needsOfCall(call, cloud.hub)) {
        const policy = resourcePolicyOf(cloud.estate, need);
        if (await isAllowed(role, need, policy, contextOfCall(call))) continue;
        refused.push(`${caller.function} may not ${need.action} on ${need.resource}`);
        const body = JSON.stringify({ __type: 'AccessDeniedException', message: 'not authorized' });
        return { status: 400, headers: {}, body };
      }
      return undefined;
    },
  });
  let conflicts = 1;
  cloud.proxy.addHook({
    before: async (call, caller) => {
      if (!caller.function.includes('AlertDesk') || call.operation !== 'PutItem' || conflicts === 0) return;
      conflicts -= 1;
      return {
        status: 400,
        headers: {},
        body: JSON.stringify({ __type: 'ConditionalCheckFailedException' }),
      };
    },
  });
  await playEverything();
  await playEcs(cloud, cloud.settled);
  await playSweeps(cloud, cloud.settled);
  const inventory = cloud.estate.schedules.find(({ arn }) => arn.includes('EcsInventoryDaily'));
  await cloud.scheduler.trigger(inventory?.arn ?? 'the inventory of ECS');
  await playCosts(cloud, cloud.settled);
  await playEcsHistory(cloud, cloud.settled);
  await playTags(cloud, cloud.settled);
  await playAdvisor(cloud, cloud.settled);
  await playSupport(cloud);
  await playAnswers(cloud);
  await moveAccount(cloud, '111122223333');
  poisonSweeps(cloud);
  await cloud.settled();
}, 240_000);
afterAll(async () => {
  await cloud.stop();
  remove();
});

/** Posts, edits, waits, conflicts, retries, dead letters and the clock: every call that the code has. */
async function playEverything(): Promise<void> {
  const { slack, conversations } = cloud.products;
  const settle = () => cloud.settled();
  const event = (name: string, minutes: number, text: string, detail = {}) =>
    chapterOf(cloud.clock, name, { minutes, text, detail });

  slack.failNext(conversations['ops'] ?? '', 'rate_limited', 1);
  for (const chapter of issueStory(cloud.clock, 'PRIVILEGE')) await cloud.putEvent(chapter);
  await settle();
  cloud.clock.advance(60_000);
  await settle();
  await cloud.putEvent(event('SECURITY', 0, 'For security people.', { personas: ['SECURITY'] }));
  const many = Array.from({ length: 30 }, (_, index) => ({ entityValue: `i-${index}` }));
  for (const minute of [0, 1, 2, 3]) {
    await cloud.putEvent(event('EDITS', minute, `Update ${minute}.`, { affectedEntities: many }));
    await settle();
  }
  await cloud.putEvent({ ...event('BROKEN', 0, 'x'), detail: 'x' } as never);
  const alerts = cloud.estate.queues.find(({ name }) => /AlertsQueue/.test(name))?.name ?? '';
  const outbox = cloud.estate.queues.find(({ name }) => /OutboxQueue/.test(name))?.name ?? '';
  for (const queue of [alerts, outbox]) {
    cloud.queues.send(queue, { body: 'poison', groupId: 'poison', deduplicationId: queue });
  }
  await settle();
  for (let minute = 0; minute < 4; minute += 1) {
    cloud.clock.advance(60_000);
    await settle();
  }
  cloud.clock.advance(15 * 86_400_000);
  await settle();
}

describe('each role allows exactly what its function calls', () => {
  it('no call of the scenarios was refused by the policies of its role', () => {
    expect(refused).toEqual([]);
    expect(cloud.proxy.calls.length).toBeGreaterThan(100);
  });

  it('every granted action was called on its resource, or AWS itself uses it', () => {
    const unused = cloud.estate.functions.flatMap(({ name }) => {
      const calls = cloud.proxy.calls.filter(
        ({ caller }) => caller.function === name && caller.roleArn === undefined,
      );
      const used = calls.flatMap((call) => [...needsOf(call, call.resources, cloud.hub), ...neededFor(call)]);
      return grantsOf(roleOf(cloud.estate, name))
        .filter(({ action }) => !(action in USED_BY_AWS) && !(action in USED_ELSEWHERE))
        .filter((grant) => !isUsed(grant, used))
        .filter((grant) => !isOfAsynchronousFailure(grant, name))
        .map((grant) => `${name} may ${textOf(grant)}`);
    });
    expect(unused).toEqual([]);
  });

  it.each([
    { name: 'reeve-reader', others: doctor },
    { name: 'reeve-organization-reader', others: doctor },
    { name: 'reeve-cost-reader', others: [] },
  ])(
    'every action of $name, in other accounts, is called by a function or by the doctor',
    ({ name, others }) => {
      const roles = cloud.estate.roles.filter((role) => role.name === name);
      const arns = roles.map(({ arn }) => arn);
      const byFunctions = cloud.proxy.calls
        .filter(({ caller }) => caller.roleArn !== undefined && arns.includes(caller.roleArn))
        .flatMap((call) => needsOf(call, call.resources, cloud.hub).map(({ action }) => action));
      const used = new Set([...byFunctions, ...others]);
      const granted = new Set(roles.flatMap((role) => grantsOf(role).map(({ action }) => action)));

      expect(granted.size).toBeGreaterThan(0);
      expect([...granted].filter((action) => !used.has(action))).toEqual([]);
      expect(name === 'reeve-reader' || byFunctions.length > 0).toBe(true);
    },
  );

  it('an administrator may not open the raw store of cases, and the function may', async () => {
    const bucket = cloud.estate.buckets.find(({ logicalId }) => logicalId.includes('SupportCasesRaw'));
    const need = { action: 's3:GetObject', resource: `${bucket?.arn}/raw/111122223333/1/x.json` };
    const [sync] = cloud.estate.functions.filter(({ name }) => name.includes('SupportCasesSync'));
    const own = roleOf(cloud.estate, sync?.name ?? '');
    const all = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
    const administrator = {
      ...own,
      arn: own.arn.replace(/role\/.*$/, 'role/administrator'),
      policies: [all],
    };
    expect(await isAllowed(own, need, bucket?.policy)).toBe(true);
    expect(await isAllowed(administrator as typeof own, need, bucket?.policy)).toBe(false);
    expect(await isAllowed(administrator as typeof own, need)).toBe(true);
  });

  it('who mirrors cases may not open the raw store, nor write a case, and invokes nobody', async () => {
    const [mirror] = cloud.estate.functions.filter(({ name }) => name.includes('CaseTrackers'));
    const role = roleOf(cloud.estate, mirror?.name ?? '');
    const bucketOf = (word: string) =>
      cloud.estate.buckets.find(({ logicalId }) => logicalId.includes(word))?.arn;
    const cases = cloud.estate.tables.find(({ arn }) => arn.includes('SupportCasesRows'))?.arn ?? '';
    const mayRead = (word: string, key: string) =>
      isAllowed(role, { action: 's3:GetObject', resource: `${bucketOf(word)}/${key}` });
    expect(await mayRead('SupportCasesRedacted', 'redacted/111122223333/1/x.json')).toBe(true);
    expect(await mayRead('SupportCasesRedacted', 'audit/2026-11-23/x.json')).toBe(false);
    expect(await mayRead('SupportCasesRaw', 'raw/111122223333/1/x.json')).toBe(false);
    expect(await isAllowed(role, { action: 'dynamodb:Query', resource: cases })).toBe(true);
    expect(await isAllowed(role, { action: 'dynamodb:PutItem', resource: cases })).toBe(false);
    expect(grantsOf(role).map(({ action }) => action)).not.toContain('lambda:InvokeFunction');
  });

  it('a call outside the role is refused, so that the two checks above can fail', async () => {
    const [desk] = cloud.estate.functions.filter(({ name }) => name.includes('AlertDesk'));
    const table = cloud.estate.tables[0]?.arn ?? '';
    const role = roleOf(cloud.estate, desk?.name ?? '');
    expect(await isAllowed(role, { action: 'dynamodb:PutItem', resource: table })).toBe(true);
    expect(await isAllowed(role, { action: 'dynamodb:DeleteItem', resource: table })).toBe(false);
    expect(await isAllowed(role, { action: 'dynamodb:PutItem', resource: `${table}-other` })).toBe(false);
  });
});

/** Lambda sends a failed asynchronous event on with the function's role. */
function isOfAsynchronousFailure({ action, resource }: Need, functionName: string): boolean {
  const { onFailureArn } = cloud.estate.functions.find(({ name }) => name === functionName) ?? {};
  return action === 'sqs:SendMessage' && resource === onFailureArn;
}

function textOf({ action, resource }: Need): string {
  return `${action} on ${resource}`;
}
