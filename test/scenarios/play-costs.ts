import type { RunSet } from '#lambdas/cost-reports/cost-message.ts';
import type { EmbeddedCloud } from '#local/embedded-cloud.ts';
import { anAnomalyEvent } from '#test/cost-anomalies/an-anomaly.ts';

/** Waits for noon of the next day of that number: what Cost Explorer may be asked depends on the day of the month. */
export function waitForDay({ clock }: EmbeddedCloud, day: number): void {
  const date = new Date(clock.now());
  const noonIn = (months: number) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, day, 12);
  const next = [noonIn(0), noonIn(1)].find((noon) => noon > clock.now()) ?? clock.now();
  clock.advance(next - clock.now());
}

/** Starts a run of the cost reports as its schedule does. */
export async function startCostRun(cloud: EmbeddedCloud, set: RunSet): Promise<void> {
  const word = set === 'daily' ? 'CostReportsSchedulesDaily' : 'CostReportsSchedulesMonthly';
  const schedule = cloud.estate.schedules.find(({ logicalId }) => logicalId.startsWith(word));
  if (!schedule) throw new Error(`No schedule begins with ${word}`);
  await cloud.scheduler.trigger(schedule.arn);
}

/** The files of the report bucket. */
export function reportFiles({ estate, objects }: EmbeddedCloud) {
  const bucket = estate.buckets[0]?.name ?? '';
  return {
    keys: (prefix = '') => objects.keys(bucket).filter((key) => key.startsWith(prefix)),
    read: (key: string): Buffer => {
      const file = objects.read(bucket, key);
      if (!file) throw new Error(`There is no file ${key}`);
      return file.content;
    },
  };
}

/** Both runs, the first after a while without an answer, an anomaly, and what neither function can ever handle. */
export async function playCosts(cloud: EmbeddedCloud, settle: () => Promise<void>): Promise<void> {
  waitForDay(cloud, 17);
  let unanswered = 4;
  cloud.proxy.addHook({
    before: async ({ service }) =>
      service === 'ce' && unanswered-- > 0 ? { status: 500, headers: {}, body: '{}' } : undefined,
  });
  await startCostRun(cloud, 'monthly');
  await settle();
  cloud.clock.advance(60_000);
  await settle();
  await startCostRun(cloud, 'daily');
  const time = new Date(cloud.clock.now()).toISOString();
  await cloud.putEvent(anAnomalyEvent({}, { time }));
  for (const { name, fifo } of cloud.estate.queues) {
    if (!/Cost\w+(Runs|Events)Queue/.test(name)) continue;
    cloud.queues.send(name, { body: 'poison', ...(fifo ? { groupId: 'poison' } : {}) });
  }
  await settle();
}
