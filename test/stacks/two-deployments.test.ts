import { expect, test } from 'vitest';
import { HubStack } from '#lib/stacks/hub-stack.ts';
import { someSettings } from '#test/stacks/some-settings.ts';
import { type Synthesized, synthesize } from '#test/stacks/synthesize.ts';

const settings = someSettings();

function hubNamed(stackName: string): Synthesized {
  return synthesize((app) => new HubStack(app, 'ReeveHub', { settings, stackName }));
}

/** Names that the template gives to resources, and the secrets that its functions read. */
function namesIn({ templates, settings: written }: Synthesized): string[] {
  const text = JSON.stringify([templates['ReeveHub']?.toJSON(), written]);
  const given = /"(?:Name|secretName|(?:Table|Queue|Topic|Function|Role|Alarm|LogGroup)Name)":"([^"]+)"/g;
  const parameters = /:parameter(\/[^"]+)"/g;
  return [given, parameters].flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name));
}

/** The name of a metric's dimension, and the key schema's of a table, are no names of resources. */
const WORDS = ['QueueName'];

test('two deployments in one account share no name and no secret (aws-health-aware: a fixed SlackChannelID)', () => {
  const [first, second] = [namesIn(hubNamed('ReeveHub')), namesIn(hubNamed('ReeveTrial'))];
  const shared = first.filter((name) => second.includes(name) && !WORDS.includes(name));

  expect(first).toContain('/ReeveHub/channels/ops');
  expect(second).toContain('/ReeveTrial/channels/ops');
  expect(shared).toEqual([]);
});

test('two hubs of one app keep their settings apart', () => {
  const { settings: written } = synthesize((app) => {
    new HubStack(app, 'Near', { settings });
    new HubStack(app, 'Far', { settings: someSettings({ channels: { ops: { kind: 'slack-webhook' } } }) });
  });
  const channelsOf = (stack: string) =>
    Object.entries(written)
      .filter(([id]) => id.startsWith(`${stack}ChatDelivery`))
      .map(([, content]) => (content as { channels: unknown }).channels);

  expect(channelsOf('Near')).toEqual([[{ kind: 'webhook', name: 'ops', secretName: '/Near/channels/ops' }]]);
  expect(channelsOf('Far')).toEqual([
    [{ kind: 'slack-webhook', name: 'ops', secretName: '/Far/channels/ops' }],
  ]);
});
