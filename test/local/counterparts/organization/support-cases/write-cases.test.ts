import {
  AddCommunicationToCaseCommand,
  CreateCaseCommand,
  type CreateCaseCommandInput,
  ResolveCaseCommand,
} from '@aws-sdk/client-support';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addCaseId, resolveCase } from '#local/counterparts/organization/change-cases.ts';
import type { SupportPlan } from '#local/counterparts/organization/world.ts';
import { HUB, MEMBER } from '#test/local/counterparts/organization/served-world.ts';
import { DAY_MS, HOUR_MS, type ServedCases, servedCases } from './asked-cases.ts';

let served: ServedCases;
beforeEach(async () => {
  served = await servedCases();
});
afterEach(() => served.close());

const WORDS = { subject: 'It fails', communicationBody: 'Why?', language: 'ja' };
const create = async (input: Partial<CreateCaseCommandInput> = {}) =>
  (await served.client.send(new CreateCaseCommand({ ...WORDS, ...input }))).caseId ?? '';
const reply = (caseId: string | undefined, communicationBody = 'More') =>
  served.client.send(new AddCommunicationToCaseCommand({ caseId, communicationBody }));
const resolve = (caseId: string, dryRun = false) =>
  served.client.send(new ResolveCaseCommand({ caseId, dryRun }));
const shown = async (caseId: string) =>
  (await served.ask({ caseIdList: [caseId], includeResolvedCases: true })).cases?.[0];
const names = () => served.events.map(({ detail }) => [detail['event-name'], detail['origin']]);

describe('CreateCase', () => {
  test('opens a case, whose display id only DescribeCases tells', async () => {
    const caseId = await create({ ccEmailAddresses: ['team@example.com'] });
    expect(caseId).toMatch(new RegExp(`^case-${MEMBER}-muja-\\d{4}-[0-9a-f]{16}$`));
    const found = await shown(caseId);
    expect(found).toMatchObject({ status: 'unassigned', language: 'ja', severityCode: 'low' });
    expect(found?.displayId).toMatch(/^\d{15}$/);
    expect(found?.recentCommunications?.communications?.[0]?.submittedBy).toBe(
      'reader (Role) <aws+payments-prod@example.com>',
    );
    expect(names()).toEqual([['CreateCase', '']]);
  });

  test('opens a second one when it is repeated', async () => {
    expect(await create()).not.toBe(await create());
    expect(served.support.cases).toHaveLength(2);
  });

  test.each<[Partial<CreateCaseCommandInput>, string]>([
    [{ subject: undefined }, 'ValidationException'],
    [{ communicationBody: '' }, 'ValidationException'],
    [{ communicationBody: 'x'.repeat(8001) }, 'ValidationException'],
    [{ ccEmailAddresses: Array.from({ length: 11 }, () => 'a@example.com') }, 'ValidationException'],
    [{ serviceCode: 'none' }, 'InvalidParameterValueException'],
    [{ serviceCode: 'billing', categoryCode: 'performance' }, 'InvalidParameterValueException'],
    [{ severityCode: 'critical' }, 'InvalidParameterValueException'],
    [{ issueType: 'other' }, 'InvalidParameterValueException'],
    [{ attachmentSetId: 'as-none' }, 'AttachmentSetIdNotFound'],
    [{ uploadIds: ['upload-none'] }, 'UploadIdNotFound'],
  ])('refuses %j', async (input, name) => {
    await expect(create(input)).rejects.toMatchObject({ name });
    expect(served.support.cases).toEqual([]);
  });

  test('lets those choose `critical` whose plan has it', async () => {
    const account = served.world.accounts.find(({ id }) => id === MEMBER);
    if (account) account.supportPlan = 'enterprise' satisfies SupportPlan;
    expect(await shown(await create({ severityCode: 'critical' }))).toMatchObject({
      severityCode: 'critical',
    });
  });

  test('opens ten within an hour, whatever other accounts do', async () => {
    served.open({ account: HUB }, 1000);
    for (let count = 0; count < 10; count += 1) await create();
    await expect(create()).rejects.toMatchObject({ name: 'CaseCreationLimitExceeded' });
    served.clock.advance(HOUR_MS);
    expect(await create()).toMatch(/^case-/);
  });

  test('opens nothing in a dry run, nor where it would fail', async () => {
    await expect(create({ dryRun: true })).rejects.toMatchObject({ name: 'DryRunOperationException' });
    await expect(create({ dryRun: true, serviceCode: 'none' })).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
    });
    expect([served.support.cases, served.events]).toEqual([[], []]);
  });
});

describe('AddCommunicationToCase', () => {
  test('adds a message, by any id of the case', async () => {
    const one = served.open();
    addCaseId(one);
    for (const caseId of one.caseIds) expect((await reply(caseId)).result).toBe(true);
    expect(one.communications).toHaveLength(3);
    expect(names()).toEqual([
      ['AddCommunicationToCase', 'CUSTOMER'],
      ['AddCommunicationToCase', 'CUSTOMER'],
    ]);
    expect(await shown(one.caseIds[0] ?? '')).toMatchObject({ status: 'customer-action-completed' });
  });

  test('needs a case of the account, though the model does not say so', async () => {
    const one = served.open({ account: HUB }, 1000);
    for (const caseId of [undefined, 'case-none', one.caseIds[0]])
      await expect(reply(caseId)).rejects.toMatchObject({ name: 'CaseIdNotFound' });
  });

  test.each([
    [13, true, 'reopened'],
    [15, true, 'resolved'],
    [13, false, 'resolved'],
  ])('to a case resolved %i days ago, reopening if it does (%s): %s', async (days, reopens, status) => {
    served.support.habits.repliesReopen = reopens;
    const one = served.open({}, 20 * DAY_MS);
    resolveCase(one, served.now() - days * DAY_MS);
    const [caseId = ''] = one.caseIds;
    await reply(caseId);
    expect(await shown(caseId)).toMatchObject({ status });
    expect(names().map(([name]) => name)).toEqual(
      status === 'reopened' ? ['ReopenCase', 'AddCommunicationToCase'] : ['AddCommunicationToCase'],
    );
  });
});

describe('ResolveCase', () => {
  test('resolves, and says from what', async () => {
    const [caseId = ''] = served.open().caseIds;
    expect(await resolve(caseId)).toMatchObject({
      initialCaseStatus: 'unassigned',
      finalCaseStatus: 'resolved',
    });
    expect(await shown(caseId)).toMatchObject({ status: 'resolved' });
    expect(await resolve(caseId)).toMatchObject({ initialCaseStatus: 'resolved' });
    expect(names()).toEqual([['ResolveCase', '']]);
  });

  test('resolves nothing in a dry run', async () => {
    const [caseId = ''] = served.open().caseIds;
    await expect(resolve(caseId, true)).rejects.toMatchObject({ name: 'DryRunOperationException' });
    expect(await shown(caseId)).toMatchObject({ status: 'unassigned' });
  });
});
