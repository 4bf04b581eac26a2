import { handleDue } from '#lambdas/alert-desk/handle-due.ts';
import { nextDue } from '#lambdas/alert-desk/next-due.ts';
import { receiveObservations } from '#lambdas/alert-desk/receive-observations.ts';
import { receiveStanding } from '#lambdas/alert-desk/receive-standing.ts';
import { type Card, toCard } from '#lambdas/chat-delivery/card.ts';
import { renderSlack } from '#lambdas/chat-delivery/slack/render-slack.ts';
import type { Observation, Standing } from '#lambdas/contracts/observation.ts';
import type { EcsSettings } from '#lambdas/contracts/settings.ts';
import { answerCheck } from '#lambdas/ecs-alerts/checks/answer-check.ts';
import type { EcsApi } from '#lambdas/ecs-alerts/checks/ecs-api.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';
import { told } from '#test/ecs-alerts/an-ecs-event.ts';

const ROUTES = {
  routes: [{ name: 'everything', when: {}, channels: ['ops'], owner: false }],
  mutes: [],
  owners: {},
};

/** Ecs-alerts before a desk, in memory: events in, alerts out, with the alert clock and the questions to ECS. */
export function aWatch(ecs?: Partial<EcsApi>, settings: Partial<EcsSettings> = {}) {
  let now = new Date('2026-11-22T10:00:00Z');
  const ledger = inMemoryLedger(ROUTES, () => now);
  let asked = 0;

  async function enter(message: Observation | Standing) {
    if (message.kind === 'standing') await receiveStanding(message, ledger.ports);
    else await receiveObservations([message], ledger.ports);
    for (const standing of ledger.handedOn.splice(0)) await receiveStanding(standing, ledger.ports);
  }

  async function wake() {
    for (const head of ledger.heads()) {
      const due = nextDue(head);
      if (due === undefined || due > now.getTime()) continue;
      await handleDue({ kind: 'due', key: head.key, scope: head.content.scope }, ledger.ports);
    }
    for (const { source: _source, ...question } of ledger.questions.splice(0)) {
      asked += 1;
      await answerCheck(question, {
        tell: enter,
        ecs: () => ecs as EcsApi,
        settings: { quietMinutes: 30 },
        now: () => now,
      });
    }
  }

  return {
    ledger,
    enter,
    asked: () => asked,
    /** An event arrives: at the moment that it bears, unless one is given. */
    hear: async (event: { time?: unknown }, moment = new Date(String(event.time))) => {
      now = moment;
      for (const message of await told(event, { settings, ports: { now: () => now } })) await enter(message);
    },
    /** Time passes, minute by minute, as the alert clock sees it. */
    pass: async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        now = new Date(now.getTime() + 60_000);
        await wake();
      }
    },
    /** What the channel sees, in the order of the titles; of what it was never told, nothing. */
    cards: (): Card[] =>
      ledger
        .heads()
        .flatMap((head) => (head.views['ops'] ? [toCard(head, head.views['ops'], now)] : []))
        .sort((a, b) => (`${a.title} ${a.reference}` < `${b.title} ${b.reference}` ? -1 : 1)),
    slack: () =>
      ledger.heads().flatMap((head) => {
        const view = head.views['ops'];
        return view ? [renderSlack(toCard(head, view, now), 'full')] : [];
      }),
    entries: () => ledger.heads().flatMap(({ entries }) => entries.map(({ text }) => text)),
    now: () => now,
  };
}
