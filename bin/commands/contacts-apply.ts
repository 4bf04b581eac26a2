import { defineCommand } from '#bin/commands/command-line/command.ts';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { applyPlan, type ContactFailure } from '#bin/commands/contacts/apply-plan.ts';
import { inactivePlaces, unknownPlaces } from '#bin/commands/contacts/check-places.ts';
import { contactClient } from '#bin/commands/contacts/contact-client.ts';
import { parseContactsFile } from '#bin/commands/contacts/contacts-file.ts';
import { countReasons } from '#bin/commands/contacts/count-reasons.ts';
import { describeOutcome, describePlan } from '#bin/commands/contacts/describe-plan.ts';
import { readOrganization } from '#bin/commands/contacts/organization-client.ts';
import { planContacts, type Step, writesOf } from '#bin/commands/contacts/plan-contacts.ts';
import { readContacts } from '#bin/commands/contacts/read-contacts.ts';
import { wantedContact } from '#bin/commands/contacts/wanted-contact.ts';
import { readEventFile } from '#bin/commands/read-event-file.ts';
import { yesOption } from '#bin/commands/yes-option.ts';
import { CONTACT_TYPES } from '#lambdas/contracts/directory.ts';

export const contactsApply = defineCommand({
  name: 'contacts apply',
  summary: 'Sets alternate contacts of the accounts as a file says',
  details:
    'The file: {"contacts": {"security": {"name": …, "title": …, "email": …, "phone": …}},\n' +
    '"ous": {"/prod": {"billing": {…}}}, "accounts": {"111122223333": {"operations": {…}}}}.\n' +
    'An account before its organizational unit, a deeper unit before a higher one, both before "contacts".\n' +
    'Only what differs is written; nothing is deleted. Takes the credentials of the management account, or\n' +
    'of its delegated administrator for account.amazonaws.com, which cannot reach the management account.',
  parameters: ['<contacts.json>'],
  options: {
    yes: yesOption,
    'only-missing': { type: 'boolean', about: 'Leave contacts that exist as they are' },
  },

  async run({ parameters: [path = ''], options }, { answer, progress }) {
    const { yes = false, 'only-missing': onlyMissing = false } = options;
    const file = parseContactsFile(path, await readEventFile(path));
    const organization = await readOrganization();
    const unknown = unknownPlaces(file, organization);
    if (unknown.length > 0) throw new Failure(`${path} needs mending:\n  ${unknown.join('\n  ')}`);
    inactivePlaces(file, organization.accounts).forEach((line) => progress(line));

    const client = contactClient(organization);
    const accounts = await readContacts(
      organization,
      (account) => CONTACT_TYPES.filter((type) => wantedContact(file, account, type)),
      { client, progress },
    );
    const plan = planContacts(file, accounts, { onlyMissing });
    const notWritten = yes ? await applyPlan(plan, organization, { client, progress }) : [];

    const failures = [...unreadOf(plan), ...notWritten];
    const written = yes ? writesOf(plan).length - notWritten.length : undefined;
    const lines = [
      describePlan(plan),
      describeOutcome(plan, written),
      ...countReasons(failures).map((line) => `Failed: ${line}`),
    ];
    answer(lines.join('\n'), { plan: plan.map(toData), done: yes, written: written ?? 0, failures });
    if (failures.length > 0)
      throw new Failure(`${failures.length} of ${plan.length} contacts could not be read or written.`);
  },
});

function unreadOf(plan: Step[]): ContactFailure[] {
  return plan.flatMap(({ account, type, action, reason = 'it could not be read' }) =>
    action === 'unknown' ? [{ account, type, reason }] : [],
  );
}

/** For programs: who the contact is stands in the file. */
function toData({ account, name, type, action, fields, from }: Step) {
  return { account, name, type, action, fields, from };
}
