import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

export type Synthesized = {
  /** By the id of the stack. */
  templates: Record<string, Template>;
  /** What was written as `settings.json`, by the unique id of the function. */
  settings: Record<string, unknown>;
};

/** The validator takes a second to load, and the app as a whole is held to it. */
const QUICK: AppProps = { builtinCloudFormationValidation: false };

/** The context that cdk.json gives to the app. */
export function cdkContext(): Record<string, unknown> {
  const file = join(import.meta.dirname, '../../cdk.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { context: Record<string, unknown> }).context;
}

/** Synthesizes an app and reads what came of it; nothing is left on the disk. */
export function synthesize(build: (app: App) => void, over: AppProps = QUICK): Synthesized {
  const outdir = mkdtempSync(join(tmpdir(), 'reeve-app-'));
  try {
    const app = new App({ outdir, context: cdkContext(), ...over });
    build(app);
    const templates = app
      .synth()
      .stacks.map((stack) => [stack.id, Template.fromJSON(stack.template as object)]);
    return {
      templates: Object.fromEntries(templates) as Record<string, Template>,
      settings: settingsIn(outdir),
    };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** Synthesizes a stack of its own around some constructs. */
export function synthesizeStack(build: (stack: Stack) => void): Template {
  const { templates } = synthesize((app) => build(new Stack(app, 'Stack')));
  return templates['Stack'] ?? Template.fromJSON({});
}

function settingsIn(outdir: string): Record<string, unknown> {
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' });
  const settings = files.filter((file) => file.startsWith('functions/') && file.endsWith('/settings.json'));
  return Object.fromEntries(
    settings.map((file) => [
      file.split('/')[1] ?? '',
      JSON.parse(readFileSync(join(outdir, file), 'utf8')) as unknown,
    ]),
  );
}
