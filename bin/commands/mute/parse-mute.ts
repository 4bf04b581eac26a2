import { z } from 'zod';
import { UsageError } from '#bin/commands/command-line/errors.ts';
import type { Mute, PartFilter } from '#lambdas/contracts/settings.ts';
import { AccountId } from '#lib/organization-settings.ts';
import { Name, OuPath, Reason } from '#lib/settings-words.ts';

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_DAYS = 366;

const texts = z.array(z.string().min(1, 'must not be empty')).optional();

/** The options of `reeve mute`, by their names there. */
const Given = z.object({
  id: Name,
  reason: Reason,
  until: z.string(),
  'type-code': texts,
  service: texts,
  account: z.array(AccountId).optional(),
  region: texts,
  ou: z.array(OuPath).optional(),
  tag: z.array(z.string().regex(/^[^=]+=./, 'must be key=value')).optional(),
});

/** A mute from the options that were given; the error names every option that is wrong. */
export function parseMute(options: z.input<typeof Given>, now: Date): Mute {
  const result = Given.safeParse(options);
  const until = untilOf(options.until, now);
  const problems = (result.error?.issues ?? []).map(({ path, message }) => `--${String(path[0])} ${message}`);
  if (typeof until === 'string') problems.push(until);
  if (result.success && Object.keys(filterOf(result.data)).length === 0) {
    problems.push('Say what to mute: --type-code, --service, --account, --region, --ou or --tag');
  }
  if (!result.success || typeof until === 'string' || problems.length > 0) {
    throw new UsageError(`${problems.join('.\n')}.`);
  }
  const { id, reason } = result.data;
  return { id, reason, until: until.toISOString(), when: filterOf(result.data) };
}

/** The moment, or what is wrong with it. A row of the ledger lives little longer than a year. */
function untilOf(text: string, now: Date): Date | string {
  const [, count, unit] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const isMoment = z.iso.datetime({ offset: true }).safeParse(text).success;
  if (!isMoment && count === undefined) {
    return '--until must be a span such as 90m, 8h or 7d, or a moment such as 2027-01-31T00:00:00Z';
  }
  const until = new Date(isMoment ? text : now.getTime() + Number(count) * UNITS[unit as keyof typeof UNITS]);
  if (until <= now) return '--until is in the past';
  const days = (until.getTime() - now.getTime()) / UNITS.d;
  return days > LONGEST_DAYS
    ? '--until is more than a year away: such a mute belongs into reeve.config.ts'
    : until;
}

function filterOf(given: z.infer<typeof Given>): PartFilter {
  const { account: accounts, region: regions, ou: ous, service, tag } = given;
  const labels = present({ typeCode: given['type-code'], service });
  const pairs = tag?.map((text) => text.split(/=(.*)/s, 2) as [string, string]) ?? [];
  const tags = Object.fromEntries(
    [...Map.groupBy(pairs, ([key]) => key)].map(([key, values]) => [key, values.map(([, value]) => value)]),
  );
  return present({ accounts, regions, ous, labels: someOf(labels), tags: someOf(tags) });
}

function someOf<Entry extends object>(entries: Entry): Entry | undefined {
  return Object.keys(entries).length > 0 ? entries : undefined;
}

function present<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>;
  };
}
