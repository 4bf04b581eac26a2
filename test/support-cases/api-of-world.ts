import type { CaseApi, ReadCase, ReadMessage } from '#lambdas/support-cases/read/case-api.ts';
import {
  type WorldCase,
  type WorldCommunication,
  type WorldSupport,
} from '#local/counterparts/organization/world-cases.ts';

const NEWEST = 5;
const iso = (at: number) => new Date(at).toISOString();
type Call = <Result>(name: string, work: () => Result | Promise<Result>) => Promise<Result>;

/** AWS Support of an account as its client gives it, straight from the world: as late as its habits say. */
export function apiOf(world: WorldSupport, account: string, now: () => Date, call: Call): CaseApi {
  const shownAt = () => now().getTime() - world.habits.readLagMs;
  const shown = () => world.cases.filter((one) => one.account === account && one.createdAt <= shownAt());
  const messagesOf = (one: WorldCase) =>
    one.communications
      .filter(({ at }) => at <= shownAt())
      .map(toMessage)
      .toReversed();

  const toRead = (one: WorldCase): ReadCase => {
    const messages = messagesOf(one);
    return {
      caseId: one.caseIds[0] ?? '',
      displayId: one.displayId,
      subject: one.subject,
      status: one.history.findLast(({ at }) => at <= shownAt())?.status ?? 'unassigned',
      service: one.serviceCode,
      category: one.categoryCode,
      severity: one.severityCode,
      submittedBy: one.submittedBy,
      createdAt: iso(one.createdAt),
      language: one.language,
      cc: one.cc,
      recent: { messages: messages.slice(0, NEWEST), hasMore: messages.length > NEWEST },
    };
  };

  return {
    async *cases(question) {
      const found = await call('cases', () => shown().map(toRead));
      yield 'displayId' in question
        ? found.filter(({ displayId }) => displayId === question.displayId)
        : found.filter(
            ({ status, createdAt }) =>
              (question.includeResolved || status !== 'resolved') &&
              createdAt >= (question.createdAfter ?? '') &&
              (question.createdBefore === undefined || createdAt < question.createdBefore),
          );
    },
    async *messages(caseId) {
      const one = shown().find(({ caseIds }) => caseIds.includes(caseId));
      const all = await call('messages', () => (one ? messagesOf(one) : []));
      for (let start = 0; start < all.length; start += NEWEST) yield all.slice(start, start + NEWEST);
    },
    permits: () =>
      call('permits', () =>
        Map.groupBy(
          world.permitRequests
            .filter((asked) => asked.account === account)
            .map(({ arn, status, createdAt, displayId }) => ({
              id: arn,
              status,
              at: iso(createdAt),
              displayId,
            })),
          ({ displayId }) => displayId,
        ),
      ),
    attachment: (id) =>
      call('attachment', () => ({
        fileName: id,
        chunks: (async function* () {
          yield Buffer.from(id);
        })(),
      })),
  };
}

function toMessage({ at, submittedBy, body, attachments }: WorldCommunication): ReadMessage {
  return {
    at: iso(at),
    submittedBy,
    body,
    attachments: attachments.map(({ id, fileName }) => ({ id, fileName })),
  };
}
