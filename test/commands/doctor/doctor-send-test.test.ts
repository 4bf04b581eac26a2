import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChannel } from '#bin/commands/find-channel.ts';
import settings from '#config';
import { createChatProducts } from '#local/chat-products.ts';
import { Clock } from '#local/clock.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { startEgressGateway } from '#local/proxy/egress-gateway.ts';
import { aDeployment, type Deployment } from '#test/commands/doctor/a-deployment.ts';
import { runReeve } from '#test/commands/run-reeve.ts';

const CONFINED = new URL('../confine-egress.mjs', import.meta.url).href;
const names = Object.keys(settings.channels);

const clock = new Clock();
const products = createChatProducts(
  names.map((name) => findChannel(settings, name, 'ReeveHub')),
  clock,
);
let deployment: Deployment;
let gateway: Awaited<ReturnType<typeof startEgressGateway>>;

beforeAll(async () => {
  gateway = await startEgressGateway({ clock, hosts: products.hosts });
  deployment = await aDeployment({ world: makeWorld({ settings }), settings });
  for (const [name, secret] of Object.entries(products.secrets)) deployment.parameters.set(name, secret);
});
afterAll(async () => {
  await Promise.all([gateway.close(), deployment.close()]);
  clock.stop();
});

const doctor = (...words: string[]) =>
  runReeve(['doctor', '--only', 'channels', ...words], {
    ...deployment.environmentOf(),
    REEVE_EGRESS_URL: gateway.url,
    NODE_OPTIONS: `--import=${CONFINED}`,
  });
const said = () =>
  Object.values(products.conversations).flatMap((conversation) => products.slack.messages(conversation));

test('without --send-test nobody gets a message', async () => {
  const { code, stdout } = await doctor();

  expect(code).toBe(0);
  expect(stdout).toContain('- skipped   channels');
  expect(said()).toEqual([]);
});

test('with it each channel gets one, and the one that refuses it is named', async () => {
  deployment.parameters.set('/ReeveHub/channels/payments', 'https://hooks.slack.com/services/T0/B0/gone');
  const { code, stdout } = await doctor('--send-test');

  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ failed +channels +payments did not take the message\n +Slack refused/);
  expect(stdout).not.toContain('hooks.slack.com');
  for (const name of names.filter((name) => name !== 'payments')) {
    expect(stdout).toMatch(new RegExp(`✓ ok +channels +${name} took the message`));
  }
  expect(said()).toHaveLength(2);
});
