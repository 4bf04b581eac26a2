import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { expect, test } from 'vitest';
import { readRecorders } from '#lambdas/tag-coverage/blind/recorder-client.ts';
import { startLoopbackServer } from '#local/proxy/loopback-server.ts';

/** What the counterpart has no word for: recorders of former years, and those that cannot deliver. */
async function recordersOf(recorder: object, status: object) {
  const answers = [
    { ConfigurationRecorders: [{ name: 'default', ...recorder }] },
    { ConfigurationRecordersStatus: [{ name: 'default', recording: true, ...status }] },
  ];
  const server = await startLoopbackServer(async (_, response) => {
    response.end(JSON.stringify(answers.shift()));
  });
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const client = new ConfigServiceClient({ endpoint: server.url, region: 'eu-central-1', credentials });
  const [read] = await readRecorders(client);
  await server.close();
  return read;
}

test.each(['FAILURE', 'Failure'])(
  'a recorder whose last delivery was a %s is failing',
  async (lastStatus) => {
    expect(await recordersOf({}, { lastStatus })).toMatchObject({ isRecording: true, isFailing: true });
  },
);

test('one that waits for its first delivery is not', async () => {
  expect(await recordersOf({}, { lastStatus: 'PENDING' })).toMatchObject({ isFailing: false });
});

test.each([
  [{ allSupported: true }, { all: true, only: [], except: [] }],
  [
    { allSupported: false, resourceTypes: ['AWS::S3::Bucket'] },
    { all: false, only: ['AWS::S3::Bucket'], except: [] },
  ],
  [
    { allSupported: true, includeGlobalResourceTypes: true },
    { all: true, only: [], except: [], iam: true },
  ],
  [{}, { all: false, only: [], except: [] }],
])(
  'a recorder of former years, which names no strategy, records by its group %j',
  async (recordingGroup, records) => {
    expect(await recordersOf({ recordingGroup }, {})).toMatchObject({ records });
  },
);
