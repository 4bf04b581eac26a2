import { AccessDeniedException } from '@aws-sdk/client-account';
import { expect, test } from 'vitest';
import { explainRefusal } from '#bin/commands/contacts/explain-refusal.ts';

const [MANAGEMENT, HUB, MEMBER] = ['999900001111', '222233334444', '111122223333'];
const ACTION = 'account:PutAlternateContact';

function denied(caller: string, account: string, message = 'User: someone is not authorized'): string {
  const error = new AccessDeniedException({ message, $metadata: {} });
  return explainRefusal(error, ACTION, account, { caller, managementAccount: MANAGEMENT });
}

test.each([
  ['its own contacts', denied(MEMBER, MEMBER), `may not ${ACTION}`],
  ['those of the management account', denied(HUB, MANAGEMENT), 'its own credentials alone'],
  [
    'without trusted access, which AWS says',
    denied(HUB, MEMBER, 'Your organization must first enable trusted access'),
    'aws organizations enable-aws-service-access --service-principal account.amazonaws.com',
  ],
  [
    'without trusted access, which AWS does not say',
    denied(MANAGEMENT, MEMBER),
    'aws organizations enable-aws-service-access --service-principal account.amazonaws.com',
  ],
  [
    'without delegation',
    denied(HUB, MEMBER),
    'aws organizations register-delegated-administrator --account-id 222233334444 --service-principal account.amazonaws.com',
  ],
])('an account that is refused %s hears what mends it', (_, reason, wayOut) => {
  expect(reason).toMatch(/^access denied: /);
  expect(reason).toContain(wayOut);
});
