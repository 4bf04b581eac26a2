import { ASSUMED } from '#bin/commands/estimate/assumptions.ts';
import { inventoryWork } from '#bin/commands/estimate/inventory-work.ts';
import { DAYS_PER_MONTH } from '#bin/commands/estimate/runs-per-month.ts';
import { PER_MESSAGE, type Scale, type Workload } from '#bin/commands/estimate/work.ts';

/** Of five minutes, in which ecs-history gathers events. */
const WINDOWS_PER_MONTH = 12 * 24 * DAYS_PER_MONTH;

export const ecsEvents = ({ accounts }: Scale) => accounts * ASSUMED.ecsEventsPerAccount;

/** The work of the functions about Amazon ECS. */
export const ecsWorkloads: Record<string, Workload> = {
  'ecs-alerts': (scale) => {
    const events = ecsEvents(scale);
    const observations = events / ASSUMED.ecsEventsPerObservation;
    const alerts = observations / ASSUMED.ecsObservationsPerAlert;
    const checks = alerts * ASSUMED.ecsChecksPerAlert;
    const runs = events + checks;
    return {
      runs,
      milliseconds: runs * 500,
      queueRequests: runs * PER_MESSAGE,
      tableReads: observations,
      observations: observations + checks,
      alerts,
    };
  },

  'ecs-history': (scale) => {
    const events = ecsEvents(scale);
    // A batch for each window in which something came, and for each thousand.
    const batches = Math.min(events, WINDOWS_PER_MONTH) + Math.floor(events / 1000);
    return {
      runs: batches,
      milliseconds: batches * 500,
      queueRequests: events * PER_MESSAGE,
      files: batches,
      fileKilobytes: (events * ASSUMED.ecsBytesPerEvent) / 1000,
    };
  },

  'ecs-inventory': (scale, { scheduled }) => inventoryWork(scale, scheduled),
};
