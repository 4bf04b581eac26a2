import type { FetchFile } from '#lambdas/case-trackers/attach/fetch-file.ts';
import { appAccess } from '#lambdas/case-trackers/github/app-access.ts';
import { githubClient } from '#lambdas/case-trackers/github/github-client.ts';
import { githubFiles } from '#lambdas/case-trackers/github/github-files.ts';
import { githubTracker } from '#lambdas/case-trackers/github/github-tracker.ts';
import type { Send } from '#lambdas/case-trackers/send.ts';
import type { Tracker } from '#lambdas/case-trackers/tracker.ts';
import { webhookTracker } from '#lambdas/case-trackers/webhook/webhook-tracker.ts';
import type { TrackerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';
import { pace } from '#lambdas/runtime/pace.ts';

/** GitHub takes eighty contents a minute, and asks for a second between them. */
const WRITES = { perSecond: 1, burst: 15 };

type Ports = {
  readSecret: (name: string) => Promise<string>;
  send: Send;
  fetchFile: FetchFile;
  sleep: (milliseconds: number) => Promise<void>;
  now: () => Date;
};

/** Trackers by their names, each with its secret of the moment. */
export function openTracker(trackers: TrackerSettings[], { readSecret, ...ports }: Ports) {
  const apps = new Map(
    trackers.flatMap((one) =>
      one.kind === 'github' && one.app !== undefined
        ? [[one.name, appAccess({ ...one, app: one.app }, ports)] as const]
        : [],
    ),
  );
  const paces = new Map(trackers.map(({ name }) => [name, pace(WRITES, ports)]));
  return async (name: string): Promise<Tracker> => {
    const settings = trackers.find((one) => one.name === name);
    if (!settings) throw new PermanentError('No such tracker', { fields: { tracker: name } });
    const secret = (await readSecret(settings.secretName)).trim();
    switch (settings.kind) {
      case 'github': {
        const { apiUrl, repository } = settings;
        const turn = paces.get(name) ?? (async () => {});
        const app = await apps.get(name)?.(secret);
        const token = app?.token ?? secret;
        const client = githubClient({ apiUrl, token }, { ...ports, pace: turn });
        const files = githubFiles({ apiUrl, repository, token }, ports);
        return githubTracker(client, repository, { login: app?.login, files });
      }
      case 'webhook':
        return webhookTracker(secret, ports);
    }
  };
}
