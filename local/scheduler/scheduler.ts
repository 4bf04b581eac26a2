import type { TargetResult } from '#local/attempts.ts';
import type { Schedule } from '#local/estate.ts';
import { type DeliveryOptions, deliver } from './delivery.ts';
import { type NextAfter, scheduleExpression } from './schedule-expression.ts';

export type SchedulerOptions = DeliveryOptions & {
  schedules: Schedule[];
  /** What to do when a move of the clock passes several due moments: fire for the last of them, or for each. */
  catchUp?: 'latest' | 'all';
};

export type Scheduler = {
  /** Fires a schedule now, by name or ARN, a disabled one too; resolves with the first attempt's result. */
  trigger(nameOrArn: string): Promise<TargetResult>;
  /** When a schedule fires next, in milliseconds since 1970; never when it is disabled or over. */
  next(nameOrArn: string): number | undefined;
  /** Nothing fires by itself until `resume`; retries already begun go on. */
  pause(): void;
  /** Fires by the clock again; what was due meanwhile is skipped. */
  resume(): void;
};

type Entry = { schedule: Schedule; nextAfter: NextAfter; cancel: () => void };

/** What EventBridge Scheduler does for the schedules of an estate, by the embedded cloud's clock. */
export function startScheduler({ schedules, catchUp = 'latest', ...options }: SchedulerOptions): Scheduler {
  const { clock } = options;
  const entries = schedules.map((schedule) => toEntry(schedule, clock.now()));

  function arm(entry: Entry) {
    const at = nextOf(entry);
    if (at !== undefined) entry.cancel = clock.timer(at, () => fire(entry, at));
  }

  function fire(entry: Entry, at: number) {
    const due = dueMoments(entry.nextAfter, at, clock.now());
    arm(entry);
    for (const moment of catchUp === 'all' ? due : due.slice(-1))
      void deliver(entry.schedule, moment, options);
  }

  function nextOf({ schedule, nextAfter }: Entry): number | undefined {
    return schedule.enabled ? nextAfter(clock.now()) : undefined;
  }

  function find(wanted: string): Entry {
    const entry = entries.find(({ schedule: { name, arn } }) => arn === wanted || name === wanted);
    if (!entry) throw new Error(`There is no schedule named ${wanted}`);
    return entry;
  }

  const pause = () => entries.forEach(({ cancel }) => cancel());
  const resume = () => {
    pause();
    entries.forEach(arm);
  };
  resume();
  return {
    trigger: (nameOrArn) => deliver(find(nameOrArn).schedule, clock.now(), options),
    next: (nameOrArn) => nextOf(find(nameOrArn)),
    pause,
    resume,
  };
}

function toEntry(schedule: Schedule, startedAt: number): Entry {
  return { schedule, nextAfter: scheduleExpression(schedule.expression, startedAt), cancel: () => {} };
}

function dueMoments(nextAfter: NextAfter, first: number, now: number): number[] {
  const due: number[] = [];
  for (let at: number | undefined = first; at !== undefined && at <= now; at = nextAfter(at)) due.push(at);
  return due;
}
