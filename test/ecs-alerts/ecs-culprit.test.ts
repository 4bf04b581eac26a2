import { expect, test } from 'vitest';
import { culpritOf, type StoppedContainer } from '#lambdas/contracts/ecs-culprit.ts';

const app: StoppedContainer = { name: 'app', exitCode: 1 };
const fine: StoppedContainer = { name: 'log-router', exitCode: 0 };
const killed: StoppedContainer = { name: 'cache', exitCode: 137 };
const outOfMemory: StoppedContainer = { name: 'worker', exitCode: 137, reason: 'OutOfMemoryError: killed' };
const neverRan: StoppedContainer = { name: 'api', reason: 'CannotPullContainerError: no such image' };
const agent: StoppedContainer = { name: 'aws-guardduty-agent-x1y2z3', exitCode: 137 };
const proxy: StoppedContainer = { name: 'ecs-service-connect-a1b2', exitCode: 1 };
const envoy: StoppedContainer = { name: 'envoy', exitCode: 0 };

test.each<[string, StoppedContainer[], string | undefined]>([
  ['the one that failed, not the one that ended well', [fine, app], 'app'],
  ['the first of several', [app, { ...app, name: 'second' }], 'app'],
  ['the one that failed by itself, not those that were killed then', [killed, app], 'app'],
  ['the one that was killed where no other failed', [fine, killed], 'cache'],
  ['the one that ran out of memory', [app, outOfMemory], 'worker'],
  ['the one that never ran', [fine, neverRan], 'api'],
  ['never an injected one beside one of people', [agent, proxy, killed], 'cache'],
  ['the app, not envoy which ended well (envoy first)', [envoy, { ...app, exitCode: 2 }], 'app'],
  ['an injected one where nothing else failed', [fine, proxy], 'ecs-service-connect-a1b2'],
  ['nobody where all ended well', [fine, envoy], undefined],
  ['nobody where there is none', [], undefined],
])('it is %s', (_, containers, name) => {
  expect(culpritOf(containers)?.name).toBe(name);
});
