import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { REEVE } from '#bin/commands/command-line/help.ts';
import { answersOf } from '#bin/commands/doctor/answers-of.ts';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { toFinding } from '#bin/commands/doctor/unseen.ts';
import { findSecret, trackerSecrets } from '#bin/commands/find-secret.ts';
import type { SecretKind } from '#bin/commands/secret-set/to-secret.ts';
import { toSecret } from '#bin/commands/secret-set/to-secret.ts';

/** The parameter of a channel. Its value is looked at and told to nobody. */
export type StoredSecret = { type: string; value: string };

/** Every channel has its secret, in the form that its kind needs. */
export const secrets: Check = {
  name: 'secrets',
  area: 'Channels',
  about: 'Every channel and tracker has its secret in Parameter Store, and in the right form',
  asks: 'the hub account',
  actions: ['ssm:GetParameter'],
  async *run({ client, settings, stack }) {
    const ssm = await client(SSMClient, 'hub');
    const trackers = trackerSecrets(settings, stack).map(({ name }) => name);
    for (const name of [...Object.keys(settings.channels), ...trackers]) {
      const named = findSecret(settings, name, stack);
      yield await askSecret(ssm, named.secretName).then(
        (secret) => judgeSecret({ ...named, name }, secret),
        toFinding,
      );
    }
  },
};

type Named = { name: string; kind: SecretKind; secretName: string };

export function judgeSecret({ name, kind, secretName }: Named, secret?: StoredSecret): Observed {
  const mend = `${REEVE} secret set ${name}`;
  if (!secret) return { verdict: 'failed', text: `${name}: there is no secret ${secretName}`, mend };
  if (secret.type !== 'SecureString') {
    return {
      verdict: 'failed',
      text: `${name}: its secret is a ${secret.type}, open to all who may read parameters`,
      mend,
    };
  }
  try {
    for (const answers of answersOf(kind, secret.value)) toSecret(kind, answers);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return {
      verdict: 'failed',
      text: `${name}: its secret has not the form that ${kind} needs`,
      detail: error.message,
      mend,
    };
  }
  return { verdict: 'ok', text: `${name}: its secret has the form that ${kind} needs` };
}

async function askSecret(client: SSMClient, name: string): Promise<StoredSecret | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true }));
    return { type: Parameter?.Type ?? '', value: Parameter?.Value ?? '' };
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}
