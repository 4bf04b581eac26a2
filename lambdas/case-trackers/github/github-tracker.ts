import type { TrackerFiles } from '#lambdas/case-trackers/attach/tracker-files.ts';
import {
  GithubComment,
  GithubIssue,
  GithubUser,
  read,
  toChangedComment,
  toComment,
  toItem,
} from '#lambdas/case-trackers/github/github-answers.ts';
import { type GithubClient } from '#lambdas/case-trackers/github/github-client.ts';
import { DeletedError, NotFoundError } from '#lambdas/case-trackers/github/github-errors.ts';
import { githubWords } from '#lambdas/case-trackers/github/github-words.ts';
import type { SeenItem, StateChange, Tracker, TrackerMemory } from '#lambdas/case-trackers/tracker.ts';
import { ItemGoneError } from '#lambdas/case-trackers/tracker-errors.ts';
import type { TrackerItem } from '#lambdas/contracts/support/tracker-link.ts';

type Api = Pick<GithubClient, 'call' | 'pages'>;

/** `login`: by which we write, where that cannot be asked for. `files`: of its comments. */
type Beside = { login?: string | undefined; files?: TrackerFiles };

/** Issues of one repository. Their ids are their numbers. */
export function githubTracker(api: Api, repository: string, { login, files }: Beside = {}): Tracker {
  const issues = `/repos/${repository}/issues`;
  const issueOf = ({ id }: TrackerItem) => `${issues}/${encodeURIComponent(id)}`;

  /** What is not found is gone only where its repository is found: else the token has lost its rights. */
  async function ofItem<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotFoundError) await api.call('GET', `/repos/${repository}`);
      else if (!(error instanceof DeletedError)) throw error;
      throw new ItemGoneError('The issue is gone', { cause: error });
    }
  }

  return {
    words: githubWords,

    async openItem({ title, body, labels }) {
      const { id, url } = toItem(read(GithubIssue, await api.call('POST', issues, { title, body, labels })));
      return { id, url };
    },

    addComment: (item, { text }) =>
      ofItem(async () => {
        const comment = await api.call('POST', `${issueOf(item)}/comments`, { body: text });
        return toComment(read(GithubComment, comment)).id;
      }),

    setState: (item, change) => ofItem(() => setState(api, issueOf(item), change)),
    memory: {
      ...githubMemory(api, { issues, issueOf, ofItem }, login),
      ...(files ? { files } : {}),
    },
  };
}

async function setState(
  api: Api,
  issue: string,
  { isClosed, addLabel, removeLabels = [] }: StateChange,
): Promise<void> {
  if (isClosed !== undefined) {
    const state = isClosed
      ? { state: 'closed', state_reason: 'completed' }
      : { state: 'open', state_reason: 'reopened' };
    await api.call('PATCH', issue, state);
  }
  if (addLabel) await api.call('POST', `${issue}/labels`, { labels: [addLabel] });
  for (const label of removeLabels) {
    await unlessMissing(() => api.call('DELETE', `${issue}/labels/${encodeURIComponent(label)}`));
  }
}

type Paths = {
  issues: string;
  issueOf: (item: TrackerItem) => string;
  ofItem: <Result>(work: () => Promise<Result>) => Promise<Result>;
};

function githubMemory(api: Api, { issues, issueOf, ofItem }: Paths, known?: string): TrackerMemory {
  let login = known;

  async function ownLogin(): Promise<string> {
    login ??= read(GithubUser, await api.call('GET', '/user')).login;
    return login;
  }

  return {
    ownLogin,

    // By who opened it, not by label: labels are dropped where the token may not set them, and people take them off.
    async findItem(marker, since): Promise<SeenItem | undefined> {
      const own = await ownLogin();
      const query = new URLSearchParams({ state: 'all', since, per_page: '100' });
      for await (const page of api.pages(`${issues}?${query.toString()}`)) {
        const found = page
          .map((entry) => read(GithubIssue, entry))
          .find(
            ({ body, user, pull_request: isPull }) =>
              body?.startsWith(marker) && user?.login === own && !isPull,
          );
        if (found) return toItem(found);
      }
      return undefined;
    },

    readItem: (item) => ofItem(async () => toItem(read(GithubIssue, await api.call('GET', issueOf(item))))),

    editItem: (item, { title, body }) =>
      ofItem(async () => void (await api.call('PATCH', issueOf(item), { title, body }))),

    comments: (item, since) =>
      ofItem(async () => {
        const query = new URLSearchParams({ per_page: '100', ...(since ? { since } : {}) });
        const found = [];
        for await (const page of api.pages(`${issueOf(item)}/comments?${query.toString()}`)) {
          found.push(...page.map((entry) => toComment(read(GithubComment, entry))));
        }
        return found;
      }),

    async changedComments(since) {
      const query = new URLSearchParams({ since, sort: 'updated', direction: 'asc', per_page: '100' });
      const found = [];
      for await (const page of api.pages(`${issues}/comments?${query.toString()}`))
        found.push(...page.map(toChangedComment));
      return found;
    },

    async readComment(item, id) {
      const comment = await unlessMissing(() =>
        api.call('GET', `${issues}/comments/${encodeURIComponent(id)}`),
      );
      if (comment !== undefined) return toComment(read(GithubComment, comment));
      // Deleted, and not out of sight.
      await ofItem(() => api.call('GET', issueOf(item)));
      return undefined;
    },

    // An edit would leave the former text in the history that every reader sees.
    async removeComment(_item, id) {
      await unlessMissing(() => api.call('DELETE', `${issues}/comments/${encodeURIComponent(id)}`));
    },
  };
}

async function unlessMissing(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
