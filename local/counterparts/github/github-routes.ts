import type { InternetAnswer } from '../internet-request.ts';
import {
  addComment,
  deleteComment,
  editComment,
  listAllComments,
  listComments,
  readComment,
} from './comment-operations.ts';
import { readContent } from './content-operations.ts';
import type { GithubCall } from './github-call.ts';
import { changeIssue, listIssues, openIssue, readIssue, readRepository } from './issue-operations.ts';
import { addLabels, listLabels, readLabel, removeLabel } from './label-operations.ts';

type Route = {
  method: string;
  /** Below the repository; `:name` is a parameter, `:name+` all that is left. */
  path: string;
  run: (call: GithubCall) => InternetAnswer<string | Buffer>;
  /** It makes a notification: GitHub allows 80 a minute and 500 an hour. */
  isContent?: true;
};

const ROUTES: Route[] = [
  { method: 'GET', path: '', run: readRepository },
  { method: 'GET', path: '/contents/:path+', run: readContent },
  { method: 'GET', path: '/issues', run: listIssues },
  { method: 'POST', path: '/issues', run: openIssue, isContent: true },
  { method: 'GET', path: '/issues/comments', run: listAllComments },
  { method: 'GET', path: '/issues/comments/:id', run: readComment },
  { method: 'PATCH', path: '/issues/comments/:id', run: editComment },
  { method: 'DELETE', path: '/issues/comments/:id', run: deleteComment },
  { method: 'GET', path: '/issues/:number', run: readIssue },
  { method: 'PATCH', path: '/issues/:number', run: changeIssue },
  { method: 'GET', path: '/issues/:number/comments', run: listComments },
  { method: 'POST', path: '/issues/:number/comments', run: addComment, isContent: true },
  { method: 'GET', path: '/issues/:number/labels', run: listLabels },
  { method: 'POST', path: '/issues/:number/labels', run: addLabels },
  { method: 'DELETE', path: '/issues/:number/labels/:name', run: removeLabel },
  { method: 'GET', path: '/labels/:name', run: readLabel },
];

/** The operation of a method and a path below a repository. */
export function routeOf(method: string, path: string) {
  const asked = path.split('/');
  for (const route of ROUTES) {
    const parts = route.path.split('/');
    const isOpen = route.path.endsWith('+');
    const isLong = isOpen ? asked.length >= parts.length : asked.length === parts.length;
    if (route.method !== method || !isLong) continue;
    const parameters: Record<string, string> = {};
    const fits = parts.every((part, index) => {
      const all = part.endsWith('+') ? asked.slice(index).join('/') : (asked[index] ?? '');
      const text = decodeURIComponent(all);
      if (!part.startsWith(':')) return part === text;
      parameters[part.slice(1).replace('+', '')] = text;
      return true;
    });
    if (fits) return { route, parameters };
  }
  return undefined;
}
