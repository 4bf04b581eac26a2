import { defineSettings, type Settings } from '#lib/settings.ts';

type Given = Partial<Parameters<typeof defineSettings>[0]>;

/** Valid settings with one channel and with health, changed as given. */
export function someSettings(over: Given = {}): Settings {
  return defineSettings({
    alarmEmails: ['town@example.org'],
    channels: { ops: { kind: 'webhook' } },
    routes: [{ name: 'everything', channels: ['ops'] }],
    health: {},
    ...over,
  });
}
