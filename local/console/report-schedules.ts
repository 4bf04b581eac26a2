import type { Estate, Schedule } from '#local/estate.ts';

/** The schedules whose work ends in files of a bucket: they feed functions that know one by name. */
export function reportSchedules({ buckets, functions, sources, schedules }: Estate): Schedule[] {
  const names = new Set(buckets.map(({ name }) => name));
  const writers = functions.filter(({ environment }) =>
    Object.values(environment).some((value) => names.has(value)),
  );
  const arns = new Set(writers.map(({ arn }) => arn));
  const queues = sources.filter(({ functionArn }) => arns.has(functionArn)).map(({ queueArn }) => queueArn);
  return schedules.filter(({ targetArn }) => arns.has(targetArn) || queues.includes(targetArn));
}
