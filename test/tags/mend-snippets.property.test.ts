import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendSnippets, SNIPPET_CHARACTERS } from '#lambdas/contracts/tags/mend-snippets.ts';
import { readHclString } from '#test/tags/read-hcl-string.ts';

const fromCdk = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));
const yaml = fromCdk('yaml') as { parse: (text: string) => unknown };

/** What breaks code that was put together carelessly. */
const TROUBLE = [
  "'",
  '"',
  '\\',
  '${',
  '%{',
  '$${',
  '`',
  '\n',
  '\r',
  '\u2028',
  '\u202e',
  '\u0085',
  '\u0000',
  '#',
];
const MORE = ['//', '*/', ': ', ', ', '}', ']', '- ', 'no', '1e3', '\u{1d173}', '\u{1f600}', '|', '<', '$'];
const trouble = fc.constantFrom(...TROUBLE, ...MORE);
const text = fc
  .array(fc.oneof(trouble, fc.string({ unit: 'binary', maxLength: 4 })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const violation = fc.record({ key: text, only: text, nearMiss: fc.option(text, { nil: undefined }) });
const violations = fc.uniqueArray(violation, { selector: ({ key }) => key, minLength: 1, maxLength: 4 });

type Case = { key: string; only: string; nearMiss: string | undefined }[];
const isGiven = (cases: Case, [key, value]: [string, unknown]) =>
  cases.some((one) => one.key === key && one.only === value);

function snippetsOf(cases: Case, stack?: string) {
  return mendSnippets(
    cases.map(({ key, only }) => ({ key, values: [only] })),
    cases.map(({ key, nearMiss }) => ({ key, problem: 'missing', ...(nearMiss ? { nearMiss } : {}) })),
    stack === undefined ? {} : { stack },
  );
}

function expectEach(cases: Case, code: string, found: [string, unknown][]) {
  const more = Number(/and (\d+) more$/m.exec(code)?.[1] ?? 0);
  expect(found.filter((pair) => !isGiven(cases, pair))).toEqual([]);
  expect(found.length + more).toBe(cases.length);
}

test('no snippet is longer than 400 characters', () => {
  fc.assert(
    fc.property(violations, text, (cases, stack) => {
      for (const code of Object.values<string>(snippetsOf(cases, stack)))
        expect(code.length).toBeLessThanOrEqual(SNIPPET_CHARACTERS);
    }),
  );
});

test('the line of CDK is TypeScript that adds exactly these tags', () => {
  fc.assert(
    fc.property(violations, text, (cases, stack) => {
      const { cdk } = snippetsOf(cases, stack);
      const { code } = transformSync(cdk, { loader: 'ts' });
      const added: [string, unknown][] = [];
      const Tags = { of: () => ({ add: (key: string, value: string) => added.push([key, value]) }) };
      runInNewContext(code, { Tags });
      expectEach(cases, cdk, added);
    }),
    { numRuns: 60 },
  );
});

test('the lines of CloudFormation are YAML of exactly these tags', () => {
  fc.assert(
    fc.property(violations, text, (cases, stack) => {
      const { cloudFormation } = snippetsOf(cases, stack);
      const { Tags } = yaml.parse(cloudFormation) as { Tags: { Key: string; Value: unknown }[] | null };
      expectEach(
        cases,
        cloudFormation,
        (Tags ?? []).map(({ Key, Value }) => [Key, Value]),
      );
    }),
  );
});

test('the lines of Terraform are strings without interpolation', () => {
  fc.assert(
    fc.property(violations, (cases) => {
      const { terraform } = snippetsOf(cases);
      const lines = terraform.split('\n');
      const entries = lines.slice(1, -1).filter((line) => !line.startsWith('  #'));
      expect([lines[0], lines.at(-1)]).toEqual(['tags = {', '}']);
      expectEach(cases, terraform, entries.map(readEntry));
    }),
  );
});

function readEntry(line: string): [string, unknown] {
  const key = readHclString(line.slice(2));
  const equals = line.slice(2 + key.length);
  expect(equals.startsWith(' = ')).toBe(true);
  const value = readHclString(equals.slice(3));
  expect(equals.slice(3 + value.length)).toMatch(/^(?: # .*)?$/);
  return [key.text, value.text];
}

test('the command is one command of the shell, with exactly these tags', () => {
  fc.assert(
    fc.property(violations, text, (cases, stack) => {
      const { cli } = snippetsOf(cases, stack);
      const words = execFileSync('sh', ['-c', `aws() { printf '%s\\0' "$@"; }\n${cli}`], {
        encoding: 'utf8',
      });
      const [command, verb, list, arn, flag, json = '', ...rest] = words.split('\0');
      expect([command, verb, list, arn, flag, rest]).toEqual([
        'resourcegroupstaggingapi',
        'tag-resources',
        '--resource-arn-list',
        '<ARN>',
        '--tags',
        [''],
      ]);
      expectEach(cases, cli, Object.entries(JSON.parse(json) as Record<string, unknown>));
    }),
    { numRuns: 40 },
  );
});
