import settings from '#config';
import type { GithubUser } from '#local/counterparts/github/github-state.ts';
import { openCase } from '#local/counterparts/organization/change-cases.ts';
import { startEmbeddedCloud } from '#local/embedded-cloud.ts';
import { tellCases, wakeCases } from '#test/scenarios/play-support.ts';
import { synthesizeWith } from '#test/scenarios/synthesize-with.ts';

const PAYMENTS = '111122223333';
export const HANAKO: GithubUser = { login: 'hanako', id: 4001, type: 'User' };

/** A cloud with a case that has an issue, from which hanako may answer. No schedule runs by itself but the alert clock. */
export async function anAnsweredCase({
  hooks = false,
  perHour = 50,
}: {
  hooks?: boolean;
  perHour?: number;
} = {}) {
  const { assembly, remove } = synthesizeWith({
    organization: settings.organization && { ...settings.organization, writerTargets: ['r-a1b2'] },
    support: settings.support && {
      ...settings.support,
      // Of one account, for GitHub takes a comment a second.
      trackers: { issues: { ...settings.support.trackers['issues'], hooks, accounts: [PAYMENTS] } as never },
      answers: { actors: { issues: ['hanako'] }, perHour },
    },
  });
  const cloud = await startEmbeddedCloud({ assembly, fires: ({ arn }) => arn.includes('AlertClock') });
  const daily = cloud.estate.schedules.find(({ arn }) => arn.includes('AccountDirectoryDaily'));
  await cloud.scheduler.trigger(daily?.arn ?? 'the directory');
  await cloud.settled();
  const { support } = cloud.organization.world;
  support.cases.splice(2);
  await wakeCases(cloud, 'Sweep');
  const words = { account: PAYMENTS, subject: 'Writes are slow', body: 'Since 10:00 JST.' };
  const { opened, event } = openCase(support, words, cloud.clock.now());
  await tellCases(cloud, event);
  const { github, repository = '' } = cloud.trackers.githubs['issues'] ?? {};
  if (!github) throw new Error('The sample has a tracker');

  return {
    cloud,
    one: opened,
    github,
    repository,
    issue() {
      const found = github.people.issues(repository).find(({ title }) => title.includes('Writes are slow'));
      if (!found) throw new Error('No issue');
      return found;
    },
    async stop() {
      await cloud.stop();
      remove();
    },
  };
}
