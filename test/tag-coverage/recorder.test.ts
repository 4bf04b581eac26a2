import { expect, test } from 'vitest';
import { type Recorder, recorderStanding } from '#lambdas/tag-coverage/blind/recorder.ts';
import { BUCKET, QUEUE } from '#test/tag-coverage/a-policy.ts';
import { RECORDS_ALL } from '#test/tag-coverage/a-sweep.ts';

const only = (...types: string[]): Recorder => ({
  ...RECORDS_ALL,
  records: { all: false, only: types, except: [], iam: false },
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
  ['one for all', [RECORDS_ALL], { kind: 'records', lacks: [], iam: [] }],
  ['one for some', [only(BUCKET)], { kind: 'records', lacks: [QUEUE], iam: [] }],
  ['two that complete each other', [only(BUCKET), only(QUEUE)], { kind: 'records', lacks: [], iam: [] }],
  [
    'one for some beside one that is stopped',
    [only(BUCKET), STOPPED],
    { kind: 'records', lacks: [QUEUE], iam: [] },
  ],
])('%s', (_, recorders, standing) => {
  expect(recorderStanding(recorders, [BUCKET, QUEUE])).toEqual(standing);
});

const ROLE = 'AWS::IAM::Role';
const IAM_TOO = { ...RECORDS_ALL, records: { ...RECORDS_ALL.records, iam: true } };
const NO_ROLES = { ...IAM_TOO, records: { ...IAM_TOO.records, except: [ROLE] } };

test.each<[string, Recorder[], string[]]>([
  ['one for some that does not name them', [only(BUCKET)], []],
  ['one for some that names them', [only(BUCKET, ROLE)], [ROLE]],
  ['one for all that leaves out IAM', [RECORDS_ALL], []],
  ['one for all and IAM', [IAM_TOO], [ROLE]],
  ['one for all but them', [NO_ROLES], []],
  ['two, one of which names them', [RECORDS_ALL, only(ROLE)], [ROLE]],
])('users and roles are recorded in one Region for all, and lacked by no other: %s', (_, recorders, iam) => {
  expect(recorderStanding(recorders, [BUCKET, ROLE])).toEqual({ kind: 'records', lacks: [], iam });
});
