import { createHash, generateKeyPairSync } from 'node:crypto';
import type {
  CaseTrackersSettings,
  TrackerSettings,
} from '#lambdas/contracts/support/case-trackers-settings.ts';
import type { Clock } from '#local/clock.ts';
import { PICTURE_HOST, SIGNED_HOST } from '#local/counterparts/github/attachment-hosts.ts';
import type { GithubApp } from '#local/counterparts/github/github-apps.ts';
import { createGithub, type Github } from '#local/counterparts/github/github-server.ts';
import type { FileHandler } from '#local/counterparts/internet-request.ts';
import { createWebhookReceiver, type WebhookReceiver } from '#local/counterparts/webhook-receiver.ts';
import type { Estate } from '#local/estate.ts';
import { functionSettings } from '#local/template/function-settings.ts';

export type TrackerProducts = {
  /** Each tracker's GitHub, by its name. */
  githubs: Record<string, { github: Github; repository: string }>;
  receivers: Record<string, WebhookReceiver>;
  hosts: Record<string, FileHandler>;
  /** What `reeve secret set` would have stored, by parameter name. */
  secrets: Record<string, string>;
};

const BOT = { id: 4600, login: 'reeve-bot', type: 'User' as const };

/** Counterparts of the products that the settings of case-trackers name, each ready to receive. */
export function createTrackerProducts(
  { functions }: Pick<Estate, 'functions'>,
  clock: Clock,
): TrackerProducts {
  const settings = functions.map(
    ({ codeDirectory }) => functionSettings(codeDirectory) as Partial<CaseTrackersSettings>,
  );
  const trackers = settings.find(({ trackers: found }) => found !== undefined)?.trackers ?? [];
  const products: TrackerProducts = { githubs: {}, receivers: {}, hosts: {}, secrets: {} };
  const hosts = Map.groupBy(trackers, (one) => (one.kind === 'github' ? new URL(one.apiUrl).hostname : ''));
  for (const [host, some] of hosts) {
    if (host === '')
      for (const { name, secretName } of some) addReceiver(products, { name, secretName, clock });
    else addGithub(products, { host, trackers: some, clock });
  }
  return products;
}

function addGithub(
  products: TrackerProducts,
  { host, trackers, clock }: { host: string; trackers: TrackerSettings[]; clock: Clock },
): void {
  const named = trackers.flatMap((one) => (one.kind === 'github' ? [one] : []));
  const repositories = [...new Set(named.map(({ repository }) => repository))];
  const granted = repositories.map((name) => name.toLowerCase());
  const tokens = Object.fromEntries(
    named.map(({ name }) => [
      localToken(name),
      { user: BOT, repositories: granted, canWrite: true, canPush: true, isClassic: true as const },
    ]),
  );
  const apps = named.flatMap(({ app, repository, secretName }, index) =>
    app === undefined ? [] : [{ ...localApp({ id: app, repository, installation: index + 1 }), secretName }],
  );
  const github = createGithub({ clock, tokens, repositories, apps: apps.map(({ app }) => app) });
  products.hosts[host] = github.handler;
  // Of GitHub Enterprise web and API are one host: there files of comments are not played.
  products.hosts[host.replace(/^api\./, '')] ??= github.web;
  products.hosts[SIGNED_HOST] ??= github.signed;
  products.hosts[PICTURE_HOST] ??= github.signed;
  for (const { name, secretName, repository } of named) {
    products.githubs[name] = { github, repository };
    products.secrets[secretName] = localToken(name);
  }
  for (const { secretName, privateKey } of apps) products.secrets[secretName] = privateKey;
}

function addReceiver(
  products: TrackerProducts,
  { name, secretName, clock }: { name: string; secretName: string; clock: Clock },
): void {
  const secret = `whsec_${createHash('sha256').update(`tracker ${name}`).digest('base64')}`;
  const receiver = createWebhookReceiver({ clock, secrets: [secret] });
  products.receivers[name] = receiver;
  products.hosts[`${name}.tracker.example`] = receiver.handler;
  products.secrets[secretName] = JSON.stringify({
    url: `https://${name}.tracker.example/cases`,
    secrets: [secret],
  });
}

function localApp({
  id,
  repository,
  installation,
}: {
  id: string;
  repository: string;
  installation: number;
}) {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const app: GithubApp = { id, slug: 'reeve', installation, publicKey, repositories: [repository] };
  return { app, privateKey: keys.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString() };
}

/** Of the form that `secret set` takes. */
function localToken(name: string): string {
  return `ghp_${name.replaceAll(/\W/g, '_')}_${'0'.repeat(20)}`;
}
