import { type AwsBackend, type AwsCall, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import { contactIn, contactTypeIn, notAuthorized } from './account-rules.ts';
import type { Identities } from './identities.ts';
import { restOperation } from './rest-operation.ts';
import { ACCOUNT_SERVICE } from './service-principals.ts';
import type { World, WorldAccount } from './world.ts';

type Input = Record<string, unknown>;

/** AWS Account Management: the alternate contacts of the accounts of a world, which a change here changes. */
export function accountBackend({ world, identities }: { world: World; identities: Identities }): AwsBackend {
  /** The account that a call is about, if its caller may ask about it. */
  const targetOf = ({ AccountId }: Input, { accessKeyId, operation }: AwsCall): WorldAccount => {
    const caller = identities.find(accessKeyId);
    const refuse = (reason = '') => notAuthorized(caller.arn, operation, reason);
    const isId = typeof AccountId === 'string' && /^\d{12}$/.test(AccountId);
    if (AccountId !== undefined && !isId)
      throw new AwsError('ValidationException', 'AccountId must have 12 digits');
    if (AccountId !== undefined && !mayAskAboutOthers(world, caller.accountId)) throw refuse();
    // The management account is asked without an id, by itself alone.
    // https://docs.aws.amazon.com/accounts/latest/reference/API_GetAlternateContact.html
    if (AccountId === world.managementAccount)
      throw refuse('The management account can only be managed using the standalone context.');
    const target = world.accounts.find(({ id }) => id === (AccountId ?? caller.accountId));
    if (!target) throw refuse('The account is not a member of the organization.');
    return target;
  };
  const contactTypeOf = (input: Input, { accessKeyId, operation }: AwsCall) =>
    contactTypeIn(input, identities.find(accessKeyId).arn, operation);

  const backend = awsJsonBackend({
    GetAlternateContact: (input, call) => {
      const type = contactTypeOf(input, call);
      const contact = targetOf(input, call).contacts[type];
      if (!contact) throw noContact();
      const { name: Name, title: Title, email: EmailAddress, phone: PhoneNumber } = contact;
      return { AlternateContact: { AlternateContactType: type, Name, Title, EmailAddress, PhoneNumber } };
    },
    PutAlternateContact: (input, call) => {
      const contact = contactIn(input);
      targetOf(input, call).contacts[contactTypeOf(input, call)] = contact;
    },
    DeleteAlternateContact: (input, call) => {
      const type = contactTypeOf(input, call);
      const { contacts } = targetOf(input, call);
      if (!contacts[type]) throw noContact();
      delete contacts[type];
    },
  });
  return (call) => backend({ ...call, operation: restOperation(call.operation) });
}

const noContact = () =>
  new AwsError('ResourceNotFoundException', 'No contact of the inputted alternate contact type found.', 404);

/** The management account and a delegated administrator, once the Organization trusts the service. */
function mayAskAboutOthers(world: World, account: string): boolean {
  if (world.organizationId === '' || !world.trustedServices.includes(ACCOUNT_SERVICE)) return false;
  const services = world.delegatedAdministrators[account] ?? [];
  return account === world.managementAccount || services.includes(ACCOUNT_SERVICE);
}
