import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Observation } from '#lambdas/contracts/observation.ts';
import { relayHealthEvent } from '#lambdas/health-alerts/relay-health-event.ts';
import { accountLookup } from '#lambdas/runtime/account-lookup.ts';
import { accountsInSettings } from '#lambdas/runtime/accounts-in-settings.ts';
import { aReadEvent } from '#test/health-alerts/a-health-event.ts';
import { type DirectoryServer, serveDirectory } from '#test/runtime/directory-server.ts';
import { logLines } from '#test/runtime/log-lines.ts';

let server: DirectoryServer;

beforeAll(async () => {
  server = await serveDirectory();
});
afterAll(() => server.close());

function aRelay() {
  const observed: Observation[] = [];
  const asked: string[] = [];
  const known = accountsInSettings([{ id: '444455556666', name: 'shop-prod', owner: 'shop', tags: {} }]);
  const ports = {
    observe: async (observation: Observation) => void observed.push(observation),
    accountDirectory: (accountId: string) => {
      asked.push(accountId);
      return known(accountId);
    },
    settings: { reminderDays: [7], quietAfterDays: 14 },
  };
  const relay = async (...event: Parameters<typeof aReadEvent>) => {
    await relayHealthEvent(aReadEvent(...event), ports);
    return observed.at(-1);
  };
  return { relay, asked, ports };
}

test('the affected account’s owner hears of it, not the one of the account that received the event', async () => {
  const observation = await aRelay().relay({ affectedAccount: '444455556666' }, { account: '999900001111' });
  expect(observation).toMatchObject({
    owner: 'shop',
    part: { account: '444455556666', accountName: 'shop-prod' },
  });
});

test('without an organization the account that received the event is the affected one (aws-health-aware#79)', async () => {
  const observation = await aRelay().relay({ affectedAccount: undefined }, { account: '444455556666' });
  expect(observation).toMatchObject({ owner: 'shop', part: { id: '444455556666', account: '444455556666' } });
});

test('an account that nobody named is told by its id', async () => {
  const observation = await aRelay().relay({ affectedAccount: '222233334444' });
  expect(observation?.part.account).toBe('222233334444');
  expect(observation).not.toHaveProperty('owner');
});

test('an account whose look-up fails is told by its id: the message is shorter, and not lost', async () => {
  const { ports } = aRelay();
  const accountDirectory = accountLookup({
    table: 'no-such-table',
    accounts: [],
    now: () => new Date('2026-11-22T06:00:00Z'),
  });
  const observed: Observation[] = [];
  const observe = async (observation: Observation) => void observed.push(observation);
  logLines();
  await relayHealthEvent(aReadEvent({ affectedAccount: '444455556666' }), {
    ...ports,
    accountDirectory,
    observe,
  });
  expect(observed).toMatchObject([{ part: { account: '444455556666' } }]);
});

test('a public event is nobody’s, so nobody is looked up', async () => {
  const { relay, asked } = aRelay();
  const observation = await relay({ eventScopeCode: 'PUBLIC' });
  expect(observation?.part).not.toHaveProperty('account');
  expect(asked).toEqual([]);
});

test('a failure to tell is not swallowed', async () => {
  const { ports } = aRelay();
  const observe = () => Promise.reject(new Error('queue is away'));
  await expect(relayHealthEvent(aReadEvent(), { ...ports, observe })).rejects.toThrow('queue is away');
});
