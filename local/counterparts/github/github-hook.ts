import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { type GithubDelivery, githubDelivery, signedDelivery } from './github-deliveries.ts';
import type { GithubTold } from './github-people.ts';
import type { Github } from './github-server.ts';
import { fullNameOf } from './github-state.ts';

/** GitHub waits no longer, and never delivers again by itself. */
const TIMEOUT_MS = 10_000;

/** What GitHub shows below "Recent Deliveries". `status`: 0 where nobody answered. */
export type RecentDelivery = { id: string; event: string; action?: string; status: number; answer: string };

export type GithubHookOptions = {
  github: Github;
  /** `owner/name` */
  repository: string;
  url: string;
  secret: string;
  /** Events that it was made for. */
  events: string[];
};

export type GithubHook = ReturnType<typeof createGithubHook>;

/** A webhook of a repository. */
export function createGithubHook({ github, repository, url, secret, events }: GithubHookOptions) {
  const sent = new Map<string, GithubDelivery>();
  const recent: RecentDelivery[] = [];
  const habits = {
    /** How often each delivery is made: 0 of one that is lost on the way. */
    times: 1,
    /** Keeps deliveries until `release`. */
    isHeld: false,
  };
  const held: string[] = [];
  let inFlight = 0;

  async function deliver(id: string): Promise<RecentDelivery> {
    const { headers, body } = sent.get(id) ?? { headers: {}, body: '' };
    const { action } = JSON.parse(body || '{}') as { action?: string };
    inFlight += 1;
    try {
      const { status, answer } = await post(url, headers, body);
      const delivery = {
        id,
        event: headers['x-github-event'] ?? '',
        ...(action ? { action } : {}),
        status,
        answer,
      };
      recent.push(delivery);
      return delivery;
    } finally {
      inFlight -= 1;
    }
  }

  function begin(id: string): void {
    for (let time = 0; time < habits.times; time += 1) {
      if (habits.isHeld) held.push(id);
      else void deliver(id);
    }
  }

  const stop = github.people.onChange((told: GithubTold) => {
    if (fullNameOf(told.repository) !== repository || !events.includes(told.change.event)) return;
    const id = randomUUID();
    sent.set(id, githubDelivery(told, { secret, id }));
    begin(id);
  });

  return {
    habits,
    recent,
    stop,
    idle: () => inFlight === 0,

    /** Delivers what was kept, in an order of one's own. */
    release(order: (ids: string[]) => string[] = (ids) => ids): void {
      for (const id of order(held.splice(0))) void deliver(id);
    },

    /** As by the button: the same delivery with the same id. */
    redeliver: (id: string) => deliver(id),

    /** What GitHub sends when a webhook is made. */
    ping(): Promise<RecentDelivery> {
      const id = randomUUID();
      const repositoryId = github.state.repositories.find((one) => fullNameOf(one) === repository)?.id ?? 0;
      const body = JSON.stringify({ zen: 'Keep it logically awesome.', hook_id: 1, hook: { events } });
      sent.set(id, signedDelivery('ping', body, { secret, id, repositoryId }));
      return deliver(id);
    },
  };
}

function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; answer: string }> {
  return new Promise((resolve) => {
    const nobody = () => resolve({ status: 0, answer: '' });
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS) };
    const outgoing = request(url, options, (incoming) => {
      let answer = '';
      incoming.setEncoding('utf8').on('data', (text: string) => (answer += text));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, answer }));
      incoming.on('error', nobody);
    });
    outgoing.on('error', nobody);
    outgoing.end(body);
  });
}
