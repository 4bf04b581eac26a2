import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { openEvents } from '#local/counterparts/organization/open-events.ts';
import { type EmbeddedCloud, startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { fireAtDeployment } from '#local/fire-at-deployment.ts';
import { environmentOf, runReeve } from '#test/commands/run-reeve.ts';
import { ASSEMBLY } from '#test/synthesize-once.ts';

type Report = { findings: { check: string; verdict: string; text: string }[] };

let cloud: EmbeddedCloud;

beforeAll(async () => {
  const world = makeWorld();
  world.health.events.push(...openEvents(world, Date.now()));
  cloud = await startEmbeddedCloud({ assembly: ASSEMBLY, world, fires: () => false });
  await fireAtDeployment(cloud);
}, 60_000);
afterAll(() => cloud.stop());

const reeve = (...words: string[]) => runReeve(words, environmentOf(cloud));
async function doctor(): Promise<{ code: number | null; failed: string[] }> {
  const { code, stdout } = await reeve('doctor', '--json');
  const { findings } = JSON.parse(stdout) as Report;
  return { code, failed: findings.filter(({ verdict }) => verdict === 'failed').map(({ check }) => check) };
}

test('after a deployment the doctor finds nothing wrong: by its own role, and by what the functions wrote', async () => {
  expect(await doctor()).toEqual({ code: 0, failed: [] });
});

test('what was broken by hand is what the doctor names', async () => {
  const { world } = cloud.organization;
  world.trustedServices = world.trustedServices.filter((service) => !service.startsWith('account.'));
  const { code, failed } = await doctor();

  expect({ code, failed }).toEqual({ code: 1, failed: ['contacts-access'] });
});

test('contacts are read from the directory that the function wrote', async () => {
  const { code, stdout } = await reeve('contacts');

  expect(code).toBe(0);
  expect(stdout).toMatch(/444455556666 +shop-dev +\/dev +present +lacking +lacking/);
});

test('the resources that an event is about are asked for when somebody wants to know', async () => {
  const [event] = cloud.organization.world.health.events;
  const { stdout } = await reeve('health', 'entities', event?.arn ?? '');

  expect(stdout).toContain('function:invoices');
  expect(stdout).toContain('2 resources in 2 accounts');
});
