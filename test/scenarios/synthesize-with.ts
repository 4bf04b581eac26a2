import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import settings from '#config';
import type { Settings } from '#lib/settings.ts';
import { addStacks } from '#lib/stacks/add-stacks.ts';
import { cdkContext } from '#test/stacks/synthesize.ts';

/** A cloud assembly of the sample's settings, changed as given, with the functions that are bundled already. */
export function synthesizeWith(over: Partial<Settings>): { assembly: string; remove: () => void } {
  const outdir = mkdtempSync(join(tmpdir(), 'reeve-assembly-'));
  const app = new App({ outdir, context: cdkContext(), builtinCloudFormationValidation: false });
  addStacks(app, { ...settings, ...over });
  app.synth();
  return { assembly: outdir, remove: () => rmSync(outdir, { recursive: true }) };
}
