import { expect, test } from 'vitest';
import { aSweptWorld, BANK, SHOP } from '#test/support-cases/a-swept-world.ts';

const noPlan = () => Object.assign(new Error('AWS says no'), { name: 'SubscriptionRequiredException' });

async function aLostAccount(lose: (swept: ReturnType<typeof aSweptWorld>) => void) {
  const swept = aSweptWorld();
  swept.accounts.push(BANK);
  await swept.sweep();
  const { opened } = swept.open('Merger with konpeito', 0, BANK);
  await swept.sweep();
  lose(swept);
  const redacted = () => [...swept.memory.objects].filter(([key]) => key.startsWith(`redacted/${BANK}/`));
  return { ...swept, row: () => swept.rowOf(opened.displayId, BANK), redacted };
}

test.each([
  ['has lost its plan', (swept: ReturnType<typeof aSweptWorld>) => void swept.faults.set(BANK, noPlan())],
  ['has left', (swept: ReturnType<typeof aSweptWorld>) => void swept.accounts.pop()],
])('what is withheld from today on is so of an account that %s, with the next sweep', async (_, lose) => {
  const { ports, sweep, row, redacted } = await aLostAccount(lose);
  ports.settings.withhold = { ...ports.settings.withhold, accounts: [BANK] };
  await sweep();

  expect(row()).toMatchObject({ withheld: 'account', subject: '' });
  expect(redacted().map(([, { json }]) => json.includes('konpeito'))).toEqual([false]);
});

test('an account that was moved and is not read is redacted by its new place within a day', async () => {
  const { ports, sweep, row } = await aLostAccount((swept) => void swept.faults.set(BANK, noPlan()));
  ports.settings.withhold = { ...ports.settings.withhold, ous: ['/secret'] };
  await sweep();
  const { readAccounts } = ports;
  ports.readAccounts = async () => {
    const known = await readAccounts();
    return { ...known, of: (id) => ({ ...known.of(id), ou: '/secret/lab' }) };
  };
  await sweep();
  expect(row()?.withheld).toBeUndefined();
  await sweep(24);

  expect(row()?.withheld).toBe('ou');
});

test('where nothing has changed the table is looked through once a day', async () => {
  const { sweep } = await aLostAccount(() => {});
  await sweep(24);
  const looks = [];
  for (const hours of [0.5, 0.5, 23, 0.5]) looks.push((await sweep(hours))['accounts'] ?? 0);

  expect(looks).toEqual([0, 0, 1, 0]);
});

test('a run without time for all goes on with the next', async () => {
  const { ports, sweep, row } = await aLostAccount((swept) => void swept.accounts.pop());
  ports.settings.withhold = { ...ports.settings.withhold, accounts: [BANK] };
  ports.hasTime = () => false;
  await sweep();
  expect(row()?.withheld).toBeUndefined();
  ports.hasTime = () => true;
  await sweep();

  expect(row()?.withheld).toBe('account');
  expect(SHOP).not.toBe(BANK);
});
