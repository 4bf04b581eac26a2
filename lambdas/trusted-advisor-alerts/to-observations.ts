import type { Observation, Resource } from '#lambdas/contracts/observation.ts';
import type { AdvisorRow, Ending } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import { resourcePages } from '#lambdas/runtime/resource-pages.ts';
import { type AlertMembers, membersOf } from '#lambdas/trusted-advisor-alerts/alert-members.ts';
import { alertWords } from '#lambdas/trusted-advisor-alerts/alert-words.ts';
import type { ToldAlert } from '#lambdas/trusted-advisor-alerts/told-alert.ts';

const SOURCE = 'trusted-advisor';
const CHANGES_NAMED = 5;
const COLOURS: Record<AdvisorRow['status'], string> = {
  error: 'RED',
  warning: 'YELLOW',
  info: 'BLUE',
  ok: 'GREEN',
};

/** An alert as it stands now: one observation, or several pages of one where it has very many items. */
export function toObservations(told: ToldAlert): Observation[] {
  const { alert, version, items, account } = told;
  const members = membersOf(items);
  const { open, over } = members;
  const isOpen = open.length > 0;
  const regions = [...new Set((isOpen ? open : over).map(({ region }) => region))];
  const [region] = regions.length === 1 ? regions : [];
  const pages = resourcePages([...open, ...over].map(toResource), String(version));
  return pages.map((page, index) => ({
    kind: 'observation' as const,
    key: alert,
    scope: alert,
    source: SOURCE,
    part: {
      id: account.id,
      account: account.id,
      ...(account.name ? { accountName: account.name } : {}),
      ...(region ? { region } : {}),
      status: isOpen ? ('open' as const) : ('resolved' as const),
      orderedBy: [['version', version]],
      ...page,
    },
    ...alertWords(members, told),
    // What was told of nowhere is no news when it is over.
    ...(isOpen ? {} : { quiet: true }),
    ...(index === 0 ? entryOf(told, members) : {}),
  }));
}

function toResource(item: AdvisorRow): Resource {
  return {
    id: item.resourceId ?? itemName(item),
    status: item.state === 'open' ? COLOURS[item.status] : 'RESOLVED',
  };
}

/** What changed, where the alert was there before. */
function entryOf({ changed, items }: ToldAlert, { open }: AlertMembers): Pick<Observation, 'entry'> {
  const isNew = items.length === changed.length && changed.every(({ version }) => version === 1);
  if (changed.length === 0 || isNew) return {};
  const lines = changed.slice(0, CHANGES_NAMED).map((item) => `${itemName(item)} ${changeOf(item)}`);
  const more = changed.length - lines.length;
  const left = open.length > 0 ? `; ${open.length} still open` : '';
  return { entry: `${lines.join('; ')}${more > 0 ? `; and ${more} more` : ''}${left}` };
}

const ENDED: Record<Ending, string> = {
  ok: 'is green',
  gone: 'is no longer flagged',
  milder: 'is milder than what is told',
  excluded: 'was excluded in Trusted Advisor',
  'not-watched': 'is not watched any more',
  renamed: 'goes on under the new name of its check',
  left: 'left with its account',
};

function changeOf(item: AdvisorRow): string {
  if (item.state === 'over') return ENDED[item.ending ?? 'gone'];
  const use = limitUseOf(item.fields);
  return use ? `is used to ${use.percent} %` : `is ${COLOURS[item.status].toLowerCase()}`;
}
