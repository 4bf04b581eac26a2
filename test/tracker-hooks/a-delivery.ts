import { createHmac } from 'node:crypto';
import type { HeardComment } from '#lambdas/contracts/support/case-news.ts';
import { caseMarker } from '#lambdas/contracts/support/tracker-markers.ts';
import type { HookRequest } from '#lambdas/tracker-hooks/hook-request.ts';
import { type HookPorts, receiveDelivery } from '#lambdas/tracker-hooks/receive-delivery.ts';

export const SECRET = 'f'.repeat(32);
const HOOK = { tracker: 'ops', repository: 'Example/cloud-support', secretName: '/reeve/hooks/ops' };
export const CASE = { account: '111122223333', displayId: '176962049400621' };

export const sign = (body: string | Uint8Array, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** What GitHub tells of a comment. */
export function aPayload(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    action: 'created',
    issue: { number: 7, body: `${caseMarker(CASE)}\n| AWS Support | |` },
    comment: { id: 11, body: '/aws reply\nそれは遅いです', user: { login: 'hanako' } },
    repository: { id: 1, full_name: 'example/cloud-support' },
    sender: { login: 'hanako' },
    ...over,
  };
}

type Given = {
  body?: string;
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  base64?: boolean;
};

/** A request as the function gets it; signed unless its headers say otherwise. */
export function aRequest({ body = JSON.stringify(aPayload()), ...given }: Given = {}): HookRequest {
  return {
    rawPath: given.path ?? '/ops',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'issue_comment',
      'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
      'x-hub-signature-256': sign(body),
      ...given.headers,
    },
    requestContext: { http: { method: given.method ?? 'POST' } },
    body: given.base64 ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: given.base64 === true,
  };
}

/** A receiver of webhooks, and what it did. */
export function aReceiver(stored = JSON.stringify({ secrets: [SECRET] }), over: Partial<HookPorts> = {}) {
  const told: HeardComment[] = [];
  const notes: unknown[] = [];
  const read: string[] = [];
  const ports: HookPorts = {
    hooks: [HOOK],
    readSecret: async (name) => {
      read.push(name);
      return stored;
    },
    tell: async (news) => void told.push(news),
    note: (message, fields) => void notes.push({ message, ...fields }),
    ...over,
  };
  return { told, notes, read, receive: (request: HookRequest) => receiveDelivery(request, ports) };
}
