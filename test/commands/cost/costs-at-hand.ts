import { join } from 'node:path';
import { vi } from 'vitest';
import { commands } from '#bin/commands/all-commands.ts';
import { runCommandLine } from '#bin/commands/command-line/run-command-line.ts';
import settings from '#config';
import { Clock } from '#local/clock.ts';
import { billedRequests } from '#local/counterparts/cost-explorer/billed.ts';
import { Faults } from '#local/counterparts/organization/faults.ts';
import { Identities } from '#local/counterparts/organization/identities.ts';
import { makeWorld } from '#local/counterparts/organization/make-world.ts';
import { createOrganizationServices } from '#local/counterparts/organization/organization-services.ts';
import { createObjectStore } from '#local/object-store/object-store.ts';
import { startRecordingProxy } from '#local/proxy/recording-proxy.ts';
import { aFolder } from '#test/commands/cost/a-folder.ts';

const BUCKET = 'town-reports';

/** The command line in this process, against an Organization with costs and an empty report bucket. */
export async function costsAtHand() {
  const world = makeWorld({ settings });
  if (world.hubStack) world.hubStack.outputs['ReportBucket'] = BUCKET;
  const arnOf = (account: string) => `arn:aws:iam::${account}:role/town-clerk`;
  const identities = new Identities({ accountId: world.hubAccount, arn: arnOf(world.hubAccount) });
  const faults = new Faults();
  const clock = new Clock();
  const bucket = {
    logicalId: 'Reports',
    name: BUCKET,
    arn: `arn:aws:s3:::${BUCKET}`,
    region: world.homeRegion,
    versioned: true,
  };
  const { s3Backend: s3 } = createObjectStore({ buckets: [bucket], clock });
  const services = createOrganizationServices({ world, identities, faults, clock });
  const proxy = await startRecordingProxy({ clock, backends: { ...services, s3 } });
  const folder = await aFolder();

  return {
    world,
    faults,
    proxy,
    /** Where a run may leave its reports; not there yet. */
    folder: join(folder.path, 'costs'),
    /** A file that may be written. */
    file: (name: string) => join(folder.path, name),
    billed: () => billedRequests(world.costs.billed),
    async run(words: string[], { account = world.managementAccount, isTTY = false } = {}) {
      for (const [name, value] of Object.entries(environmentOf(account))) vi.stubEnv(name, value);
      const chunks: Buffer[] = [];
      let stderr = '';
      const stdout = { isTTY, write: (chunk: string | Uint8Array) => chunks.push(Buffer.from(chunk)) };
      const streams = { stdout, stderr: { write: (text: string) => (stderr += text) } };
      const code = await runCommandLine(commands, ['cost', ...words], streams);
      const bytes = Buffer.concat(chunks);
      return { code, stdout: bytes.toString(), bytes, stderr };
    },
    environmentOf,
    async close() {
      vi.unstubAllEnvs();
      await proxy.close();
      clock.stop();
      await folder.remove();
    },
  };

  function environmentOf(account: string) {
    return {
      AWS_ENDPOINT_URL: proxy.url,
      AWS_REGION: world.homeRegion,
      AWS_ACCESS_KEY_ID: identities.issue({ accountId: account, arn: arnOf(account) }),
      AWS_SECRET_ACCESS_KEY: 'secret',
    };
  }
}

export type CostsAtHand = Awaited<ReturnType<typeof costsAtHand>>;
