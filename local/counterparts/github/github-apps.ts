import { createVerify, randomBytes } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { InternetAnswer, InternetRequest } from '../internet-request.ts';
import { answer, notFound, refusal } from './github-answer.ts';
import type { GithubToken } from './github-state.ts';

const TOKEN_MS = 3_600_000;
const LONGEST_PROOF_SECONDS = 600;
const PROOF = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/;
const INSTALLATION = /^\/repos\/([^/]+\/[^/]+)\/installation$/;
const ACCESS = /^\/app\/installations\/(\d+)\/access_tokens$/;

/** A GitHub App, installed once. `id`: its client ID. `repositories`: `owner/name` that it may reach. */
export type GithubApp = {
  id: string;
  slug: string;
  installation: number;
  publicKey: string;
  repositories: string[];
};

type Around = { clock: Clock; tokens: Record<string, GithubToken> };

/** What a GitHub App asks for by a proof that it has its key; undefined of any other request. */
export function answerApp(
  { headers, method, path, body }: InternetRequest,
  apps: GithubApp[],
  { clock, tokens }: Around,
): InternetAnswer | undefined {
  const proof = PROOF.exec(headers['authorization'] ?? '');
  if (!proof) return undefined;
  const [, head = '', claims = '', signature = ''] = proof;
  const { iss, iat, exp } = partOf(claims);
  const app = apps.find(({ id }) => id === String(iss));
  const isSigned =
    app !== undefined &&
    partOf(head)['alg'] === 'RS256' &&
    createVerify('RSA-SHA256').update(`${head}.${claims}`).verify(app.publicKey, signature, 'base64url');
  if (!isSigned) return refusal(401, 'A JSON web token could not be decoded');
  const now = Math.floor(clock.now() / 1000);
  if (Number(iat) > now) return refusal(401, "'Issued at' claim ('iat') must be an Integer in the past");
  if (Number(exp) <= now || Number(exp) - now > LONGEST_PROOF_SECONDS)
    return refusal(401, "'Expiration time' claim ('exp') is too far in the future");

  const { id, slug, installation, repositories } = app;
  const asked = INSTALLATION.exec(path)?.[1]?.toLowerCase();
  if (method === 'GET' && asked !== undefined) {
    if (!repositories.some((name) => name.toLowerCase() === asked)) return notFound();
    return answer(200, { id: installation, app_slug: slug, client_id: id, permissions: { issues: 'write' } });
  }
  if (method !== 'POST' || ACCESS.exec(path)?.[1] !== String(installation)) return notFound();
  const { repositories: names } = JSON.parse(body.toString() || '{}') as { repositories?: string[] };
  const granted = repositories.filter((name) => names?.includes(name.split('/')[1] ?? '') ?? true);
  const token = `ghs_${randomBytes(18).toString('hex')}`;
  const expiresAt = clock.now() + TOKEN_MS;
  const user = { id: 90_000 + installation, login: `${slug}[bot]`, type: 'Bot' as const };
  tokens[token] = {
    user,
    repositories: granted.map((name) => name.toLowerCase()),
    canWrite: true,
    canPush: true,
    expiresAt,
  };
  return answer(201, {
    token,
    expires_at: new Date(expiresAt).toISOString(),
    permissions: { issues: 'write' },
  });
}

function partOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
  } catch {
    return {};
  }
}
