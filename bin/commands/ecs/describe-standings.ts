import { textTable } from '#bin/commands/command-line/text-table.ts';
import type { Standings } from '#bin/commands/ecs/add-alerts.ts';
import type { OpenAlert } from '#bin/commands/ecs/open-alert.ts';
import { type ServiceStanding, TROUBLES, troubleOf } from '#bin/commands/ecs/service-standing.ts';
import { describeUnanswered, type Unanswered } from '#bin/commands/ecs/unanswered.ts';
import { cutText } from '#lambdas/chat-delivery/cut-text.ts';
import { spanOf } from '#lambdas/runtime/span.ts';

const HEADINGS = [
  'STATE',
  'ACCOUNT',
  'REGION',
  'CLUSTER',
  'SERVICE',
  'DESIRED',
  'RUNNING',
  'PENDING',
  'LAST DEPLOYMENT',
  'OPEN ALERTS',
];
const NUMBERS = [5, 6, 7];
const TITLE_LENGTH = 60;
const ROLLOUTS: Record<string, string> = {
  COMPLETED: 'completed',
  IN_PROGRESS: 'in progress',
  FAILED: 'failed',
};

/** A line for each service, what is open besides, a line that counts, and last what could not be asked. */
export function describeStandings(
  { services, otherAlerts }: Standings,
  unanswered: Unanswered[],
  now: Date,
): string {
  const rows = services.map((service) => cellsOf(service, now));
  const others = otherAlerts.map(
    (alert) =>
      `Also open: ${wordsOf(alert)} (${alert.account}, ${alert.region}, ${alert.arn.split(':').at(-1)})`,
  );
  const blocks = [
    rows.length > 0 ? textTable([HEADINGS, ...rows], NUMBERS) : [],
    others,
    [countLine(services)],
    describeUnanswered(unanswered),
  ];
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function cellsOf(service: ServiceStanding, now: Date): string[] {
  const { account, region, cluster, desired, running, pending, alerts } = service;
  return [
    troubleOf(service),
    account.name || account.id,
    region,
    cluster,
    service.service,
    ...[desired, running, pending].map(String),
    deploymentOf(service, now),
    alerts.map(wordsOf).join('; '),
  ];
}

/** `failed cart:7, 14 min ago` */
function deploymentOf({ deployment }: ServiceStanding, now: Date): string {
  if (!deployment) return '-';
  const { rolloutState = '', taskDefinition, startedAt } = deployment;
  const state = ROLLOUTS[rolloutState] ?? rolloutState;
  const ago = startedAt === undefined ? '' : `, ${spanOf(now.getTime() - startedAt)} ago`;
  return [state, `${taskDefinition}${ago}`].filter(Boolean).join(' ');
}

function wordsOf({ reference, title }: OpenAlert): string {
  return `${reference} ${cutText(title, TITLE_LENGTH)}`;
}

/** `12 services in 3 clusters of 2 accounts: 1 down, 11 ok.` */
function countLine(services: ServiceStanding[]): string {
  if (services.length === 0) return 'No service was found.';
  const places = services.map(({ account, region, cluster }) => `${account.id} ${region} ${cluster}`);
  const accounts = services.map(({ account }) => account.id);
  const counts = TROUBLES.map((trouble) => ({
    trouble,
    count: services.filter((service) => troubleOf(service) === trouble).length,
  }));
  const states = counts.filter(({ count }) => count > 0).map(({ trouble, count }) => `${count} ${trouble}`);
  return (
    `${counted(services.length, 'service')} in ${counted(new Set(places).size, 'cluster')} of ` +
    `${counted(new Set(accounts).size, 'account')}: ${states.join(', ')}.`
  );
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
