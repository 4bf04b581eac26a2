import { onTestFinished } from 'vitest';
import { Clock } from '#local/clock.ts';
import type { LambdaFunction } from '#local/estate.ts';
import { createLambdaHost, type LambdaHost } from '#local/lambda/lambda-host.ts';
import type { SandboxSettings } from '#local/lambda/sandbox-settings.ts';

const NOWHERE = 'http://127.0.0.1:9';

/** A host of one function that is closed after the test. */
export function aHost(fn: LambdaFunction, given: Partial<SandboxSettings> = {}) {
  const host: LambdaHost = createLambdaHost({
    functions: [fn],
    clock: new Clock(),
    proxyUrl: NOWHERE,
    egressUrl: NOWHERE,
    registerCaller: () => undefined,
    ...given,
  });
  onTestFinished(() => host.close());
  return { ...host, run: (event: unknown = {}) => host.invoke(fn.name, event) };
}
