import { expect, test } from 'vitest';
import { type Recorder, recorderStanding } from '#lambdas/tag-coverage/blind/recorder.ts';
import { BUCKET, QUEUE } from '#test/tag-coverage/a-policy.ts';
import { RECORDS_ALL } from '#test/tag-coverage/a-sweep.ts';

const only = (...types: string[]): Recorder => ({
  ...RECORDS_ALL,
  records: { all: false, only: types, except: [] },
});
const INTERNAL = { ...RECORDS_ALL, isInternal: true };
const STOPPED = { ...RECORDS_ALL, isRecording: false };
const FAILING = { ...RECORDS_ALL, isFailing: true };

test.each<[string, Recorder[], object]>([
  ['no recorder', [], { kind: 'no-recorder' }],
  ['that of another service alone', [INTERNAL], { kind: 'no-recorder' }],
  ['a stopped one', [STOPPED], { kind: 'stopped' }],
  ['a stopped one beside that of another service', [STOPPED, INTERNAL], { kind: 'stopped' }],
  ['one that cannot deliver', [FAILING], { kind: 'failing' }],
  ['one for all', [RECORDS_ALL], { kind: 'records', lacks: [] }],
  ['one for some', [only(BUCKET)], { kind: 'records', lacks: [QUEUE] }],
  ['two that complete each other', [only(BUCKET), only(QUEUE)], { kind: 'records', lacks: [] }],
  ['one for some beside one that is stopped', [only(BUCKET), STOPPED], { kind: 'records', lacks: [QUEUE] }],
])('%s', (_, recorders, standing) => {
  expect(recorderStanding(recorders, [BUCKET, QUEUE])).toEqual(standing);
});

test('users and roles are recorded in one Region for all, and lacked by no other', () => {
  expect(recorderStanding([only(BUCKET)], [BUCKET, 'AWS::IAM::Role'])).toEqual({
    kind: 'records',
    lacks: [],
  });
});
