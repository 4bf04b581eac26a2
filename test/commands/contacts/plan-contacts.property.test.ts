import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountContacts } from '#bin/commands/contacts/account-contacts.ts';
import { applyPlan } from '#bin/commands/contacts/apply-plan.ts';
import { planContacts, writesOf } from '#bin/commands/contacts/plan-contacts.ts';
import type { AlternateContact, ContactType } from '#lambdas/contracts/directory.ts';
import { aContact } from '#test/commands/contacts/an-account.ts';

const IDS = ['111122223333', '444455556666', '777788889999'];
const OUS = ['/', '/prod', '/prod/eu', '/dev'];
const standing = { caller: '111122223333', managementAccount: '111122223333' };

const contact = fc
  .record({
    name: fc.constantFrom('watch', 'treasury'),
    email: fc.constantFrom('a@b.example', 'c@d.example'),
  })
  .map(aContact);
const found = fc.option(fc.option(contact, { nil: null }), { nil: undefined });
const account = (id: string) =>
  fc
    .record({ ou: fc.constantFrom(...OUS), BILLING: found, OPERATIONS: found, SECURITY: found })
    .map(({ ou, ...read }): AccountContacts => ({ id, ou, contacts: known(read) }));
const wanted = fc.record({ billing: contact, operations: contact, security: contact }, { requiredKeys: [] });
const file = fc.record(
  {
    contacts: wanted,
    ous: fc.dictionary(fc.constantFrom(...OUS), wanted),
    accounts: fc.dictionary(fc.constantFrom(...IDS), wanted),
  },
  { requiredKeys: [] },
);
const accounts = fc.tuple(...IDS.map(account));

/** A type that is undefined could not be read. */
function known(read: Partial<Record<string, AlternateContact | null>>): AccountContacts['contacts'] {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

async function applied(plan: ReturnType<typeof planContacts>, world: AccountContacts[]) {
  const write = async (id: string, type: ContactType, contact: AlternateContact) => {
    const target = world.find((candidate) => candidate.id === id);
    if (target) target.contacts[type] = contact;
  };
  return applyPlan(plan, standing, { client: { write }, progress: () => {} });
}

test('a plan that was applied leaves nothing to do', async () => {
  await fc.assert(
    fc.asyncProperty(file, accounts, fc.boolean(), async (file, world, onlyMissing) => {
      const plan = planContacts(file, world, { onlyMissing });
      expect(await applied(plan, world)).toEqual([]);

      expect(writesOf(planContacts(file, world, { onlyMissing }))).toEqual([]);
    }),
  );
});

test('what could not be read is never written, and with --only-missing nothing that exists', () => {
  fc.assert(
    fc.property(file, accounts, fc.boolean(), (file, world, onlyMissing) => {
      for (const { account, type, action } of writesOf(planContacts(file, world, { onlyMissing }))) {
        const before = world.find(({ id }) => id === account)?.contacts[type];
        expect(before).not.toBeUndefined();
        if (onlyMissing) expect(before).toBeNull();
        expect(action).toBe(before === null ? 'set' : 'change');
      }
    }),
  );
});
