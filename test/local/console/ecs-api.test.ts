import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { referenceOf } from '#lambdas/chat-delivery/reference.ts';
import { alertReference } from '#local/console/alert-reference.ts';
import { type AConsole, aConsole } from '#test/local/console/a-console.ts';

type Cluster = {
  account: string;
  accountName: string;
  region: string;
  name: string;
  services: { name: string; state: string; running: number; pending: number; alerts: { title: string }[] }[];
};

let console: AConsole;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

const PLACE = { account: '111122223333', region: 'eu-west-1', cluster: 'payments', service: 'checkout' };
const clusters = () => console.ask<Cluster[]>('/api/ecs');
const checkout = async () =>
  (await clusters()).flatMap(({ services }) => services).find(({ name }) => name === 'checkout');
const play = async (what: string, over: object = {}) => {
  await console.tell('/api/ecs/play', { ...PLACE, what, ...over });
  await console.cloud.settled();
};

test('alerts bear the same letters on the board as in their messages', () => {
  for (const key of ['ecs-service/2b7f', 'health/9c', 'é'])
    expect(alertReference(key)).toBe(referenceOf(key));
});

describe('the services of the console', () => {
  it('stand by account and cluster, as the world has them at that moment', async () => {
    expect((await clusters()).map(({ accountName, name }) => [accountName, name])).toEqual([
      ['payments-prod', 'default'],
      ['payments-prod', 'payments'],
      ['shop-dev', 'shop'],
    ]);
    expect(await checkout()).toMatchObject({ state: 'ok', running: 2, alerts: [] });
    const [, payments] = await clusters();
    const world = console.cloud.organization.world.containers.clusters;
    const deployment = world.find(({ name }) => name === payments?.name)?.services[0]?.deployments[0];
    if (deployment) deployment.rolloutState = 'IN_PROGRESS';
    expect(await checkout()).toMatchObject({ state: 'rolling' });
    if (deployment) deployment.rolloutState = 'COMPLETED';
  });

  it('may be broken, which people hear of, and mended, which ends by itself when Reeve has asked', async () => {
    await play('crash');
    expect(await checkout()).toMatchObject({ state: 'down', running: 0, pending: 2 });
    expect((await checkout())?.alerts).toMatchObject([
      { title: expect.stringContaining('checkout') as string },
    ]);

    await play('mend');
    expect(await checkout()).toMatchObject({ state: 'alert', running: 2, pending: 0 });
    for (let minute = 0; minute < 20; minute += 1) {
      console.cloud.clock.advance(60_000);
      await console.cloud.settled();
    }
    expect(await checkout()).toMatchObject({ state: 'ok', alerts: [] });
  });

  it.each([
    [{ service: 'nowhere' }, /^404/],
    [{ region: 'eu-north-1' }, /^404/],
    [{ what: 'burn' }, /^400/],
  ])('that are asked for by %j are refused', async (over, status) => {
    await expect(console.tell('/api/ecs/play', { ...PLACE, what: 'crash', ...over })).rejects.toThrow(status);
  });
});
