import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Names, Stage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { bundleOf } from '#lib/platform/bundle-functions.ts';

/** A function's bundle with its settings, in a copy of its own: two stacks may differ in their settings. */
export function functionCode(scope: Construct, name: string, settings: object | undefined): Code {
  const folder = join(Stage.of(scope)?.outdir ?? '', 'functions', Names.uniqueId(scope));
  rmSync(folder, { recursive: true, force: true });
  cpSync(bundleOf(name), folder, { recursive: true });
  if (settings) writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  return Code.fromAsset(folder);
}
