import type { CheckRequest, Standing } from '#lambdas/contracts/observation.ts';
import type { EcsApi } from '#lambdas/ecs-alerts/checks/ecs-api.ts';
import { findInstance } from '#lambdas/ecs-alerts/checks/find-instance.ts';
import { findService } from '#lambdas/ecs-alerts/checks/find-service.ts';
import { NotAllowedError } from '#lambdas/ecs-alerts/checks/not-allowed-error.ts';
import { CLOCK, isoTime, minutesAfter } from '#lambdas/ecs-alerts/ecs-alert.ts';
import type { Place } from '#lambdas/ecs-alerts/place.ts';
import { PermanentError } from '#lambdas/runtime/errors.ts';

/** What was found: whether it lasts, and a clause for readers. */
export type Finding = { status: Standing['status']; why: string; at?: number };

const ANSWER_MS = 60_000;

export type CheckPorts = {
  tell: (standing: Standing) => Promise<void>;
  ecs: (place: Place) => EcsApi;
  settings: { quietMinutes: number };
  now: () => Date;
};

/** Asks ECS whether an open alert still holds, and tells the desk. An account that cannot be asked is no failure. */
export async function answerCheck({ key, scope, subject }: CheckRequest, ports: CheckPorts): Promise<void> {
  const { partition = 'aws', region = '', account = '', what } = subject;
  const place = { partition, region, account };
  const now = ports.now();
  const { status, why, at } = await find(what, subject, place, now, ports);
  // What happens while ECS answers is news, not over.
  const moment = at ?? now.getTime() - ANSWER_MS;
  await ports.tell({
    kind: 'standing',
    scope,
    key,
    at: isoTime(moment),
    orderedBy: [[CLOCK, moment]],
    status,
    why,
    ...(status === 'open' ? { resolvesAt: minutesAfter(now.getTime(), ports.settings.quietMinutes) } : {}),
  });
}

async function find(
  what: string | undefined,
  subject: CheckRequest['subject'],
  place: Place,
  now: Date,
  { ecs, settings }: CheckPorts,
): Promise<Finding> {
  try {
    if (what === 'service') return await findService(subject, ecs(place), { now, ...settings });
    if (what === 'instance') return await findInstance(subject, ecs(place));
  } catch (error) {
    if (error instanceof NotAllowedError) return { status: 'unknown', why: error.message };
    throw error;
  }
  throw new PermanentError('Check of an unknown kind', { fields: { fields: ['subject.what'] } });
}
