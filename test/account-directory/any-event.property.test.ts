import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DirectoryMessage } from '#lambdas/account-directory/directory-message.ts';
import { updateDirectory } from '#lambdas/account-directory/update-directory.ts';
import { parseBody } from '#lambdas/runtime/parse-body.ts';
import { aListedAccount, aRecord } from '#test/account-directory/a-listed-account.ts';
import { inMemoryDirectory } from '#test/account-directory/in-memory-directory.ts';

/** Parts of a real event, each of them anything at all. */
const almostAnEvent = fc.record(
  {
    eventName: fc.oneof(fc.constantFrom('MoveAccount', 'TagResource', 'CreateAccountResult'), fc.jsonValue()),
    errorCode: fc.jsonValue(),
    requestParameters: fc.oneof(
      fc.record({ accountId: fc.jsonValue(), resourceId: fc.jsonValue() }, { requiredKeys: [] }),
      fc.jsonValue(),
    ),
    serviceEventDetails: fc.oneof(
      fc.dictionary(
        fc.constantFrom('createAccountStatus', 'closeAccountStatus', '__proto__'),
        fc.oneof(fc.record({ state: fc.jsonValue(), accountId: fc.jsonValue() }), fc.jsonValue()),
      ),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: [] },
);

test('no event of the Organization is unreadable, whatever its detail', async () => {
  const detail = fc.oneof(fc.jsonValue(), almostAnEvent);
  await fc.assert(
    fc.asyncProperty(detail, async (detail) => {
      const body = JSON.stringify({
        version: '0',
        id: '8f7c5a52-30a2-4b8e-9d6a-1a2b3c4d5e6f',
        'detail-type': 'AWS API Call via CloudTrail',
        source: 'aws.organizations',
        account: '999900001111',
        time: '2026-11-22T06:00:00Z',
        region: 'us-east-1',
        resources: [],
        detail,
      });
      const directory = inMemoryDirectory({ listed: [aListedAccount()], records: [aRecord()] });
      await updateDirectory(parseBody(DirectoryMessage, body), directory.ports);

      expect(directory.kept.size).toBe(1);
    }),
  );
});
