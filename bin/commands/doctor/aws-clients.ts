import { STSClient } from '@aws-sdk/client-sts';
import type { Credentials } from '#bin/commands/doctor/credentials.ts';
import { type Asker, toUnseen } from '#bin/commands/doctor/refusal.ts';

/**
 * Whose eyes to look with: the hub account's; the management account's role that reads the Organization, or
 * that which reads costs; or of an account, by its id, the role that members have.
 */
export type Place = 'hub' | 'management' | 'costs' | (string & {});

/** What a client of the AWS SDK is made with. */
type ClientConfig = {
  region: string;
  credentials?: Credentials;
  requestHandler: STSClient['config']['requestHandler'];
  retryMode: string;
  maxAttempts: number;
};

/** A client of a place, in the home Region unless said otherwise. What stands in its way is thrown as `Unseen`. */
export type OpenClient = <Client extends object>(
  Kind: new (config: ClientConfig) => Client,
  place: Place,
  region?: string,
) => Promise<Client>;

export type Pass = { asker: Asker; credentials?: Credentials };

/**
 * Lists of large Organizations are throttled as a rule. Not the SDK's adaptive mode: after one refusal in its
 * first second it asks once in two seconds, and finds its pace again only after minutes.
 */
export const PATIENT = { retryMode: 'standard', maxAttempts: 12 };

/** All clients share their connections: an Organization has more accounts than a machine has sockets. */
export function awsClients(passFor: (place: Place, region: string) => Promise<Pass>, homeRegion: string) {
  const { requestHandler } = new STSClient({ region: homeRegion }).config;
  const open: OpenClient = async (Kind, place, region = homeRegion) => {
    const { asker, credentials } = await passFor(place, region);
    const config = { region, requestHandler, ...PATIENT, ...(credentials ? { credentials } : {}) };
    return watched(new Kind(config), asker);
  };
  return open;
}

type Next = (input: object) => Promise<object>;
type Middleware = (next: Next, context: { clientName?: string; commandName?: string }) => Next;
type Stack = { middlewareStack: { add: (middleware: Middleware, options: { step: 'initialize' }) => void } };

/** Names what was asked when an answer is refused: not every service says it. */
export function watched<Client extends object>(client: Client, asker: Asker): Client {
  const { middlewareStack } = client as unknown as Stack;
  middlewareStack.add(
    (next, context) => async (input) => {
      try {
        return await next(input);
      } catch (error) {
        throw toUnseen(error, actionOf(context), asker) ?? error;
      }
    },
    { step: 'initialize' },
  );
  return client;
}

/** The prefixes of IAM that are not the client's name in lower case. */
const PREFIXES: Record<string, string> = { ConfigService: 'config', CostExplorer: 'ce' };

function actionOf({ clientName = '', commandName = '' }: Parameters<Middleware>[1]): string {
  const service = clientName.replace(/Client$/, '');
  return `${PREFIXES[service] ?? service.toLowerCase()}:${commandName.replace(/Command$/, '')}`;
}
