import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITH_THIS_NODE } from '#test/conformance/mini-stack/aws-account.ts';
import { type PythonServer, startPythonServer } from '#test/conformance/python-server.ts';
import { WORKSHOP } from '#test/conformance/synthesize-assembly.ts';

const HOME = join(WORKSHOP, 'mini-stack');
const SCRIPT = join(import.meta.dirname, 'mini-stack.py');
const PRELOAD = new URL('egress-preload.mjs', import.meta.url).href;

export type Counterparts = { egressUrl: string; costExplorerUrl: string };

/** Starts MiniStack; the functions it runs reach no host but the egress gateway, and ours for Cost Explorer. */
export function startMiniStack(
  programs: string,
  { egressUrl, costExplorerUrl }: Counterparts,
): Promise<PythonServer> {
  mkdirSync(HOME, { recursive: true });
  // It runs functions below here by a CommonJS file; the project's package.json would make that a module.
  writeFileSync(join(HOME, 'package.json'), '{}');
  return startPythonServer({
    name: 'MiniStack',
    program: join(programs, 'python'),
    args: () => [SCRIPT],
    environment: (port) => ({
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
      PATH: WITH_THIS_NODE,
      NODE_OPTIONS: `--import=${PRELOAD}`,
      REEVE_EGRESS_URL: egressUrl,
      // https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
      AWS_ENDPOINT_URL_COST_EXPLORER: costExplorerUrl,
      TMPDIR: HOME,
    }),
    home: HOME,
    page: '/_ministack/health',
  });
}
