import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Api } from './api.ts';
import { guardRequest } from './guard-request.ts';
import { PAGE_HEADERS, pageFile } from './page-file.ts';
import { Refusal } from './refusal.ts';
import type { ReportFile } from './report-file.ts';
import type { Updates } from './updates.ts';

type Parts = { api: Api; updates: Updates; reportFile: (path: string) => ReportFile | undefined };

/** Answers one request: the page, its updates, a file of a report, or a call of the API. Never rejects. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { api, updates, reportFile }: Parts,
): Promise<void> {
  try {
    guardRequest(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const call = api[`${request.method} ${pathname}`];
    if (pathname === '/api/updates') return updates.open(response);
    if (call) {
      const input = request.method === 'GET' ? Object.fromEntries(searchParams) : await readJson(request);
      return sendJson(response, 200, (await call(input)) ?? {});
    }
    if (request.method !== 'GET') throw new Refusal(404, 'There is no such call');
    const file = reportFile(pathname);
    if (file) return void response.writeHead(200, file.headers).end(file.content);
    const { mediaType, content } = await pageFile(pathname);
    response.writeHead(200, { ...PAGE_HEADERS, 'content-type': mediaType }).end(content);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    sendJson(response, error instanceof Refusal ? error.status : 500, { error: message });
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await text(request);
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, 'The request is not JSON');
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const headers = { ...PAGE_HEADERS, 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
