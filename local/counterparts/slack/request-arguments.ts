import type { InternetRequest } from '../internet-request.ts';
import { isObject, type Json } from './schema-rule.ts';
import { SlackError } from './slack-error.ts';

/** The arguments of a Web API call: from a JSON body, or from a form and the query string. */
export function readArguments(request: InternetRequest): Json {
  const { search } = new URL(request.path, 'https://slack.com');
  if (request.method === 'GET') return fromForm(search);
  switch (mediaType(request)) {
    case 'application/json':
      return readJson(request.body);
    case 'application/x-www-form-urlencoded':
      return { ...fromForm(search), ...fromForm(request.body.toString()) };
    case '':
      throw new SlackError('missing_post_type');
    default:
      throw new SlackError('invalid_post_type');
  }
}

export const mediaType = (request: InternetRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

export function readJson(body: Buffer | string): Json {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString());
  } catch {
    throw new SlackError('invalid_json');
  }
  if (!isObject(parsed)) throw new SlackError('json_not_object');
  return parsed;
}

const fromForm = (text: string): Json => Object.fromEntries(new URLSearchParams(text));

/** The bot token. With a JSON body it has to be in the Authorization header. */
export function readToken(request: InternetRequest): string {
  const header = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (header) return header;
  const token = mediaType(request) === 'application/json' ? undefined : readArguments(request).token;
  if (typeof token !== 'string') throw new SlackError('not_authed');
  return token;
}
