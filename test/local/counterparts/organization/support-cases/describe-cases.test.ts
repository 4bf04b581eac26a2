import { DescribeCasesCommand } from '@aws-sdk/client-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addCaseId,
  answerCase,
  openCase,
  redactMessage,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { HUB, MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { DAY_MS, HOUR_MS, type ServedCases, servedCases } from './asked-cases.ts';

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
});
afterEach(() => served.close());

const subjects = async (input: Parameters<ServedCases['ask']>[0] = {}) =>
  ((await served.ask(input)).cases ?? []).map(({ subject }) => subject);

test('Each account has its own cases', async () => {
  served.open({ subject: 'of the member' });
  openCase(served.support, { account: HUB, subject: 'of the hub', body: 'x' }, served.now());
  expect(await subjects()).toEqual(['of the member']);
});

test('A case says what it is, in texts, and holds its messages', async () => {
  const opened = served.open({ displayId: '176962049400621', cc: ['team@example.com'] });
  const [shown] = (await served.ask()).cases ?? [];
  expect(shown).toEqual({
    caseId: opened.caseIds[0],
    displayId: '176962049400621',
    subject: 'It fails',
    status: 'unassigned',
    serviceCode: 'general-info',
    categoryCode: 'using-aws',
    severityCode: 'low',
    submittedBy: `aws+${MEMBER}@example.com`,
    timeCreated: new Date(opened.createdAt).toISOString(),
    ccEmailAddresses: ['team@example.com'],
    language: 'en',
    recentCommunications: {
      communications: [
        {
          caseId: opened.caseIds[0],
          body: 'Why?',
          submittedBy: `Developer (Role) <aws+${MEMBER}@example.com>`,
          timeCreated: new Date(opened.createdAt).toISOString(),
          attachments: [],
          attachmentSet: [],
        },
      ],
    },
  });
  const [without] = (await served.ask({ includeCommunications: false })).cases ?? [];
  expect(without).not.toHaveProperty('recentCommunications');
});

test('Resolved cases are hidden unless they are asked for', async () => {
  const one = served.open({ subject: 'resolved' });
  served.open({ subject: 'open' });
  resolveCase(one, served.now());
  expect(await subjects()).toEqual(['open']);
  expect(await subjects({ displayId: one.displayId })).toEqual([]);
  expect(await subjects({ displayId: one.displayId, includeResolvedCases: true })).toEqual(['resolved']);
  served.support.habits.displayIdFindsResolved = true;
  expect(await subjects({ displayId: one.displayId })).toEqual(['resolved']);
});

test('Without a language all are there, with one only its own (boto/boto3#4520)', async () => {
  served.open({ subject: 'English' }, 2 * HOUR_MS);
  served.open({ subject: '日本語', language: 'ja' });
  expect(await subjects()).toEqual(['日本語', 'English']);
  expect(await subjects({ language: 'en' })).toEqual(['English']);
  await expect(subjects({ language: 'xx' })).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });
});

test('Cases of more than 24 months ago are gone, and asking for them may be an error', async () => {
  const one = served.open({}, 800 * DAY_MS);
  const [caseId = ''] = one.caseIds;
  expect(await subjects()).toEqual([]);
  expect(await subjects({ displayId: one.displayId })).toEqual([]);
  await expect(subjects({ caseIdList: [caseId] })).rejects.toMatchObject({ name: 'CaseIdNotFound' });
  await expect(served.askFor({ caseId })).rejects.toMatchObject({ name: 'CaseIdNotFound' });
  served.support.habits.unknownDisplayId = 'refused';
  await expect(subjects({ displayId: one.displayId })).rejects.toMatchObject({ name: 'CaseIdNotFound' });
});

test('One display id may have two case ids, and each leads to the case', async () => {
  const one = served.open({ body: 'first' });
  const other = addCaseId(one);
  const shown = async (caseId: string) => (await served.ask({ caseIdList: [caseId] })).cases ?? [];
  for (const caseId of one.caseIds)
    expect(await shown(caseId)).toMatchObject([{ caseId, displayId: one.displayId }]);
  expect((await served.ask()).cases).toMatchObject([{ caseId: other }]);
  served.support.habits.aliasesListed = true;
  expect(new Set((await served.ask()).cases?.map(({ caseId }) => caseId))).toEqual(new Set(one.caseIds));
});

describe('Pages', () => {
  test('bring every case once, newest first', async () => {
    const opened = Array.from({ length: 25 }, (_, hour) => served.open({}, hour * HOUR_MS));
    served.support.habits.emptyPages = true;
    const shown = await served.everyCase({ maxResults: 10 });
    expect(shown.map(({ displayId }) => displayId)).toEqual(opened.map(({ displayId }) => displayId));
  });

  test('are of the list that they began with', async () => {
    for (let hour = 0; hour < 11; hour += 1) served.open({}, hour * HOUR_MS);
    const { nextToken } = await served.ask({ maxResults: 10 });
    const refused = { name: 'InvalidParameterValueException' };
    await expect(served.ask({ nextToken, language: 'en' })).rejects.toMatchObject(refused);
    const hub = served.clientIn('us-east-1', HUB);
    await expect(hub.send(new DescribeCasesCommand({ nextToken }))).rejects.toMatchObject(refused);
    expect((await served.ask({ nextToken })).cases).toHaveLength(1);
  });

  test.each([
    { maxResults: 9 },
    { maxResults: 101 },
    { caseIdList: Array.from({ length: 101 }, (_, index) => `case-${index}`) },
  ])('are asked for within bounds: %j', async (input) => {
    await expect(served.ask(input)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

test('A span of time is about cases, or about their messages: nobody knows', async () => {
  const one = served.open({}, 10 * DAY_MS);
  replyToCase(one, { body: 'again' }, served.now() - DAY_MS);
  const afterTime = new Date(served.now() - 2 * DAY_MS).toISOString();
  expect(await subjects({ afterTime })).toEqual([]);
  served.support.habits.timesAreOf = 'communications';
  expect(await subjects({ afterTime })).toEqual(['It fails']);
  expect(await subjects({ beforeTime: afterTime })).toEqual(['It fails']);
  await expect(subjects({ afterTime: 'yesterday' })).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
  });
});

test('Reads lag behind what happened', async () => {
  served.support.habits.readLagMs = 15_000;
  const one = served.open({}, 60_000);
  answerCase(one, { body: 'an answer' }, served.now());
  const shown = async () => (await served.ask()).cases ?? [];
  expect(await shown()).toMatchObject([{ status: 'unassigned' }]);
  expect((await shown())[0]?.recentCommunications?.communications).toHaveLength(1);
  served.open();
  served.clock.advance(16_000);
  const [newest, ...rest] = await shown();
  expect([newest?.status, ...rest.map(({ status }) => status)]).toContain('pending-customer-action');
});

test('AWS takes a secret out of an old message; the message is the same', async () => {
  const one = served.open({ body: 'key=abcdef' });
  const before = (await served.ask()).cases?.[0]?.recentCommunications?.communications?.[0];
  redactMessage(one, 'abcdef');
  const after = (await served.ask()).cases?.[0]?.recentCommunications?.communications?.[0];
  expect(after).toEqual({ ...before, body: expect.stringContaining('[REDACTED_BY_') as string });
});

test('A dry run is an error that says yes, and reads change nothing', async () => {
  const one = served.open();
  const before = structuredClone(served.world);
  await expect(served.ask({ dryRun: true })).rejects.toMatchObject({ name: 'DryRunOperationException' });
  await served.ask({ includeResolvedCases: true });
  await served.askFor({ caseId: one.caseIds[0] ?? '' });
  expect(served.world).toEqual(before);
});

test('Plan, throttling and permission are three different refusals', async () => {
  served.faults.throttle('support:DescribeCases', { times: 1 });
  await expect(served.ask()).rejects.toMatchObject({ name: 'ThrottlingException' });
  served.faults.deny('support:DescribeCases', { times: 1 });
  await expect(served.ask()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const account = served.world.accounts.find(({ id }) => id === MEMBER);
  if (account) account.supportPlan = 'basic';
  await expect(served.ask()).rejects.toMatchObject({ name: 'SubscriptionRequiredException' });
});
