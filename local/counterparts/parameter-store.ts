import { createHash } from 'node:crypto';
import { Clock } from '#local/clock.ts';
import { type AwsBackend, AwsError, awsJsonBackend } from '#local/proxy/aws-call.ts';
import {
  batchOfNames,
  type ParameterType,
  parameterType,
  refuseBadName,
  refuseLongValue,
  requiredString,
} from './parameter-rules.ts';

type Parameter = { name: string; type: ParameterType; value: string; version: number; modifiedAt: number };

export type ParameterStore = {
  backend: AwsBackend;
  set: (name: string, value: string, type?: ParameterType) => void;
};

/** Systems Manager's Parameter Store, standard tier. Parameters are secure strings unless said otherwise. */
export function createParameterStore(
  initial: Record<string, string>,
  clock = new Clock(),
  accountId = '000000000000',
): ParameterStore {
  const parameters = new Map<string, Parameter>();
  const set = (name: string, value: string, type: ParameterType = 'SecureString'): number => {
    const version = (parameters.get(name)?.version ?? 0) + 1;
    parameters.set(name, { name, type, value, version, modifiedAt: clock.now() / 1000 });
    return version;
  };
  for (const [name, value] of Object.entries(initial)) set(name, value);

  const find = (nameOrArn: string) =>
    parameters.get(nameOrArn) ?? parameters.get(nameOrArn.replace(/^arn:aws:ssm:[^:]*:\d*:parameter/, ''));
  const existing = (name: string): Parameter => {
    const parameter = find(name);
    if (!parameter) throw new AwsError('ParameterNotFound', `Parameter ${name} not found.`);
    return parameter;
  };

  const backend = awsJsonBackend({
    GetParameter: (input, { region }) => ({
      Parameter: withValue(
        existing(requiredString(input, 'Name')),
        `${region}:${accountId}`,
        input.WithDecryption,
      ),
    }),
    GetParameters: ({ Names, WithDecryption }, { region }) => {
      const names = batchOfNames(Names);
      const found = names.map(find).filter((parameter) => parameter !== undefined);
      return {
        Parameters: found.map((parameter) => withValue(parameter, `${region}:${accountId}`, WithDecryption)),
        InvalidParameters: names.filter((name) => !find(name)),
      };
    },
    PutParameter: (input) => {
      const name = requiredString(input, 'Name');
      const value = requiredString(input, 'Value');
      refuseBadName(name);
      refuseLongValue(value);
      const before = parameters.get(name);
      if (before && input.Overwrite !== true)
        throw new AwsError('ParameterAlreadyExists', 'The parameter exists and Overwrite is not set.');
      return { Version: set(name, value, parameterType(input.Type, before?.type)), Tier: 'Standard' };
    },
    DeleteParameter: (input) => {
      parameters.delete(existing(requiredString(input, 'Name')).name);
    },
    DescribeParameters: ({ Filters, ParameterFilters }) => {
      if (Filters || ParameterFilters) throw new AwsError('ValidationException', 'Filters are not emulated');
      return { Parameters: [...parameters.values()].map(metadata) };
    },
  });
  return { backend, set };
}

const metadata = ({ name, type, version, modifiedAt }: Parameter) => ({
  Name: name,
  Type: type,
  Version: version,
  LastModifiedDate: modifiedAt,
  DataType: 'text',
});

function withValue(parameter: Parameter, place: string, decrypted: unknown) {
  const { name, type, value } = parameter;
  return {
    ...metadata(parameter),
    Value: type === 'SecureString' && decrypted !== true ? ciphertext(value) : value,
    ARN: `arn:aws:ssm:${place}:parameter${name.startsWith('/') ? '' : '/'}${name}`,
  };
}

const ciphertext = (value: string) => `AQICAH${createHash('sha256').update(value).digest('base64')}`;
