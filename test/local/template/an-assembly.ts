import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type LoadOptions, loadAssembly } from '#local/template/load-assembly.ts';
import type { Template } from '#local/template/template.ts';

export const CODE_KEY = 'code.zip';

/** A folder that is gone when the test is over. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reeve-template-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The options of a cloud on which account and region are easy to see. */
export function loadOptions(over: Partial<LoadOptions> = {}): LoadOptions {
  return {
    accountId: '111122223333',
    region: 'eu-central-1',
    queueUrl: (name) => `http://127.0.0.1:9/111122223333/${name}`,
    ...over,
  };
}

/** An assembly with one stack and one asset, whose key is `CODE_KEY`. */
export function anAssembly(template: Template & Record<string, unknown>, stack = 'Hub'): string {
  const folder = aFolder();
  mkdirSync(join(folder, 'code'));
  const write = (file: string, content: unknown) =>
    writeFileSync(join(folder, file), JSON.stringify(content));
  write('Hub.json', template);
  write('assets.json', {
    files: {
      code: { source: { path: 'code', packaging: 'zip' }, destinations: { here: { objectKey: CODE_KEY } } },
    },
  });
  write('manifest.json', {
    artifacts: {
      assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
      [stack]: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'Hub.json' },
      },
    },
  });
  return folder;
}

/** The estate of a template of these resources. */
export function loadResources(Resources: Template['Resources'], over: Partial<LoadOptions> = {}) {
  return loadAssembly(anAssembly({ Resources }), loadOptions(over));
}
