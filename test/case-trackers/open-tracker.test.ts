import { expect, test } from 'vitest';
import { openTracker } from '#lambdas/case-trackers/open-tracker.ts';
import { GITHUB } from './memory-ports.ts';

const ports = {
  fetchFile: async () => ({ status: 404, headers: {} }),
  send: async () => ({ status: 500, headers: {}, body: '' }),
  sleep: async () => {},
  now: () => new Date(),
};
const HOOK = { name: 'desk', secretName: '/reeve/trackers/desk', kind: 'webhook', text: 'full' } as const;

test('each tracker is opened with its own secret, and says by its memory what it can do', async () => {
  const read: string[] = [];
  const secrets: Record<string, string> = {
    [GITHUB.secretName]: 'github_pat_x\n',
    [HOOK.secretName]: JSON.stringify({
      url: 'https://in.example',
      secrets: [`whsec_${Buffer.alloc(24).toString('base64')}`],
    }),
  };
  const readSecret = async (name: string) => {
    read.push(name);
    return secrets[name] ?? '';
  };
  const open = openTracker([GITHUB, HOOK], { ...ports, readSecret });

  expect((await open('ops')).memory).toBeDefined();
  expect((await open('desk')).memory).toBeUndefined();
  expect(read).toEqual([GITHUB.secretName, HOOK.secretName]);
  await expect(open('other')).rejects.toThrow('No such tracker');
});

test.each(['', 'not JSON', '{}', '{"url":"http://in.example","secrets":["x"]}'])(
  'a malformed secret of a webhook is refused without being repeated: %s',
  async (secret) => {
    const open = openTracker([HOOK], { ...ports, readSecret: async () => secret });
    const error = (await open('desk').catch((cause: unknown) => cause)) as Error;

    expect(error.message).toContain('set it again');
    expect(JSON.stringify(error)).not.toContain('in.example');
  },
);
