import { CreateCaseCommand, DescribeCasesCommand, SupportClient } from '@aws-sdk/client-support';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

let cloud: EmbeddedCloud;
beforeAll(async () => {
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, fires: () => false });
});
afterAll(() => cloud.stop());

test('Who opens a case by the API of AWS Support lets its event go on the bus', async () => {
  const credentials = { accessKeyId: 'a-person', secretAccessKey: 'x' };
  const client = new SupportClient({ endpoint: cloud.proxy.url, region: 'us-east-1', credentials });
  await client.send(new CreateCaseCommand({ subject: 'It fails', communicationBody: 'Why, oh why?' }));
  await cloud.settled();
  const { cases = [] } = await client.send(new DescribeCasesCommand({ includeCommunications: false }));
  expect(cases.map(({ subject }) => subject)).toContain('It fails');
  const told = cloud.journal.steps.filter(({ kind }) => kind === 'event');
  expect(told.map(({ text }) => text).join()).toContain('Support Case Update');
  expect(JSON.stringify(cloud.journal.steps)).not.toContain('oh why');
});
