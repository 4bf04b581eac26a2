import { SAMPLE_SETTINGS } from '#local/counterparts/organization/world-settings.ts';
import { someSettings } from '#test/stacks/some-settings.ts';

type Given = Parameters<typeof someSettings>[0];

/** Settings that fit the worlds of the counterparts, with all that the doctor looks at, changed as given. */
export function townSettings(over: Given = {}) {
  const { hub, organization, regions } = SAMPLE_SETTINGS;
  return someSettings({
    alarmEmails: ['platform@example.com'],
    channels: { ops: { kind: 'slack', conversation: 'C0000000OPS' } },
    ...(hub ? { hub } : {}),
    ...(organization ? { organization: { ...organization, targets: ['r-a1b2'] } } : {}),
    regions,
    accountDirectory: {},
    heartbeat: {},
    costs: { tags: ['stage'] },
    tags: { required: [{ key: 'Owner', purpose: 'who is called when it breaks' }] },
    ...over,
  });
}
