import { expect, test } from 'vitest';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';

const PAYMENTS = { id: '111122223333', name: 'payments-prod', owner: 'payments', tags: { stage: 'prod' } };

test('an account in the settings has its name and owner, without a call to anything (aws-health-aware#72)', async () => {
  expect(await accountsInSettings([PAYMENTS])('111122223333')).toEqual(PAYMENTS);
});

test('an account that nobody named still has its id', async () => {
  expect(await accountsInSettings([PAYMENTS])('444455556666')).toEqual({ id: '444455556666', tags: {} });
});
