import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import { makePrevention } from '#bin/commands/tags/prevention/make-prevention.ts';
import { writeOut } from '#bin/commands/tags/prevention/write-out.ts';
import { writePolicies } from '#bin/commands/tags/prevention/write-policies.ts';
import settings from '#config';
import { toTagPolicy } from '#lib/tags/to-tag-policy.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

const folder = await aFolder();
afterAll(folder.remove);

const prevention = makePrevention(anOrganization(), aTagBlock(), { exemptRoles: [], enforced: false });

async function reeve(...words: string[]) {
  const said = { stdout: '', stderr: '' };
  const streams = {
    stdout: { write: (text: string) => (said.stdout += text) },
    stderr: { write: (text: string) => (said.stderr += text) },
  };
  return { code: await runCommandLine(commands, ['tags', 'prevent', ...words], streams), ...said };
}

test('each document is written without the spaces that AWS would count', async () => {
  const root = join(folder.path, "it's here");
  const files = await writePolicies(root, prevention);

  expect(readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
    'service-control-policies',
    'service-control-policies/reeve-required-tags-1.json',
    'tag-policies',
    'tag-policies/reeve-required-tags.json',
  ]);
  const made = [...prevention.serviceControlPolicies.policies, ...prevention.tagPolicy.policies];
  const texts = files.map(({ path }) => readFileSync(path, 'utf8'));
  expect(texts).toEqual(made.map(({ document }) => JSON.stringify(document)));
  expect(texts.map((text) => Buffer.byteLength(text))).toEqual(made.map(({ characters }) => characters));
});

test('the commands name those files to a shell, whatever the folder is called', async () => {
  const [first] = await writePolicies(join(folder.path, "it's $HOME"), prevention);
  const shown = execFileSync('sh', ['-c', (first?.command ?? '').replace(/^aws/, 'printf "%s|"')], {
    encoding: 'utf8',
  });

  expect(shown.split('|').slice(0, 4)).toEqual([
    'organizations',
    'create-policy',
    '--type',
    'SERVICE_CONTROL_POLICY',
  ]);
  expect(shown).toContain(`|--content|file://${first?.path}|`);
});

test('policies and the check for CDK apps are written where it is asked, and how to use both is said', async () => {
  const root = join(folder.path, 'out');
  const { text, data } = await writeOut(root, prevention, toTagPolicy(aTagBlock()));

  expect(readdirSync(data.cdkPackage).sort()).toEqual([
    'README.md',
    'index.d.ts',
    'index.js',
    'package.json',
  ]);
  for (const { path, command } of data.policies) {
    expect(JSON.parse(readFileSync(path, 'utf8'))).toBeTypeOf('object');
    expect(text).toContain(command);
  }
  expect(text.slice(-2)).toEqual([
    `npm pack '${data.cdkPackage}'`,
    expect.stringMatching(/^npm install --save-dev \.\/reeve-required-tags-.*\.tgz$/),
  ]);
});

test('a folder that cannot be made is named', async () => {
  const path = join(folder.path, 'a-file');
  writeFileSync(path, '');

  await expect(writePolicies(path, prevention)).rejects.toThrow(/a-file\/.*: it cannot be made \(ENOTDIR\)/);
});

test('the command prints the policies of the settings', async () => {
  const { code, stdout, stderr } = await reeve('--json', '--enforce', '--exempt-role', 'ci/*');

  if (settings.tags) {
    const made = makePrevention(settings, settings.tags, { exemptRoles: ['ci/*'], enforced: true });
    expect(JSON.parse(stdout)).toEqual(made);
  } else expect(stderr).toContain('has no block "tags"');
  expect(code).toBe(settings.tags ? 0 : 1);
});

test.each([
  { role: 'arn:aws:iam::111122223333:role/ci', text: 'write what follows "role/"' },
  { role: '/ci/terraform', text: 'write what follows "role/"' },
  { role: '*', text: 'would exempt everybody' },
  { role: '**/*', text: 'would exempt everybody' },
  { role: 'ci role', text: 'no role has such a name' },
  { role: '${aws:x}', text: 'no role has such a name' },
])('a role $role is refused', async ({ role, text }) => {
  const { code, stdout, stderr } = await reeve('--exempt-role', role);

  expect({ code, stdout }).toEqual({ code: settings.tags ? 2 : 1, stdout: '' });
  if (settings.tags) expect(stderr).toContain(text);
});
