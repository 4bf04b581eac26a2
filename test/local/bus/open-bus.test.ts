import { expect, test, vi } from 'vitest';
import type { TargetResult } from '#local/attempts.ts';
import { openBus } from '#local/bus/open-bus.ts';
import { Clock } from '#local/clock.ts';
import type { LambdaFunction, Rule } from '#local/estate.ts';
import { emptyEstate } from '#local/template/empty-estate.ts';

const START = Date.parse('2026-11-03T10:00:00Z');
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const BUS = arn('events', 'event-bus/hub');
const FUNCTION = arn('lambda', 'function:listen');
const RULE = arn('events', 'rule/hub/parcels');

const rule: Rule = {
  logicalId: 'Parcels',
  name: 'parcels',
  arn: RULE,
  busArn: BUS,
  enabled: true,
  pattern: { source: ['post.office'] },
  targets: [{ id: 'it', arn: FUNCTION, deadLetterArn: arn('sqs', 'undelivered') }],
};
const listen: LambdaFunction = {
  logicalId: 'Listen',
  name: 'listen',
  arn: FUNCTION,
  roleArn: arn('iam', 'role/listen'),
  codeDirectory: '/nowhere',
  handler: 'index.handler',
  environment: {},
  timeoutSeconds: 10,
  memoryMegabytes: 128,
  logGroup: 'listen',
  onFailureArn: arn('sqs', 'failed'),
  maximumRetryAttempts: 2,
};
const permission = {
  functionArn: FUNCTION,
  action: 'lambda:InvokeFunction',
  principal: 'events.amazonaws.com',
  sourceArn: RULE,
};
const OK = async (): Promise<TargetResult> => ({ status: 'ok' });
const FAIL = async (): Promise<TargetResult> => ({
  status: 'error',
  errorType: 'Unhandled',
  errorMessage: 'PermanentError: Message is unreadable',
});
const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

function aBus(invoke: () => Promise<TargetResult>, permissions: (typeof permission)[] = [permission]) {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  const clock = new Clock();
  const invoked = vi.fn(invoke);
  const sent: { queue: string; body: unknown }[] = [];
  const bus = openBus({
    estate: { ...emptyEstate(), rules: [rule], functions: [listen], permissions },
    clock,
    queues: {
      send: (queue, { body }) => {
        sent.push({ queue, body: JSON.parse(body) });
        return { messageId: 'some', duplicate: false } as never;
      },
    },
    invoke: invoked,
    onStep: () => {},
  });
  return {
    clock,
    invoked,
    sent,
    put: () =>
      bus.putEvents(BUS, [{ Source: 'post.office', DetailType: 'Parcel Moved', Detail: '{"parcel":7}' }]),
  };
}

test('a rule hands its function the event itself, and does not wait for it', async () => {
  const { invoked, put, sent } = aBus(() => new Promise(() => {}));

  expect(await put()).toEqual([{ EventId: expect.any(String) as string }]);
  expect(invoked).toHaveBeenCalledWith(
    FUNCTION,
    expect.objectContaining({ 'detail-type': 'Parcel Moved', detail: { parcel: 7 } }),
  );
  expect(sent).toEqual([]);
});

test('what fails is tried again after a minute and after two more, then goes to the destination with its error', async () => {
  const { clock, invoked, put, sent } = aBus(FAIL);
  await put();
  const tries = [];
  for (const seconds of [0, 59, 1, 119, 1]) {
    clock.advance(seconds * 1000);
    await settled();
    tries.push(invoked.mock.calls.length);
  }

  expect(tries).toEqual([1, 1, 2, 2, 3]);
  expect(sent).toMatchObject([
    {
      queue: 'failed',
      body: {
        requestContext: {
          functionArn: `${FUNCTION}:$LATEST`,
          condition: 'RetriesExhausted',
          approximateInvokeCount: 3,
        },
        requestPayload: { 'detail-type': 'Parcel Moved' },
        responsePayload: { errorType: 'Unhandled', errorMessage: 'PermanentError: Message is unreadable' },
      },
    },
  ]);
});

test('what works at the second attempt is not tried again', async () => {
  const { clock, invoked, put, sent } = aBus(OK);
  invoked.mockImplementationOnce(FAIL);
  await put();
  for (const minutes of [1, 10]) {
    clock.advance(minutes * 60_000);
    await settled();
  }

  expect(invoked).toHaveBeenCalledTimes(2);
  expect(sent).toEqual([]);
});

test('a host that is closed meanwhile is a failure as any other', async () => {
  const { clock, invoked, put } = aBus(() => Promise.reject(new Error('The Lambda host is closed')));
  await put();
  await settled();
  clock.advance(60_000);
  await settled();

  expect(invoked).toHaveBeenCalledTimes(2);
});

test.each([
  ['nobody', []],
  ['another rule', [{ ...permission, sourceArn: `${RULE}-2` }]],
  ['another service', [{ ...permission, principal: 's3.amazonaws.com' }]],
  ['those who ask for its settings', [{ ...permission, action: 'lambda:GetFunction' }]],
])('a function that lets in %s gets no event: it is a dead letter of the rule', async (_, permissions) => {
  const { invoked, put, sent } = aBus(OK, permissions);
  await put();

  expect(invoked).not.toHaveBeenCalled();
  expect(sent).toMatchObject([{ queue: 'undelivered', body: { detail: { parcel: 7 } } }]);
});
