import { randomBytes } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { FileHandler, InternetAnswer, InternetRequest } from '../internet-request.ts';
import { attachmentHosts, renderPicture } from './attachment-hosts.ts';
import { answer, notFound, refusal } from './github-answer.ts';
import { answerApp, type GithubApp } from './github-apps.ts';
import type { GithubCall } from './github-call.ts';
import { createGithubFaults, faultAnswer } from './github-faults.ts';
import { createLimits, USUAL_LIMITS } from './github-limits.ts';
import { githubPeople } from './github-people.ts';
import { routeOf } from './github-routes.ts';
import { userShape } from './github-shapes.ts';
import {
  fullNameOf,
  type GithubRepository,
  type GithubState,
  type GithubToken,
  newRepository,
} from './github-state.ts';

const VERSIONS = ['2022-11-28'];
const REPOSITORY = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/;
const BY_ID = /^\/repositories\/(\d+)(\/.*)?$/;

export type GithubOptions = {
  clock: Clock;
  /** By the token itself. */
  tokens: Record<string, GithubToken>;
  /** `owner/name`. */
  repositories: string[];
  limits?: typeof USUAL_LIMITS;
  apps?: GithubApp[];
};

type Answer = InternetAnswer<string | Buffer>;

export type Github = ReturnType<typeof createGithub>;

/** GitHub's REST API for issues in this process: as strict, and as forgetful, as the real one. */
export function createGithub(options: GithubOptions) {
  const { clock, tokens, repositories, limits: allowed = USUAL_LIMITS, apps = [] } = options;
  const state: GithubState = { repositories: [], moved: {}, attachments: [], nextId: 1000 };
  for (const name of repositories) newRepository(state, name);
  const faults = createGithubFaults();
  const limits = createLimits(clock, allowed);
  const people = githubPeople(state, clock);

  function callerOf({ authorization = '' }: InternetRequest['headers']): GithubToken | undefined {
    const caller = tokens[/^(?:Bearer|token) (\S+)$/.exec(authorization)?.[1] ?? ''];
    return (caller?.expiresAt ?? Number.POSITIVE_INFINITY) > clock.now() ? caller : undefined;
  }

  function serve(request: InternetRequest): Answer {
    const { headers, method } = request;
    if (!headers['user-agent'])
      return refusal(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
      );
    const ofApp = answerApp(request, apps, { clock, tokens });
    if (ofApp) return ofApp;
    const caller = callerOf(headers);
    if (!caller)
      return refusal(401, headers['authorization'] ? 'Bad credentials' : 'Requires authentication');
    const version = headers['x-github-api-version'];
    if (version !== undefined && !VERSIONS.includes(version))
      return refusal(400, `"${version}" is not a supported version of the REST API.`);
    const url = new URL(request.path, 'https://api.github.com');
    if (method === 'GET' && url.pathname === '/user')
      return caller.user.type === 'Bot'
        ? refusal(403, 'Resource not accessible by integration')
        : (limits.count(caller.user.id, false) ?? answer(200, userShape(caller.user)));
    if (method === 'POST' && url.pathname === '/markdown')
      return renderPicture({ body: request.body, caller }, state, clock.now());
    return operate(request, url, caller);
  }

  function operate(request: InternetRequest, url: URL, caller: GithubToken): Answer {
    const { method, headers } = request;
    const named = REPOSITORY.exec(url.pathname);
    const [, id, rest = ''] = BY_ID.exec(url.pathname) ?? [];
    const name = `${named?.[1]}/${named?.[2]}`.toLowerCase();
    const moved = named && state.moved[name];
    if (moved) return redirect(method, `/repositories/${moved}${named[3] ?? ''}${url.search}`);
    const repository = state.repositories.find((one) =>
      id ? one.id === Number(id) : fullNameOf(one).toLowerCase() === name,
    );
    const found = routeOf(method, named ? (named[3] ?? '') : rest);
    if (!repository || !found || !maySee(caller, repository)) return notFound();
    const limited = limits.count(caller.user.id, found.route.isContent === true);
    if (limited) return limited;
    if (method !== 'GET' && !caller.canWrite)
      return refusal(403, 'Resource not accessible by personal access token');
    const body = parse(request.body);
    if (!body) return refusal(400, 'Problems parsing JSON');
    const call: GithubCall = {
      state,
      clock,
      caller,
      repository,
      parameters: found.parameters,
      query: url.searchParams,
      accepts: headers['accept'] ?? '',
      body,
      path: url.pathname,
      tell: people.tell,
    };
    return found.route.run(call);
  }

  /** A token keeps its rights when a repository gets another name. */
  function maySee({ repositories: granted }: GithubToken, repository: GithubRepository): boolean {
    const former = Object.keys(state.moved).filter((name) => state.moved[name] === repository.id);
    return [fullNameOf(repository).toLowerCase(), ...former].some((name) => granted.includes(name));
  }

  const handler: FileHandler = async (request) => {
    const fault = faults.take(request.method);
    const done = fault === undefined || fault === 'lost_answer' ? serve(request) : undefined;
    const given = fault === undefined ? done : faultAnswer(fault, clock.now());
    const { status, headers, body } = given ?? notFound();
    const requestId = randomBytes(16).toString('hex').toUpperCase();
    return {
      status,
      body,
      headers: { server: 'github.com', 'x-github-request-id': requestId, ...limits.headers(), ...headers },
    };
  };

  const files = attachmentHosts(state, { clock, callerOf });
  return { handler, ...files, state, people, failNext: faults.failNext };
}

/** A read is sent on for good, a write with its method. */
function redirect(method: string, path: string): InternetAnswer {
  const status = method === 'GET' ? 301 : 307;
  const location = `https://api.github.com${path}`;
  return answer(status, { message: 'Moved Permanently', url: location }, { location });
}

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString()) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
