import { aToken, REPOSITORY, TOKEN } from '#test/local/counterparts/github/a-github.ts';
import { trackerContract } from '../tracker-contract.ts';
import { aGithubTracker } from './a-github-tracker.ts';

const FAULTS = { refused: 'unavailable', lost: 'lost_answer', limited: 'secondary_limit' } as const;

trackerContract('GitHub', async () => {
  const { github, tracker, close } = await aGithubTracker({
    tokens: { [TOKEN]: aToken({ isClassic: true }) },
  });
  return {
    tracker,
    arrived: () =>
      github.people.issues(REPOSITORY).flatMap(({ comments }) => comments.map(({ body }) => body)),
    drop: (name, bytes) => github.people.drop(REPOSITORY, name, bytes),
    failNext: (how) => github.failNext(FAULTS[how]),
    close,
  };
});
