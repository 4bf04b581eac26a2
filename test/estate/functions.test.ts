import type * as z from 'zod/mini';
import { functionNames } from '#lib/platform/bundle-functions.ts';
import { invariant } from '#test/estate/invariant.ts';
import { propertiesOf, resourcesOf, type Template, targetOf } from '#test/estate/template.ts';

type LambdaFunction = {
  Architectures?: string[];
  Runtime?: string;
  MemorySize?: number;
  LoggingConfig?: { LogGroup?: unknown };
  Environment?: { Variables: Record<string, unknown> };
};
type LogGroup = { RetentionInDays?: number };

const FUNCTION = 'AWS::Lambda::Function';
const functionsIn = (template: Template) => resourcesOf<LambdaFunction>(template, FUNCTION);
const firstFunction = (template: Template) => propertiesOf<LambdaFunction>(template, FUNCTION);
const firstLogGroup = (template: Template) => propertiesOf<LogGroup>(template, 'AWS::Logs::LogGroup');

/** Functions that need more than 256 MB, by name, with the reason. */
const MEMORY_WITH_REASON: Record<string, { megabytes: number; reason: string }> = {
  'ecs-inventory': {
    megabytes: 512,
    reason: 'It asks ten accounts side by side; with half the processor it would take twice as long.',
  },
  'required-tags': {
    megabytes: 512,
    reason: 'A batch brings a hundred resources with all that AWS Config knows of them.',
  },
  'tag-coverage': {
    megabytes: 1024,
    reason: 'It counts some hundred thousand resources, and remembers which of them lack tags.',
  },
  'trusted-advisor-sweep': {
    megabytes: 1024,
    reason: 'It reads ten accounts side by side, each with thousands of items.',
  },
  'support-cases': {
    megabytes: 1024,
    reason: 'Ten accounts side by side, each with a thread of a megabyte in its hands.',
  },
  'case-trackers': {
    megabytes: 512,
    reason: 'Where answers are configured it carries files of 25 MB, of which the last is freed late.',
  },
  'cost-reports': {
    megabytes: 1024,
    reason: 'Tables of millions of rows pass through, and a picture is drawn.',
  },
};

type Schema = z.ZodMiniObject<Record<string, z.ZodMiniType>>;
const environments = new Map<string, Schema>();
for (const name of functionNames()) {
  const module = (await import(`../../lambdas/${name}/environment.ts`)) as { Environment: Schema };
  environments.set(name, module.Environment);
}

/** A capability's construct bears its name, and so do the ids below it. */
function functionNameOf(id: string): string {
  const pascal = (name: string) =>
    name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return functionNames().find((name) => id.startsWith(pascal(name))) ?? '';
}

invariant({
  rule: 'every function is arm64',
  violations: (template) =>
    functionsIn(template).flatMap(([id, { Architectures }]) =>
      Architectures?.join() === 'arm64' ? [] : [id],
    ),
  broken: {
    'another architecture': (template) => (firstFunction(template).Architectures = ['x86_64']),
    'the default, which is x86_64': (template) => delete firstFunction(template).Architectures,
  },
});

invariant({
  rule: 'every function runs on Node 24',
  violations: (template) =>
    functionsIn(template).flatMap(([id, { Runtime }]) => (Runtime === 'nodejs24.x' ? [] : [id])),
  broken: { 'an older Node': (template) => (firstFunction(template).Runtime = 'nodejs22.x') },
});

invariant({
  rule: 'every function has 256 MB, or more with a reason',
  violations: (template) =>
    functionsIn(template).flatMap(([id, { MemorySize }]) => {
      const megabytes = MEMORY_WITH_REASON[functionNameOf(id)]?.megabytes ?? 256;
      return MemorySize === megabytes ? [] : [`${id}: ${MemorySize} MB`];
    }),
  broken: {
    'more memory': (template) => (firstFunction(template).MemorySize = 512),
    'the default of 128 MB': (template) => delete firstFunction(template).MemorySize,
  },
});

invariant({
  rule: 'every function writes to a log group of its own, which forgets',
  violations: (template) => {
    const groups = new Map(resourcesOf<LogGroup>(template, 'AWS::Logs::LogGroup'));
    const used = functionsIn(template).map(([id, { LoggingConfig }]) => ({
      id,
      group: targetOf(LoggingConfig?.LogGroup),
    }));
    return used.flatMap(({ id, group = '' }, index) => {
      if (groups.get(group)?.RetentionInDays === undefined) return [`${id}: no log group with a retention`];
      const shared = used.findIndex((other) => other.group === group) !== index;
      return shared ? [`${id}: shares ${group}`] : [];
    });
  },
  broken: {
    'the log group that Lambda makes': (template) => delete firstFunction(template).LoggingConfig,
    'logs for ever': (template) => delete firstLogGroup(template).RetentionInDays,
    'a log group of two functions': (template) => {
      const [[, first], [, second]] = functionsIn(template) as [
        [string, LambdaFunction],
        [string, LambdaFunction],
      ];
      second.LoggingConfig = first.LoggingConfig;
    },
  },
});

invariant({
  rule: 'every function gets the variables that its environment.ts reads, and no other',
  violations: (template) =>
    functionsIn(template).flatMap(([id, { Environment }]) => {
      const schema = environments.get(functionNameOf(id));
      if (!schema) return [`${id}: no folder in lambdas bears its name`];
      const given = Object.keys(Environment?.Variables ?? {});
      const unknown = given.filter((name) => !(name in schema.shape));
      const required = Object.entries(schema.shape).filter(([, type]) => !type.safeParse(undefined).success);
      const missing = required.filter(([name]) => !given.includes(name)).map(([name]) => name);
      return [...unknown, ...missing].map((name) => `${id}: ${name}`);
    }),
  broken: {
    'a missing variable': (template) => delete firstFunction(template).Environment?.Variables['LEDGER_TABLE'],
    'a variable that nobody reads': (template) =>
      Object.assign(firstFunction(template).Environment?.Variables ?? {}, { EXTRA: 'x' }),
    'no environment at all': (template) => delete firstFunction(template).Environment,
    'a function without a folder': (template) => {
      template.Resources['StrayFunction'] = { Type: FUNCTION };
    },
  },
});
