import {
  answerCase,
  newAttachment,
  openCase,
  redactMessage,
  replyToCase,
  resolveCase,
  setStatus,
} from './change-cases.ts';
import { askPermit } from './change-permits.ts';
import { longThread } from './usual-case-thread.ts';
import type { WorldAccount } from './world.ts';
import { USUAL_HABITS, type WorldSupport } from './world-cases.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MEGABYTE = 1024 * 1024;

type Places = { central: string[]; regions: string[] };

/** Cases of three accounts: open and resolved, in two languages, short and long, one for the bills. */
export function usualCases(accounts: WorldAccount[], { central }: Places, now: number): WorldSupport {
  const support: WorldSupport = {
    cases: [],
    permitRequests: [],
    attachmentSets: {},
    uploads: {},
    habits: structuredClone(USUAL_HABITS),
  };
  const active = accounts.filter(({ state }) => state === 'ACTIVE').map(({ id }) => id);
  const [management = ''] = central;
  const [first = '', second = first] = [...active.filter((id) => !central.includes(id)), ...active];
  openDatabaseCase(support, first, now);
  openFunctionCase(support, second, now);
  openInstanceCase(support, first, now);
  openBillingCase(support, management, now);
  openResolvedCase(support, second, now);
  return support;
}

/** Waits for us; its file is larger than one of the two ways to fetch it allows. */
function openDatabaseCase(support: WorldSupport, account: string, now: number): void {
  const { opened } = openCase(
    support,
    {
      account,
      displayId: '176401120034417',
      subject: 'Connections to ledger-db drop every night',
      serviceCode: 'amazon-relational-database-service-postgresql',
      categoryCode: 'connectivity',
      severityCode: 'high',
      body: 'Since Monday all connections to ledger-db in eu-central-1 end at 02:10 UTC.\nWe used password=Winter-Boat-77 for the test user.',
      attachments: [newAttachment({ fileName: 'postgresql.log', bytes: 6 * MEGABYTE })],
    },
    now - 2 * DAY_MS,
  );
  redactMessage(opened, 'Winter-Boat-77');
  setStatus(opened, 'work-in-progress', now - 2 * DAY_MS + 10 * MINUTE_MS);
  const body =
    'A parameter of your group ends idle sessions. May we look at the instance, and since when is it set?';
  answerCase(opened, { body }, now - 2 * DAY_MS + 50 * MINUTE_MS);
  askPermit(support, opened, ['rds:DescribeDBInstances'], now - 2 * DAY_MS + 55 * MINUTE_MS);
}

/** In Japanese; two answers between two readings. */
function openFunctionCase(support: WorldSupport, account: string, now: number): void {
  const { opened } = openCase(
    support,
    {
      account,
      displayId: '176394455501230',
      subject: '夜間バッチの Lambda がタイムアウトします',
      language: 'ja',
      serviceCode: 'aws-lambda',
      categoryCode: 'invocation',
      severityCode: 'normal',
      body: '毎晩 2 時(JST)に関数 nightly-batch がタイムアウトします。連絡先は hanako@example.com です。',
      attachments: [newAttachment({ fileName: '実行ログ.txt', data: LOG })],
    },
    now - 3 * DAY_MS,
  );
  answerCase(opened, { body: 'ログを確認しています。' }, now - 3 * DAY_MS + 2 * HOUR_MS);
  answerCase(opened, { body: '接続先の応答が遅いことが分かりました。' }, now - 3 * DAY_MS + 3 * HOUR_MS);
  replyToCase(opened, { body: 'ありがとうございます。設定を見直します。' }, now - 2 * DAY_MS);
}

/** More messages than a page holds; over by now, so that no tracker takes a minute and more for them. */
function openInstanceCase(support: WorldSupport, account: string, now: number): void {
  const { opened } = openCase(
    support,
    {
      account,
      displayId: '176224800091145',
      subject: 'Instances lose packets under load',
      serviceCode: 'amazon-elastic-compute-cloud-linux',
      categoryCode: 'performance',
      severityCode: 'low',
      cc: ['network-team@example.com'],
      body: 'Under load some of our instances lose packets. We will add what we measure.',
    },
    now - 23 * DAY_MS,
  );
  longThread(opened, now - 22 * DAY_MS);
  resolveCase(opened, now - DAY_MS);
}

function openBillingCase(support: WorldSupport, account: string, now: number): void {
  const { opened } = openCase(
    support,
    {
      account,
      displayId: '176371000277301',
      subject: 'A charge that we do not know',
      issueType: 'customer-service',
      serviceCode: 'billing',
      categoryCode: 'charge-inquiry',
      body: 'Our bill of October has a charge for support that we did not expect. Please call +49 30 5550100.',
    },
    now - 5 * DAY_MS,
  );
  setStatus(opened, 'work-in-progress', now - 4 * DAY_MS);
}

function openResolvedCase(support: WorldSupport, account: string, now: number): void {
  const { opened } = openCase(
    support,
    {
      account,
      displayId: '1763200417',
      caseIds: [`case-${account}-2026-5b1d0c9e7f3a4e21`, `case-${account}-muen-2026-5b1d0c9e7f3a4e21`],
      subject: 'How do we share an image with another account?',
      body: `We use the key ${FAKE_KEY} to encrypt it.`,
    },
    now - 12 * DAY_MS,
  );
  answerCase(
    opened,
    { body: 'Share the image and allow the account in the key’s policy.' },
    now - 11 * DAY_MS,
  );
  resolveCase(opened, now - 10 * DAY_MS);
}

/** Of the form of an access key, in pieces so that nobody takes it for one. */
const FAKE_KEY = ['AKIA', 'REEVE', 'SAMPLE', 'KEY77'].join('');
const LOG = Buffer.from('START\nTask timed out after 3.00 seconds\nEND\n').toString('base64');
