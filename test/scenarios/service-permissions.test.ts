import { expect, it } from 'vitest';
import type { PolicyDocument, Role } from '#local/estate.ts';
import { HUB_STACK, hubOf } from '#local/hub-of.ts';
import { loadAssembly } from '#local/template/load-assembly.ts';
import { isAllowed, mayService } from '#test/scenarios/authorize.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

const { accountId, region } = hubOf(ASSEMBLY);
const estate = loadAssembly(ASSEMBLY, {
  accountId,
  region,
  queueUrl: (name) => `https://sqs.${region}.amazonaws.com/${accountId}/${name}`,
  stacks: [HUB_STACK],
});

const queuePolicy = (arn: string) => estate.queues.find((queue) => queue.arn === arn)?.policy;
const roleAt = (arn: string | undefined): Role => {
  const role = estate.roles.find((candidate) => candidate.arn === arn);
  if (!role) throw new Error(`No role ${arn}`);
  return role;
};
const mayAssume = (service: string, role: Role, context = {}) =>
  mayService(service, { action: 'sts:AssumeRole', resource: role.arn }, role.trust, context);
const maySend = (service: string, queue: string, context: Record<string, string>) =>
  mayService(service, { action: 'sqs:SendMessage', resource: queue }, queuePolicy(queue), context);

it('each rule may reach its targets and their dead letters, and no other rule may', async () => {
  for (const rule of estate.rules) {
    for (const target of rule.targets) {
      const fromRule = { 'aws:SourceArn': rule.arn };
      const queues = [target.arn, target.deadLetterArn].filter((arn) => arn?.includes(':sqs:'));
      for (const queue of queues as string[]) {
        expect(await maySend('events.amazonaws.com', queue, fromRule), queue).toBe(true);
        const other = { 'aws:SourceArn': `${rule.arn}-of-somebody-else` };
        expect(await maySend('events.amazonaws.com', queue, other), queue).toBe(false);
      }
      if (!target.arn.includes(':event-bus/')) continue;
      const role = roleAt(target.roleArn);
      expect(await mayAssume('events.amazonaws.com', role)).toBe(true);
      expect(await isAllowed(role, { action: 'events:PutEvents', resource: target.arn })).toBe(true);
    }
  }
});

it('each schedule may reach its function or queue and leave its failures, for this account only', async () => {
  for (const { roleArn, targetArn, deadLetterArn } of estate.schedules) {
    const role = roleAt(roleArn);
    expect(await mayAssume('scheduler.amazonaws.com', role, { 'aws:SourceAccount': accountId })).toBe(true);
    expect(await mayAssume('scheduler.amazonaws.com', role, { 'aws:SourceAccount': '999999999999' })).toBe(
      false,
    );
    const action = targetArn.includes(':sqs:') ? 'sqs:SendMessage' : 'lambda:InvokeFunction';
    expect(await isAllowed(role, { action, resource: targetArn })).toBe(true);
    const send = { action: 'sqs:SendMessage', resource: deadLetterArn ?? '' };
    expect(await isAllowed(role, send, queuePolicy(send.resource))).toBe(true);
  }
});

it('each function has a role that Lambda may assume and nobody else', async () => {
  for (const { roleArn } of estate.functions) {
    expect(await mayAssume('lambda.amazonaws.com', roleAt(roleArn))).toBe(true);
    expect(await mayAssume('ec2.amazonaws.com', roleAt(roleArn))).toBe(false);
  }
});

it('CloudWatch may publish alarms of this account to the topic', async () => {
  for (const { arn, policy } of estate.topics) {
    const publish = { action: 'sns:Publish', resource: arn };
    const from = (account: string) => ({ 'aws:SourceAccount': account });
    expect(await mayService('cloudwatch.amazonaws.com', publish, policy, from(accountId))).toBe(true);
    expect(await mayService('cloudwatch.amazonaws.com', publish, policy, from('999999999999'))).toBe(false);
  }
});

it('no queue takes a message without TLS', async () => {
  const plain = { 'aws:SecureTransport': 'false' };
  for (const { arn, policy } of estate.queues) {
    const open: PolicyDocument = { Statement: [...(policy?.Statement ?? []), OPEN] };
    const send = { action: 'sqs:SendMessage', resource: arn };
    expect(await mayService('events.amazonaws.com', send, open, plain), arn).toBe(false);
    expect(await mayService('events.amazonaws.com', send, open), arn).toBe(true);
  }
});

it('no bucket gives or takes a file without TLS', async () => {
  const plain = { 'aws:SecureTransport': 'false' };
  expect(estate.buckets).not.toEqual([]);
  for (const { arn, policy } of estate.buckets) {
    const open: PolicyDocument = { Statement: [...(policy?.Statement ?? []), OPEN] };
    for (const action of ['s3:GetObject', 's3:PutObject']) {
      const file = { action, resource: `${arn}/exports/costs/2026-10.html` };
      expect(await mayService('events.amazonaws.com', file, open, plain), action).toBe(false);
      // The raw store of cases opens to its function alone.
      const isShut = arn.includes('supportcasesraw') && action === 's3:GetObject';
      expect(await mayService('events.amazonaws.com', file, open), action).toBe(!isShut);
    }
  }
});

/** Beside it only a denial can refuse. */
const OPEN = { Effect: 'Allow' as const, Principal: '*', Action: ['sqs:*', 's3:*'], Resource: '*' };
