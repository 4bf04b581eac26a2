import type { Clock } from '#local/clock.ts';
import type { Rule, RuleTarget } from '#local/estate.ts';
import { targetKind } from '#local/target-kind.ts';
import { type BusEvent, checkEntry, type EntryError, type PutEventsEntry, toBusEvent } from './bus-event.ts';
import { matchesPattern } from './event-pattern.ts';
import { refuseOversize } from './put-events-limits.ts';

/** Resolves once the target has taken the event; rejects if it refuses. */
export type Deliver = (target: RuleTarget, event: BusEvent, rule: Rule) => Promise<void>;

/** What became of an event at one rule; `target` is absent where the rule as a whole is meant. */
export type BusStep = {
  at: number;
  kind: 'matched' | 'delivered' | 'dropped';
  rule: Rule;
  target?: RuleTarget;
  eventId: string;
  /** Why it was dropped. */
  reason?: string;
};

export type PutEventsResult = { EventId: string } | EntryError;

export type EventBus = {
  /** One result per entry, in their order, after all targets took the events or failed to. */
  putEvents: (busArn: string, entries: PutEventsEntry[]) => Promise<PutEventsResult[]>;
  /** Puts a whole event, as an AWS service does: account, region, time and id stay as they are. */
  putRawEvent: (busArn: string, event: BusEvent) => Promise<void>;
};

type Options = {
  rules: Rule[];
  clock: Pick<Clock, 'now'>;
  deliver: Deliver;
  onStep?: (step: BusStep) => void;
};

/** The event buses of the embedded cloud: matches events with rules and hands them to the rules' targets. */
export function createEventBus({ rules, clock, deliver, onStep }: Options): EventBus {
  function report(step: Omit<BusStep, 'at'>): void {
    onStep?.({ at: clock.now(), ...step });
  }

  async function route(busArn: string, event: BusEvent, forwarded: boolean): Promise<void> {
    const matched = rules.filter(
      (rule) => rule.enabled && rule.busArn === busArn && matchesPattern(rule.pattern, event),
    );
    await Promise.all(
      matched.map(async (rule) => {
        report({ kind: 'matched', rule, eventId: event.id });
        await Promise.all(rule.targets.map((target) => send(target, event, rule, forwarded)));
      }),
    );
  }

  async function send(target: RuleTarget, event: BusEvent, rule: Rule, forwarded: boolean): Promise<void> {
    const outcome = { rule, target, eventId: event.id };
    try {
      if (!isBus(target.arn)) await deliver(target, event, rule);
      // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html
      else if (forwarded) throw new Error('An event that came from another bus is not sent to a third one');
      report({ ...outcome, kind: 'delivered' });
    } catch (error) {
      report({ ...outcome, kind: 'dropped', reason: error instanceof Error ? error.message : String(error) });
      if (target.deadLetterArn) {
        await send({ id: `${target.id}-dead-letter`, arn: target.deadLetterArn }, event, rule, forwarded);
      }
      return;
    }
    if (isBus(target.arn)) await route(target.arn, event, true);
  }

  async function putEntry(busArn: string, entry: PutEventsEntry): Promise<PutEventsResult> {
    const refusal = checkEntry(entry);
    if (refusal) return refusal;
    const event = toBusEvent(entry, busArn, clock.now());
    await route(busArn, event, false);
    return { EventId: event.id };
  }

  return {
    putEvents: async (busArn, entries) => {
      refuseOversize(entries);
      return Promise.all(entries.map((entry) => putEntry(busArn, entry)));
    },
    putRawEvent: (busArn, event) => route(busArn, event, false),
  };
}

function isBus(arn: string): boolean {
  return targetKind(arn) === 'bus';
}
