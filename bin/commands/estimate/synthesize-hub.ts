import '#bin/cdk-context.mjs';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { HubTemplate } from '#bin/commands/estimate/count-deployment.ts';
import { bundleFunctions, bundleOf, functionNames } from '#lib/platform/bundle-functions.ts';
import type { Settings } from '#lib/settings.ts';
import { HubStack } from '#lib/stacks/hub-stack.ts';

/** The template that a deployment of the settings would get. What the functions do is of no matter here: old bundles will do. */
export function synthesizeHub(settings: Settings): HubTemplate {
  if (!functionNames().every((name) => existsSync(bundleOf(name)))) bundleFunctions();
  const outdir = mkdtempSync(join(tmpdir(), 'reeve-estimate-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
    const stack = new HubStack(app, 'ReeveHub', { settings });
    return app.synth().getStackArtifact(stack.artifactId).template as HubTemplate;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
