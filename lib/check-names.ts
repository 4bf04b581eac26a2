import { z } from 'zod';

/** What is wrong at a place of the settings, and what to write instead. */
export type Issue = { path: PropertyKey[]; message: string };

const Names = z.record(z.string(), z.unknown()).optional().catch(undefined);
const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.array(entry.optional().catch(undefined)).optional().catch(undefined);

/** What is compared here, as far as it can be read: of the rest the schema of the settings tells. */
const Readable = z
  .object({
    channels: Names,
    owners: Names,
    routes: listOf(
      z.object({
        name: z.string(),
        when: z.record(z.string(), z.unknown()).default({}),
        channels: z.array(z.string()).default([]),
        owner: z.boolean().default(false),
      }),
    ),
    mutes: listOf(z.object({ id: z.string() })),
    accounts: listOf(z.object({ id: z.string(), owner: z.string().optional() })),
    dropUnrouted: z.boolean().optional().catch(undefined),
  })
  .catch({});

/** Compares the fields of the settings, whatever else is wrong in them: names that nothing has, or two have. */
export function checkNames(settings: unknown): Issue[] {
  const { channels, owners, routes, mutes, accounts, dropUnrouted } = Readable.parse(settings);
  const issues: Issue[] = [];
  const issue = (path: PropertyKey[], message: string) => issues.push({ path, message });

  function mustExist(kind: string, names: object | undefined, name: unknown, path: PropertyKey[]): void {
    if (names === undefined || typeof name !== 'string' || Object.hasOwn(names, name)) return;
    const known = Object.keys(names).join(', ') || 'none';
    issue(path, `there is no ${kind} "${name}": add it to ${kind}s, or take one of those (${known})`);
  }

  function mustDiffer(field: string, key: string, ids: (string | undefined)[] = []): void {
    for (const [index, id] of ids.entries()) {
      const first = ids.indexOf(id);
      if (id === undefined || first === index) continue;
      issue([field, index, key], `"${id}" is at ${field}.${first} already: make one of the two`);
    }
  }

  for (const [index, route] of routes?.entries() ?? []) {
    for (const [at, channel] of route?.channels.entries() ?? []) {
      mustExist('channel', channels, channel, ['routes', index, 'channels', at]);
    }
    const nowhere = route?.channels.length === 0 && !route.owner;
    if (nowhere) issue(['routes', index, 'channels'], 'must name a channel (or set owner: true)');
  }
  for (const [owner, channel] of Object.entries(owners ?? {})) {
    mustExist('channel', channels, channel, ['owners', owner]);
  }
  for (const [index, account] of accounts?.entries() ?? []) {
    mustExist('owner', owners ?? {}, account?.owner, ['accounts', index, 'owner']);
  }
  mustDiffer(
    'routes',
    'name',
    routes?.map((route) => route?.name),
  );
  mustDiffer(
    'mutes',
    'id',
    mutes?.map((mute) => mute?.id),
  );
  mustDiffer(
    'accounts',
    'id',
    accounts?.map((account) => account?.id),
  );

  // A route that cannot be read may be the one for everything.
  const catchesAll = routes?.some(
    (route) => !route || (Object.keys(route.when).length === 0 && route.channels.length > 0),
  );
  if (routes?.length && !catchesAll && !dropUnrouted) {
    issue(['routes'], 'must hold one without "when", else alerts get lost (or set dropUnrouted: true)');
  }
  return issues;
}
