import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { JsonObject } from './json-object.ts';
import { readTemplate, type Template } from './template.ts';

/** A stack of an assembly. Account and region are absent where the stack leaves them open. */
type AssemblyStack = { name: string; accountId?: string; region?: string; template: Template };
export type Assembly = {
  stacks: AssemblyStack[];
  /** The folder of each asset, by the key that it would be uploaded under. */
  assets: ReadonlyMap<string, string>;
};

type Artifact = {
  type: string;
  environment?: string;
  properties?: { file?: string; stackName?: string; templateFile?: string };
};

/** Reads what `cdk synth` wrote: its stacks, and the folders of their assets. */
export function readAssembly(directory: string): Assembly {
  const manifest = readJson(join(directory, 'manifest.json'));
  const artifacts = Object.entries((manifest.artifacts ?? {}) as Record<string, Artifact>);
  const directories = new Map<string, string>();
  const stacks: AssemblyStack[] = [];
  for (const [id, artifact] of artifacts) {
    const properties = artifact.properties ?? {};
    if (artifact.type === 'cdk:cloud-assembly') {
      throw new Error(`${id} is a nested assembly: load the folder of the stage instead of ${directory}`);
    }
    if (artifact.type === 'cdk:asset-manifest') {
      for (const asset of assetDirectories(directory, properties.file ?? '')) directories.set(...asset);
    }
    if (artifact.type === 'aws:cloudformation:stack') {
      const name = properties.stackName ?? id;
      const template = readTemplate(name, join(directory, properties.templateFile ?? ''));
      stacks.push({ name, template, ...readEnvironment(artifact.environment ?? '') });
    }
  }
  return { stacks, assets: directories };
}

function readEnvironment(environment: string): { accountId?: string; region?: string } {
  const [accountId, region] = environment.replace(/^aws:\/\//, '').split('/');
  return {
    accountId: accountId === 'unknown-account' ? undefined : accountId,
    region: region === 'unknown-region' ? undefined : region,
  };
}

type AssetFile = {
  source: { path: string; packaging: string };
  destinations: Record<string, { objectKey: string }>;
};

function assetDirectories(directory: string, file: string): [objectKey: string, directory: string][] {
  const files = (readJson(join(directory, file)).files ?? {}) as Record<string, AssetFile>;
  return Object.values(files)
    .filter(({ source }) => source.packaging === 'zip')
    .flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }): [string, string] => [
        objectKey,
        resolve(directory, source.path),
      ]),
    );
}

function readJson(file: string): JsonObject {
  if (!existsSync(file)) throw new Error(`${file} does not exist: synthesize first`);
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject;
}
