import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import { Clock } from '#local/clock.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { createOrganizationServices } from '#local/counterparts/organization/organization-services.ts';
import type { World } from '#local/counterparts/organization/world.ts';
import type { AwsCall } from '#local/proxy/aws-call.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';

/** The command line in this process, against a simulated Organization. */
export async function anOrganizationAtHand(world: World, paging = { pageSize: 20, emptyPages: true }) {
  const arnOf = (account: string) => `arn:aws:iam::${account}:role/town-clerk`;
  const identities = new Identities({ accountId: world.hubAccount, arn: arnOf(world.hubAccount) });
  const faults = new Faults();
  const backends = createOrganizationServices({ world, identities, paging, faults });
  const proxy = await startRecordingProxy({ clock: new Clock(), backends });
  const folder = await mkdtemp(join(tmpdir(), 'reeve-contacts-'));
  const calls: (Pick<AwsCall, 'operation'> & { input: Record<string, unknown> })[] = [];
  proxy.addHook({
    before: async ({ service, path, body }) => {
      if (service !== 'account') return;
      calls.push({ operation: path.slice(1), input: JSON.parse(body.toString()) as Record<string, unknown> });
    },
  });

  return {
    world,
    faults,
    /** What Account Management was asked: `getAlternateContact`, `putAlternateContact`. */
    calls: (operation: string) => calls.filter((call) => call.operation === operation),
    async run(words: string[], account = world.managementAccount) {
      vi.stubEnv('AWS_ENDPOINT_URL', proxy.url);
      vi.stubEnv('AWS_REGION', world.homeRegion);
      vi.stubEnv('AWS_ACCESS_KEY_ID', identities.issue({ accountId: account, arn: arnOf(account) }));
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
      const said = { stdout: '', stderr: '' };
      const streams = {
        stdout: { write: (text: string) => (said.stdout += text) },
        stderr: { write: (text: string) => (said.stderr += text) },
      };
      return { code: await runCommandLine(commands, words, streams), ...said };
    },
    /** A file of contacts; its path. */
    async file(content: unknown): Promise<string> {
      const path = join(folder, 'contacts.json');
      await writeFile(path, JSON.stringify(content));
      return path;
    },
    async close() {
      vi.unstubAllEnvs();
      await proxy.close();
      await rm(folder, { recursive: true });
    },
  };
}
