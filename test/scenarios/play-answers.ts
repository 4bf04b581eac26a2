import { statusOf } from '#local/counterparts/organization/world-cases.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { settleCases, wakeTrackers } from '#test/scenarios/play-support.ts';

const HANAKO = { login: 'hanako', id: 4001, type: 'User' as const };

/** AWS looks at files as soon as it is asked whether it has. */
export function lookAtUploads(cloud: EmbeddedCloud): () => void {
  return cloud.proxy.addHook({
    before: async ({ operation }) => {
      if (operation === 'DescribeAttachmentUploadStatus') cloud.clock.advance(10_000);
      return undefined;
    },
  });
}

/**
 * Every call that answers have: a reply that ended unheard, which a sweep brought, and is looked for when a webhook tells of
 * the next comment, which resolves the case; and a file.
 */
export async function playAnswers(cloud: EmbeddedCloud): Promise<void> {
  const { github, repository = '' } = cloud.trackers.githubs['issues'] ?? {};
  const issue = github?.people.issues(repository).find(({ title }) => title.includes('Rights'));
  const hook = cloud.incoming.webhooks['issues'];
  if (!github || !issue || !hook) throw new Error('No issue of the case that was played');
  hook.habits.times = 0;
  const mend = cloud.proxy.addHook({
    after: async ({ operation }) =>
      operation === 'AddCommunicationToCase' ? { status: 500, headers: {}, body: '' } : undefined,
  });
  github.people.comment(repository, issue, HANAKO, '/aws reply Which of them?');
  await wakeTrackers(cloud);
  mend();
  cloud.clock.advance(30 * 60_000);
  const log = github.people.drop(repository, 'rights.log', Buffer.from('One of them'));
  github.people.comment(repository, issue, HANAKO, `/aws attach These: ${log}`);
  const leave = lookAtUploads(cloud);
  await wakeTrackers(cloud);
  leave();
  cloud.clock.advance(30 * 60_000);
  hook.habits.times = 1;
  github.people.comment(repository, issue, HANAKO, '/aws resolve');
  await settleCases(cloud);
  const answered = cloud.organization.world.support.cases.find(({ subject }) => subject === 'Rights');
  const replies = answered?.communications.filter(({ body }) => body.startsWith('Which of them?'));
  const files = answered?.communications.flatMap(({ attachments }) => attachments);
  const isAttached = files?.some(({ fileName }) => fileName === 'rights.log');
  if (!answered || replies?.length !== 1 || !isAttached || statusOf(answered) !== 'resolved')
    throw new Error('The case was not answered');
}
