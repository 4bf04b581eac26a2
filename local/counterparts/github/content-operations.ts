import type { InternetAnswer } from '../internet-request.ts';
import { answer, notFound } from './github-answer.ts';
import type { GithubCall } from './github-call.ts';

/**
 * A file of the repository: its bytes for who asks for them raw, else in base64.
 * https://docs.github.com/rest/repos/contents#get-repository-content
 */
export function readContent({
  repository,
  parameters,
  query,
  accepts,
}: GithubCall): InternetAnswer<string | Buffer> {
  const path = parameters['path'] ?? '';
  const bytes = repository.contents[`${query.get('ref') ?? 'main'}:${path}`];
  if (!bytes) return notFound();
  if (accepts.includes('raw'))
    return { status: 200, headers: { 'content-type': `${accepts}; charset=utf-8` }, body: bytes };
  const name = path.split('/').at(-1);
  const content = bytes.toString('base64');
  return answer(200, { type: 'file', encoding: 'base64', size: bytes.length, name, path, content });
}
