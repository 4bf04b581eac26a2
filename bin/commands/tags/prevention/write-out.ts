import { join, resolve } from 'node:path';
import { buildSynthPackage } from '#bin/commands/tags/prevention/build-synth-package.ts';
import type { Prevention } from '#bin/commands/tags/prevention/make-prevention.ts';
import { type PolicyFile, writeFiles, writePolicies } from '#bin/commands/tags/prevention/write-policies.ts';
import { quoteShell } from '#lambdas/contracts/tags/quote-code.ts';
import type { TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';

type Written = { text: string[]; data: { policies: PolicyFile[]; cdkPackage: string } };

/** Writes the policies and the package for CDK apps, and says what to do with either. */
export async function writeOut(folder: string, prevention: Prevention, policy: TagPolicy): Promise<Written> {
  const policies = await writePolicies(folder, prevention);
  const cdkPackage = resolve(folder, 'cdk-required-tags');
  const { files, tarball } = await buildSynthPackage(policy);
  await writeFiles(cdkPackage, files);
  const text = [
    'Written. With credentials of the management account, and both types of policies enabled there:',
    ...policies.map(({ command }) => command),
    'aws organizations attach-policy --policy-id <ID> --target-id <UNIT OR ACCOUNT>',
    '',
    `In the folder of a CDK app, as ${join(cdkPackage, 'README.md')} says:`,
    `npm pack ${quoteShell(cdkPackage)}`,
    `npm install --save-dev ./${tarball}`,
  ];
  return { text, data: { policies, cdkPackage } };
}
