import { describe, expect, it } from 'vitest';
import { channelStep, toFlowStep } from '#local/console/flow.ts';
import { FlowRecord } from '#local/console/flow-record.ts';
import { plainName, plainNamesOf } from '#local/console/plain-name.ts';
import type { Step } from '#local/journal.ts';
import { emptyEstate } from '#local/template/empty-estate.ts';
import { aBucket } from '#test/local/object-store/serve-object-store.ts';

const flowOf = (kind: Step['kind'], text: string, fields: Partial<Step> = {}) =>
  toFlowStep({ at: 1, kind, text, ...fields });

describe('a step of the flow', () => {
  it.each([
    ['call', 'desk dynamodb:PutItem ledger 200', 'ledger', false],
    ['call', 'desk dynamodb:GetItem ledger 200', 'ledger', true],
    ['call', 'relay sqs:SendMessageBatch alerts 200', 'queue', false],
    ['call', 'delivery ssm:GetParameter /x 200', 'secret', true],
    ['call', 'costs s3:PutObject report bucket/exports/a.csv 200', 'report', false],
    ['call', 'costs s3:GetObject report bucket/state/a.json 200', 'report', true],
    ['internet', 'delivery POST slack.com/api/chat.postMessage 200', 'send', false],
    ['queue', 'alerts invoked 1 message', 'queue', true],
    ['rule', 'rule forward matched', 'rule', true],
    ['function', 'relay ran', 'function', false],
  ] as const)('%s "%s" belongs to %s', (kind, text, stage, minor) => {
    expect(flowOf(kind, text)).toMatchObject({ stage, minor });
  });

  it('is never left out when it failed', () => {
    expect(flowOf('log', 'relay oops', { failed: true })).toMatchObject({ minor: false, failed: true });
  });

  it('tells a log line in words', () => {
    const line = '{"level":"ERROR","message":"Message failed","fields":["time"]}';
    expect(flowOf('log', `relay ${line}`).text).toBe('relay: Message failed, fields ["time"]');
    expect(flowOf('log', 'relay {not json}').text).toBe('relay {not json}');
  });

  it('begins anew with each event', () => {
    const record = new FlowRecord();
    for (const kind of ['event', 'rule', 'event', 'queue'] as const) record.add(flowOf(kind, kind));
    expect(record.steps.map(({ id, stage }) => [id, stage])).toEqual([
      [3, 'event'],
      [4, 'queue'],
    ]);
  });
});

describe('a plain name', () => {
  it.each([
    ['ReeveHub-ChatDeliveryFunctionE7E43241', 'chat delivery function'],
    ['ReeveHub-AlertsQueue8B32A74D.fifo', 'alerts queue'],
    [
      'arn:aws:sqs:eu-central-1:000000000000:ReeveHub-AlertClockDeadLetters86D573CF',
      'alert clock dead letters',
    ],
    ['ReeveHub-AlertsQueue8B32A74D-a1B2c3D4e5F6.fifo', 'alerts queue'],
    ['StackSet-ReeveHub-global-0a1b-ForwardHealthEE5836E8-Z1B2c3D4e5F6', 'forward health'],
    ['ReeveMember-eu-central-1-ForwardHeartbeat820D562A-a1B2c3D4e5F6', 'forward heartbeat'],
    ['ReeveHub-ReportsMonthlyScheduleDB9E97A-a1B2c3D4e5F6', 'reports monthly schedule'],
    ['ReeveHubBus54BC7D0E', 'reeve hub bus'],
    ['ReeveHub', 'reeve hub'],
  ])('of %s is "%s"', (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  it('of a bucket, whose own has no capitals, is that of its template', () => {
    const name = 'reevehub-reportbucket577f0fcd-x1y2z3a4b5c6';
    const buckets = [aBucket({ name, logicalId: 'ReportBucket577F0FCD' })];
    expect(plainNamesOf({ ...emptyEstate(), buckets })(`s3:GetObject ${name}/a.csv`)).toBe(
      's3:GetObject report bucket/a.csv',
    );
  });
});

describe('the last step, in a channel', () => {
  it('names a picture, which has no words of its own', () => {
    const file = { id: 'F1', title: 'Costs by day', alt: 'Bars', src: 'data:,' };
    const common = { bot: 'B1', blocks: [], pings: [], reactions: [], deleted: false };
    const message = { ...common, ts: '2', thread_ts: '1', text: '', files: [file] };
    expect(channelStep({ kind: 'posted', message }, 'ops', 1).text).toBe(
      'ops: reply, picture “Costs by day”',
    );
  });
});
