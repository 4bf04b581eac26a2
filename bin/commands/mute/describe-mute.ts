import type { Mute, PartFilter } from '#lambdas/contracts/settings.ts';

/** `ec2-storm: typeCode AWS_EC2_* and accounts 111122223333, until 2026-12-01T00:00:00.000Z (reason)` */
export function describeMute({ id, when, until, reason }: Mute): string {
  return `${id}: ${describeFilter(when)}, until ${until} (${reason})`;
}

function describeFilter({ labels = {}, tags = {}, ...fields }: PartFilter): string {
  const tagFields = Object.entries(tags).map(([key, values]) => [`tag ${key}`, values] as const);
  const known = [...Object.entries(labels), ...tagFields, ...Object.entries(fields)];
  return known.map(([name, values]) => `${name} ${[values].flat().join(' or ')}`).join(' and ');
}
