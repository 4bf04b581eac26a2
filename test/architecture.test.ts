import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, foldersIn, importsOf, ROOT, type SourceFile, sourceFiles } from '#test/source-files.ts';

const SHARED_BY_FUNCTIONS = ['contracts', 'runtime'];
const lambdas = sourceFiles('lambdas');
const functions = foldersIn('lambdas').filter((name) => !SHARED_BY_FUNCTIONS.includes(name));
const constructs = sourceFiles('lib/capabilities').map(({ path }) => basename(path, '.ts'));
const headings = [
  ...readFileSync(join(ROOT, 'docs/runbook.md'), 'utf8').matchAll(/^## ([a-z]+(?:-[a-z]+)*)$/gm),
].map(([, heading = '']) => heading);
/** Headings of what capabilities share. */
const SHARED_HEADINGS = ['missed-runs'];
const everything = ['bin', 'lib', 'lambdas', 'local', 'test'].flatMap(sourceFiles);

describe.each([
  ...new Set([...functions, ...constructs, ...headings.filter((name) => !SHARED_HEADINGS.includes(name))]),
])('the capability %s', (name) => {
  test('bears its name in lib, lambdas, test and the runbook', () => {
    const tests = foldersIn('test').includes(name) ? sourceFiles(`test/${name}`) : [];
    const found = {
      [`lib/capabilities/${name}.ts`]: constructs.includes(name),
      [`lambdas/${name}/handler.ts`]: lambdas.some(({ path }) => path === `lambdas/${name}/handler.ts`),
      [`lambdas/${name}/environment.ts`]: lambdas.some(
        ({ path }) => path === `lambdas/${name}/environment.ts`,
      ),
      [`test/${name}/*.test.ts`]: tests.some(({ path }) => path.endsWith('.test.ts')),
      [`docs/runbook.md: ## ${name}`]: headings.includes(name),
    };
    const forgotten = Object.keys(found).filter((place) => !found[place]);

    expect(forgotten).toEqual([]);
  });
});

const NAMELESS = ['utils', 'util', 'helpers', 'common', 'shared', 'types', 'constants', 'services', 'misc'];

test('no folder bears a name that says nothing', () => {
  const folders = everything.flatMap(({ path }) => dirname(path).split('/'));

  expect(NAMELESS.filter((name) => folders.includes(name))).toEqual([]);
});

test('file names are kebab-case', () => {
  const isKebab = (path: string) =>
    /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:property|d))?(?:\.test)?\.ts$/.test(basename(path));

  expect(everything.filter(({ path }) => !isKebab(path)).map(({ path }) => path)).toEqual([]);
  expect(isKebab('lib/hubStack.ts')).toBe(false);
});

describe('what a function may import', () => {
  const foreign = (file: SourceFile) => {
    const [, own = ''] = file.path.split('/');
    const allowed = own === 'contracts' ? ['contracts'] : [own, ...SHARED_BY_FUNCTIONS];
    return importsOf(file)
      .filter(({ from }) => from.startsWith('lambdas/') && !allowed.includes(from.split('/')[1] ?? ''))
      .map(({ from }) => `${file.path}: ${from}`);
  };

  test('is its own folder, contracts and runtime; contracts import only contracts', () => {
    expect(lambdas.flatMap(foreign)).toEqual([]);
  });

  test.each([
    { path: 'lambdas/alert-desk/a.ts', from: '#lambdas/alert-clock/b.ts' },
    { path: 'lambdas/contracts/a.ts', from: '#lambdas/runtime/b.ts' },
    { path: 'lambdas/alert-desk/slack/a.ts', from: '../../alert-clock/b.ts' },
  ])('is not $from for $path', ({ path, from }) => {
    expect(foreign({ path, text: `import { b } from '${from}';` })).toHaveLength(1);
  });
});

test('of lambdas, what is deployed knows contracts, and of environments their types alone', () => {
  const wrong = sourceFiles('lib').flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => from.startsWith('lambdas/') && !from.startsWith('lambdas/contracts/'))
      .filter(({ from, typesOnly }) => !(from.endsWith('/environment.ts') && typesOnly))
      .map(({ from }) => `${file.path}: ${from}`),
  );

  expect(wrong).toEqual([]);
});

test('a handler wires: it decides nothing', () => {
  const deciding = lambdas.filter(
    (file) => basename(file.path) === 'handler.ts' && /\b(?:if|switch)\s*\(/.test(codeOf(file)),
  );

  expect(deciding.map(({ path }) => path)).toEqual([]);
});

describe('purity', () => {
  /** Adapters bear the name of what they reach. */
  const ADAPTER = /(?:^handler|-client|-ledger|-queue|^parameter|^public-address)\.ts$/;
  const OUTSIDE = /^@aws-sdk\/|^node:(?!(?:crypto|stream|zlib)$)/;
  const AMBIENT = /\bprocess\.|\bconsole\.(?:log|info|warn|error|debug)\b|(?<![.\w])fetch\(/;
  const TIME_OR_CHANCE =
    /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\bset(?:Timeout|Interval|Immediate)\b/;

  const isRuntime = ({ path }: SourceFile) => path.startsWith('lambdas/runtime/');
  const touchesOutside = (file: SourceFile) =>
    AMBIENT.test(codeOf(file)) ||
    importsOf(file).some(({ from, typesOnly }) => OUTSIDE.test(from) && !typesOnly);

  /** Files that reach the world outside, themselves or through what they import. */
  function reachOutside(files: SourceFile[]): Set<string> {
    const reached = new Set(files.filter(touchesOutside).map(({ path }) => path));
    for (let size = -1; size !== reached.size; ) {
      size = reached.size;
      for (const file of files) {
        if (importsOf(file).some(({ from, typesOnly }) => !typesOnly && reached.has(from)))
          reached.add(file.path);
      }
    }
    return reached;
  }

  function impure(files: SourceFile[]): string[] {
    const reached = reachOutside(files);
    return files
      .filter((file) => reached.has(file.path) && !isRuntime(file) && !ADAPTER.test(basename(file.path)))
      .map(({ path }) => path);
  }

  test('only handlers and adapters reach AWS, the network, the disk or the environment', () => {
    expect(impure(lambdas)).toEqual([]);
  });

  test.each([
    { what: 'an SDK', text: "import { SQSClient } from '@aws-sdk/client-sqs';" },
    { what: 'the environment', text: 'const table = process.env.TABLE;' },
    { what: 'the disk', text: "import { readFileSync } from 'node:fs';" },
    {
      what: 'a queue by way of the runtime',
      text: "import { sendInOrder } from '#lambdas/runtime/message-queue.ts';",
    },
    {
      what: 'a ledger by way of an adapter',
      text: "import { deskLedger } from '#lambdas/alert-desk/desk-ledger.ts';",
    },
  ])('a use case that reaches $what is seen', ({ text }) => {
    const path = 'lambdas/alert-desk/new-use-case.ts';

    expect(impure([...lambdas, { path, text }])).toEqual([path]);
  });

  test.each([
    {
      what: 'a type of an adapter',
      text: "import type { LedgerRows } from '#lambdas/runtime/ledger-rows.ts';",
    },
    { what: 'a hash', text: "import { createHash } from 'node:crypto';" },
  ])('$what makes no file impure', ({ text }) => {
    expect(impure([...lambdas, { path: 'lambdas/alert-desk/new-use-case.ts', text }])).toEqual([]);
  });

  test('time and chance come through ports, from the handler', () => {
    const own = lambdas.filter(({ path }) => basename(path) !== 'handler.ts');

    expect(own.filter((file) => TIME_OR_CHANCE.test(codeOf(file))).map(({ path }) => path)).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length;
  const tooLong = (files: SourceFile[], limit: number) =>
    files.filter((file) => lines(file) > limit).map(({ path }) => path);

  test('no file is longer than 200 lines, no test longer than 300', () => {
    const [tests, code] = [true, false].map((isTest) =>
      everything.filter(({ path }) => path.startsWith('test/') === isTest),
    );

    expect(tooLong(code ?? [], 200)).toEqual([]);
    expect(tooLong(tests ?? [], 300)).toEqual([]);
  });

  test.each(['lib', 'lambdas', 'local'])(
    'half of the files in %s have 50 lines at most, nine of ten 160',
    (folder) => {
      const sizes = sourceFiles(folder)
        .map(lines)
        .sort((a, b) => a - b);

      expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(50);
      expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(160);
    },
  );
});
