import type { Estate } from '#local/estate.ts';

/**
 * The name of a deployed thing as people say it: `ReeveHub-ChatDeliveryFunctionE7E43241-a1B2c3D4e5F6` → `chat
 * delivery function`. The stack's name, the hashes of CDK and CloudFormation and the rest of an ARN are left out.
 */
export function plainName(nameOrArn: string): string {
  const name = nameOrArn.slice(Math.max(nameOrArn.lastIndexOf(':'), nameOrArn.lastIndexOf('/')) + 1);
  const bare = name
    .replace(/\.fifo$/, '')
    .replace(/^([A-Z].*-[A-Z].*)-[A-Za-z0-9]{12}$/, '$1')
    .replace(/^[A-Z].*-(?=[A-Z])/, '')
    // Where a name was too long, the end of the hash is gone.
    .replace(/[0-9A-F]{8}$|(?<=[a-z])[0-9A-F]{2,7}$/, '');
  return bare.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
}

/** Puts plain names in place of those of an estate, wherever they stand in a text. */
export function plainNamesOf(estate: Estate): (text: string) => string {
  const { functions, queues, tables, buses, rules, schedules, topics, buckets } = estate;
  const named = [functions, queues, tables, buses, rules, schedules, topics].flat();
  const plain = new Map([
    ...named.map(({ name }) => [name, plainName(name)] as const),
    // Without capitals there are no words in its name.
    ...buckets.map(({ name, logicalId }) => [name, plainName(logicalId)] as const),
  ]);
  // The longest first: one name may be the beginning of another.
  const longestFirst = [...plain.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => RegExp.escape(name));
  const known = new RegExp(longestFirst.join('|') || '$^', 'g');
  return (text) => text.replaceAll(known, (name) => plain.get(name) ?? name);
}
