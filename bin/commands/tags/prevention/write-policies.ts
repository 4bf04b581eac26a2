import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#bin/commands/command-line/errors.ts';
import { writeFile } from '#bin/commands/reports/write-file.ts';
import type { Prevention } from '#bin/commands/tags/prevention/make-prevention.ts';
import { quoteShell } from '#lambdas/contracts/tags/quote-code.ts';

export type PolicyFile = { path: string; command: string };

/** Writes each document into its own file, without the spaces that AWS would count, and gives the calls that take them. */
export async function writePolicies(folder: string, prevention: Prevention): Promise<PolicyFile[]> {
  const { serviceControlPolicies: scps, tagPolicy } = prevention;
  const files = [
    ...scps.policies.map((policy) => ({
      ...policy,
      folder: 'service-control-policies',
      type: 'SERVICE_CONTROL_POLICY',
    })),
    ...tagPolicy.policies.map((policy) => ({ ...policy, folder: 'tag-policies', type: 'TAG_POLICY' })),
  ];
  const written: PolicyFile[] = [];
  for (const { name, document, folder: kind, type } of files) {
    await makeFolder(join(folder, kind));
    const path = join(folder, kind, `${name}.json`);
    await writeFile(path, onePiece(JSON.stringify(document)));
    written.push({ path, command: createCommand(type, name, path) });
  }
  return written;
}

/** Writes files by their names into a folder. */
export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  await makeFolder(folder);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), onePiece(text));
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(`${folder}: it cannot be made (${code}).`, { cause: error });
  }
}

function createCommand(type: string, name: string, path: string): string {
  return `aws organizations create-policy --type ${type} --name ${name} --description 'Required tags' --content ${quoteShell(`file://${path}`)}`;
}

async function* onePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
