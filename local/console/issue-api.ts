import * as z from 'zod/mini';
import type { CaseTrackersSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';
import type { GithubIssue } from '#local/counterparts/github/github-state.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { functionSettings } from '#local/template/function-settings.ts';
import { type Api, taking } from './api.ts';
import { Refusal } from './refusal.ts';

/** A page that holds more is slow, and nobody reads it. */
const SHOWN = 50;
/** As much as GitHub takes. */
const Comment = z.object({
  tracker: z.string(),
  number: z.number(),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(65_536)),
});

/** The trackers of the settings, and what people see in each of them: the newest issues first, events of webhooks last. */
export function issueApi({ trackers, estate }: Pick<EmbeddedCloud, 'trackers' | 'estate'>): Api {
  const settings = estate.functions.map(
    ({ codeDirectory }) => functionSettings(codeDirectory) as Partial<CaseTrackersSettings>,
  );
  const actors = settings.find(({ answers }) => answers !== undefined)?.answers?.actors ?? {};
  /** The first of those who may answer. */
  const authorOf = (tracker: string) => (Object.hasOwn(actors, tracker) ? actors[tracker]?.[0] : undefined);
  return {
    'GET /api/issues': () => ({
      repositories: Object.entries(trackers.githubs).map(([name, { github, repository }]) => {
        const issues = github.people.issues(repository).toReversed();
        const author = authorOf(name);
        const shown = issues.slice(0, SHOWN).map(toView);
        return { name, repository, count: issues.length, issues: shown, ...(author ? { author } : {}) };
      }),
      receivers: Object.entries(trackers.receivers).map(([name, receiver]) => ({
        name,
        deliveries: receiver.deliveries().slice(-SHOWN),
      })),
    }),

    'POST /api/issues/comment': taking(Comment, ({ tracker, number, text }) => {
      const login = authorOf(tracker);
      const { github, repository = '' } = Object.hasOwn(trackers.githubs, tracker)
        ? (trackers.githubs[tracker] ?? {})
        : {};
      const issue = github?.people.issues(repository).find((one) => one.number === number);
      if (!github || !issue || login === undefined)
        throw new Refusal(404, 'There is no such issue, or nobody may answer in it');
      github.people.comment(repository, issue, { ...PERSON, login }, text);
    }),
  };
}

function toView({ number, title, body, state, stateReason, labels, comments }: GithubIssue) {
  return {
    number,
    title,
    state,
    stateReason,
    labels,
    body: withoutMarker(body ?? ''),
    comments: comments.map(({ id, user, body: text, createdAt }) => ({
      id,
      author: user.login,
      at: createdAt,
      text: withoutMarker(text),
    })),
  };
}

const PERSON = { id: 4601, type: 'User' as const };

/** As people read it: the first line of ours is hidden. */
function withoutMarker(text: string): string {
  return text.replace(/^<!--.*-->\n/, '');
}
