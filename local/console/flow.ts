import type { SlackChange } from '#local/counterparts/slack/workspace.ts';
import type { Step } from '#local/journal.ts';
import { plainText } from './slack/inline.ts';
import { parseMrkdwn } from './slack/mrkdwn.ts';

/** Where on its way an event is. */
type Stage =
  | 'event'
  | 'rule'
  | 'queue'
  | 'schedule'
  | 'function'
  | 'ledger'
  | 'report'
  | 'secret'
  | 'send'
  | 'channel'
  | 'log';

/** One step on the way of an event. `at` is when it ended; `id` grows. */
export type FlowStep = {
  id: number;
  at: number;
  stage: Stage;
  text: string;
  failed: boolean;
  /** Shown only on request. */
  minor: boolean;
  durationMs?: number;
};

const STAGE_OF_SERVICE: Record<string, Stage> = {
  dynamodb: 'ledger',
  s3: 'report',
  sqs: 'queue',
  ssm: 'secret',
};

/** Between two steps that say as much. */
const MINOR =
  /^rule \S+ matched|^\S+ invoked |dynamodb:(?:GetItem|Query)|s3:(?:GetObject|ListObjectsV2|UploadPart)/;

/** A step of the journal in the words of the flow. */
export function toFlowStep({ at, kind, text, failed = false, durationMs }: Step): Omit<FlowStep, 'id'> {
  const duration = durationMs === undefined ? {} : { durationMs };
  const stage = stageOf(kind, text);
  const minor = stage === 'log' || stage === 'secret' || MINOR.test(text);
  return { at, text: wordsOf(text, stage), failed, stage, minor: minor && !failed, ...duration };
}

function wordsOf(text: string, stage: Stage): string {
  if (stage === 'rule') return text.replace(/^rule /, '');
  return stage === 'log' ? logWords(text) : text;
}

/** `name {"message":"Message failed","fields":["time"]}` → `name: Message failed, fields ["time"]`. */
function logWords(text: string): string {
  const [, name, json = ''] = /^(\S+) (\{.*\})$/s.exec(text) ?? [];
  try {
    const { level: _level, message, ...fields } = JSON.parse(json) as Record<string, unknown>;
    const words = Object.entries(fields).map(([field, value]) => `${field} ${JSON.stringify(value)}`);
    return `${name}: ${[message, ...words].join(', ')}`;
  } catch {
    return text;
  }
}

function stageOf(kind: Step['kind'], text: string): Stage {
  if (kind === 'internet') return 'send';
  if (kind !== 'call') return kind;
  return STAGE_OF_SERVICE[/^\S+ ([a-z0-9-]+):/.exec(text)?.[1] ?? ''] ?? 'function';
}

const VERBS = { posted: 'new message', edited: 'edited', reacted: 'reaction', deleted: 'deleted' };

/** What people see in a channel, as the last step of the flow. */
export function channelStep(
  { kind, message }: Pick<SlackChange, 'kind' | 'message'>,
  channel: string,
  at: number,
): Omit<FlowStep, 'id'> {
  const what = message.thread_ts && kind === 'posted' ? 'reply' : VERBS[kind];
  const pictures = (message.files ?? []).map(({ title }) => `picture “${title}”`);
  const words = [plainText(parseMrkdwn(message.text)), ...pictures].filter((each) => each !== '');
  const text = `${channel}: ${what}, ${words.join(', ')}`;
  return { at, stage: 'channel', failed: false, minor: false, text };
}
