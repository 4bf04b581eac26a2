import type { GithubIssue } from '#local/counterparts/github/github-state.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import type { Api } from './api.ts';

/** A page that holds more is slow, and nobody reads it. */
const SHOWN = 50;

/** The trackers of the settings, and what people see in each of them: the newest issues first, events of webhooks last. */
export function issueApi({ trackers }: Pick<EmbeddedCloud, 'trackers'>): Api {
  return {
    'GET /api/issues': () => ({
      repositories: Object.entries(trackers.githubs).map(([name, { github, repository }]) => {
        const issues = github.people.issues(repository).toReversed();
        return { name, repository, count: issues.length, issues: issues.slice(0, SHOWN).map(toView) };
      }),
      receivers: Object.entries(trackers.receivers).map(([name, receiver]) => ({
        name,
        deliveries: receiver.deliveries().slice(-SHOWN),
      })),
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

/** As people read it: the first line of ours is hidden. */
function withoutMarker(text: string): string {
  return text.replace(/^<!--.*-->\n/, '');
}
