import type { Answer, Question } from '#bin/commands/ecs/ask-accounts.ts';
import type { OpenAlert } from '#bin/commands/ecs/open-alert.ts';
import { byTrouble, type ServiceStanding } from '#bin/commands/ecs/service-standing.ts';

export type Standings = {
  /** Those in trouble first. */
  services: ServiceStanding[];
  /** What is open about what was asked for, and about none of these services: instances, daemons, what is gone. */
  otherAlerts: OpenAlert[];
};

/** Puts what is open beside the services that it is about. */
export function addAlerts(
  services: Answer['services'],
  alerts: OpenAlert[],
  { accounts, regions, clusters }: Question,
): Standings {
  const byArn = Map.groupBy(alerts, ({ arn }) => arn.replace(/^arn:[^:]*:/, ''));
  const standings = services.map((service) => {
    const { account, region, cluster } = service;
    const about = `ecs:${region}:${account.id}:service/${cluster}/${service.service}`;
    const own = byArn.get(about) ?? [];
    byArn.delete(about);
    return { ...service, alerts: own };
  });
  const asked = new Set(accounts.map(({ id }) => id));
  const otherAlerts = [...byArn.values()]
    .flat()
    .filter(({ account, region }) => asked.has(account) && regions.includes(region))
    .filter(({ cluster }) => clusters.length === 0 || clusters.includes(cluster));
  return { services: standings.sort(byTrouble), otherAlerts };
}
