import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memberTemplate } from '#lib/members/member-template.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';
import { anOrganization } from '#test/stacks/an-organization.ts';
import { aTagBlock } from '#test/tags/a-tag-block.ts';

const aTag = (key: string, more: object = {}) => ({ key, purpose: 'what it is for', ...more });

/** Blocks of settings that together make rules of every form. */
const BLOCKS = {
  default: {},
  everything: {
    types: ['AWS::*'],
    required: [
      aTag('Owner'),
      aTag('Größe', { values: ['klein', "it's", 'été', 'back\\'] }),
      aTag('cost-center', { pattern: 'CC-[0-9]{4}|a/b' }),
      aTag('Data', { types: ['AWS::S3::*', 'AWS::RDS::*'] }),
    ],
  },
  managed: {
    rules: 'managed',
    required: [
      aTag('Owner'),
      aTag('Stage', { values: ['prod', 'test'] }),
      ...['c', 'd', 'e', 'f'].map((key) => aTag(key)),
    ],
  },
} satisfies Record<string, Parameters<typeof aTagBlock>[0]>;

/** The template of the Config rules for each of several blocks, which the settings of the repository need not have. */
export async function writeRulesTemplates(): Promise<string> {
  const folder = join(WORKSHOP, 'aws/config-rules');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, block] of Object.entries(BLOCKS)) {
    const settings = anOrganization({ tags: aTagBlock(block) });
    const file = join(folder, `${name}.template.json`);
    await writeFile(file, memberTemplate(settings, 'rules', 'ReeveHub'));
  }
  return folder;
}
