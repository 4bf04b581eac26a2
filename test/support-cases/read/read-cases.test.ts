import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addCaseId,
  answerCase,
  replyToCase,
  resolveCase,
} from '#local/counterparts/organization/change-cases.ts';
import { type ASupport, allOf, aSupport, HOUR_MS } from './a-support.ts';

const DAY_MS = 24 * HOUR_MS;
const OPEN = { includeResolved: false };

let aws: ASupport;
beforeAll(async () => {
  aws = await aSupport();
});
beforeEach(() => aws.empty());
afterAll(() => aws.close());

const cases = async (question: Parameters<Awaited<ReturnType<ASupport['open']>>['cases']>[0]) =>
  allOf((await aws.open()).cases(question));
const at = (ago: number) => new Date(aws.now() - ago).toISOString();

test('a case is read with all that AWS says of it, and its messages newest first', async () => {
  const opened = aws.openCase({ cc: ['team@example.com'], severityCode: 'high' });
  answerCase(opened, { body: 'Because.' }, opened.createdAt + 1000);

  expect(await cases(OPEN)).toEqual([
    {
      caseId: opened.caseIds[0],
      displayId: opened.displayId,
      subject: 'It fails',
      status: 'pending-customer-action',
      service: 'general-info',
      category: 'using-aws',
      severity: 'high',
      submittedBy: opened.submittedBy,
      createdAt: new Date(opened.createdAt).toISOString(),
      language: 'en',
      cc: ['team@example.com'],
      recent: {
        hasMore: false,
        messages: [
          {
            at: new Date(opened.createdAt + 1000).toISOString(),
            submittedBy: 'Amazon Web Services',
            body: 'Because.',
            attachments: [],
          },
          {
            at: new Date(opened.createdAt).toISOString(),
            submittedBy: `Developer (Role) <${opened.submittedBy}>`,
            body: 'Why?',
            attachments: [],
          },
        ],
      },
    },
  ]);
});

test('a Japanese case appears beside the English ones (cloudquery/cloudquery#11661)', async () => {
  aws.openCase({ language: 'ja', subject: '接続できません', displayId: '1' });
  aws.openCase({ displayId: '2' });

  const read = (await cases(OPEN)).map(({ displayId, language }) => [displayId, language] as const);
  expect(Object.fromEntries(read)).toEqual({ 1: 'ja', 2: 'en' });
});

test('a display id of fifteen digits stays what it is (Gregy/aws-support-cases-exporter)', async () => {
  aws.openCase({ displayId: '176962049400621' });

  expect((await cases({ displayId: '176962049400621' }))[0]?.displayId).toBe('176962049400621');
});

test('a case that was resolved just now is found by its display id, and not among the open ones', async () => {
  const { displayId, ...opened } = aws.openCase();
  resolveCase(aws.support.cases[0] ?? { displayId, ...opened }, aws.now() - 1);

  expect(await cases({ displayId })).toMatchObject([{ displayId, status: 'resolved' }]);
  expect(await cases(OPEN)).toEqual([]);
});

test('a case that AWS knows by two ids comes with both (sample-zendesk-aws-support-connector)', async () => {
  const opened = aws.openCase();
  const alias = addCaseId(opened);
  aws.support.habits.aliasesListed = true;

  expect((await cases(OPEN)).map(({ caseId, displayId }) => [caseId, displayId])).toEqual([
    [alias, opened.displayId],
    [opened.caseIds[1], opened.displayId],
  ]);
});

test('all pages are read, also after an empty one', async () => {
  for (let number = 1; number <= 23; number += 1) aws.openCase({ displayId: String(number) });
  Object.assign(aws.support.habits, { pageSize: 10, emptyPages: true });

  expect(new Set((await cases(OPEN)).map(({ displayId }) => displayId)).size).toBe(23);
});

test('a case that comes while the list is read makes none come twice', async () => {
  for (let number = 1; number <= 15; number += 1) aws.openCase({ displayId: String(number) });
  aws.support.habits.pageSize = 10;
  const read: string[] = [];
  for await (const page of (await aws.open()).cases(OPEN)) {
    read.push(...page.map(({ displayId }) => displayId));
    if (read.length === 10) aws.openCase({ displayId: 'new' }, 0);
  }

  expect(read.toSorted()).toEqual(Array.from({ length: 15 }, (_, index) => String(index + 1)).sort());
});

test.each(['empty', 'refused'] as const)(
  'a display id that AWS knows no more is an %s answer, and nobody is failed for it (fernweh58/aws-support-case-bot)',
  async (unknownDisplayId) => {
    aws.openCase({ displayId: '2' });
    aws.support.habits.unknownDisplayId = unknownDisplayId;

    expect(await cases({ displayId: '1' })).toEqual([]);
    expect(await cases({ displayId: '2' })).toHaveLength(1);
  },
);

describe.each(['cases', 'communications'] as const)('where times in a question are of %s', (timesAreOf) => {
  beforeEach(() => {
    aws.support.habits.timesAreOf = timesAreOf;
    aws.openCase({ displayId: 'before' }, 40 * DAY_MS);
    aws.openCase({ displayId: 'within' }, 20 * DAY_MS);
    aws.openCase({ displayId: 'after' }, 5 * DAY_MS);
    // Written to within the span.
    for (const one of aws.support.cases.slice(0, 2))
      replyToCase(one, { body: 'And?' }, aws.now() - 15 * DAY_MS);
  });
  const span = { includeResolved: true, createdAfter: '', createdBefore: '' };
  beforeEach(() => Object.assign(span, { createdAfter: at(30 * DAY_MS), createdBefore: at(10 * DAY_MS) }));

  test('a span brings the cases that were created in it', async () => {
    expect((await cases(span)).map(({ displayId }) => displayId)).toEqual(['within']);
  });

  test('what was written after the span may not be shown: there may be more', async () => {
    expect((await cases(span))[0]?.recent.hasMore).toBe(true);
  });

  test('a message from after the span proves that messages are not left out', async () => {
    for (const one of aws.support.cases.slice(0, 2)) replyToCase(one, { body: 'Still?' }, aws.now() - DAY_MS);

    expect((await cases(span))[0]?.recent.hasMore).toBe(false);
  });

  test('nothing is written after a span that ends now', async () => {
    expect((await cases({ ...span, createdBefore: at(0) })).map(({ recent }) => recent.hasMore)).toEqual([
      false,
      false,
    ]);
  });
});
