import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '#bin/commands/doctor/check.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const NODE_MAJOR = 24;
const PACKAGES = ['aws-cdk', 'aws-cdk-lib'];

type Manifest = {
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};
export type Tools = { node: string; packages: { name: string; wanted?: string; installed?: string }[] };

/** Node and CDK are those that this clone was tried with. */
export const tools: Check = {
  name: 'tools',
  area: 'This machine',
  about: 'Node and the CDK command line are those that this clone is made for',
  asks: 'nobody',
  actions: [],
  run: async () => judgeTools(await readTools()),
};

export function judgeTools({ node, packages }: Tools): Observed[] {
  const isRight = Number(node.split('.')[0]) === NODE_MAJOR;
  return [
    isRight
      ? { verdict: 'ok', text: `Node ${node}` }
      : {
          verdict: 'warning',
          text: `Node ${node} runs this, the functions run on Node ${NODE_MAJOR}`,
          mend: 'npm ci, without --ignore-scripts',
        },
    ...packages.map(({ name, wanted, installed }): Observed => {
      if (installed !== undefined && installed === wanted)
        return { verdict: 'ok', text: `${name} ${installed}` };
      const found = installed === undefined ? 'is not installed' : `is ${installed}`;
      return {
        verdict: 'failed',
        text: `${name} ${found}, this clone is made for ${wanted}`,
        mend: 'npm ci',
      };
    }),
  ];
}

async function readTools(): Promise<Tools> {
  const { dependencies, devDependencies } = (await manifestOf('')) ?? {};
  const wanted = { ...dependencies, ...devDependencies };
  const packages = PACKAGES.map(async (name) => {
    const installed = await manifestOf(join('node_modules', name));
    return { name, wanted: wanted[name], installed: installed?.version };
  });
  return { node: process.versions.node, packages: await Promise.all(packages) };
}

async function manifestOf(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}
