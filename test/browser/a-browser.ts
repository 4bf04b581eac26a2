import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CANDIDATES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine, if it has one; `CHROMIUM` names another. */
const CHROMIUM = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Whether tests in a browser run: in CI they must. */
export const CAN_BROWSE = CHROMIUM !== undefined || process.env['CI'] === 'true';

/** A headless Chromium that calls nobody. Its first start on a machine can take most of a minute. */
export function aBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
    timeout: 60_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
