import { runsPerMonth } from '#bin/commands/estimate/runs-per-month.ts';

type Resource = { Type: string; Properties?: Record<string, unknown> };
export type HubTemplate = { Resources: Record<string, Resource> };

/** What a hub's template decides of its cost. */
export type Deployment = {
  alarms: number;
  customMetrics: number;
  /** Queues that Lambda asks for messages, day and night. */
  polledQueues: number;
  polledFifoQueues: number;
  functions: { capability: string; memoryMegabytes: number; runs: number }[];
};

/** Counts in the template of a hub. The ids of a capability's resources begin with its name. */
export function countDeployment({ Resources }: HubTemplate, capabilities: string[]): Deployment {
  const all = Object.entries(Resources).map(([id, { Type, Properties = {} }]) => ({ id, Type, Properties }));
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);
  const capabilityOf = (id: string) => {
    const [longest] = capabilities
      .filter((name) => id.startsWith(toIdentifier(name)))
      .sort((a, b) => b.length - a.length);
    if (longest === undefined) throw new Error(`Which capability does ${id} belong to?`);
    return longest;
  };
  const polled = ofType('AWS::Lambda::EventSourceMapping').map(
    ({ Properties }) => Resources[targetOf(Properties['EventSourceArn'])]?.Properties ?? {},
  );
  const fifo = polled.filter((queue) => queue['FifoQueue'] === true).length;
  const runs = ofType('AWS::Scheduler::Schedule').map(({ id, Properties }) => ({
    capability: capabilityOf(id),
    runs: runsPerMonth(String(Properties['ScheduleExpression'])),
  }));
  const alarms = ofType('AWS::CloudWatch::Alarm');

  return {
    alarms: alarms.length,
    customMetrics: new Set(alarms.flatMap(({ Properties }) => customMetric(Properties))).size,
    polledQueues: polled.length - fifo,
    polledFifoQueues: fifo,
    functions: ofType('AWS::Lambda::Function').map(({ id, Properties }) => ({
      capability: capabilityOf(id),
      memoryMegabytes: Number(Properties['MemorySize']),
      runs: runs
        .filter(({ capability }) => capability === capabilityOf(id))
        .reduce((sum, schedule) => sum + schedule.runs, 0),
    })),
  };
}

function customMetric({ Namespace, MetricName, Dimensions }: Record<string, unknown>): string[] {
  return String(Namespace).startsWith('AWS/') ? [] : [JSON.stringify([Namespace, MetricName, Dimensions])];
}

/** `alert-desk` → `AlertDesk` */
function toIdentifier(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function targetOf(arn: unknown): string {
  return (arn as { 'Fn::GetAtt'?: [string, string] })['Fn::GetAtt']?.[0] ?? '';
}
