import { type Observation, SEVERITIES } from '#lambdas/contracts/observation.ts';
import type { AdvisorRow } from '#lambdas/contracts/trusted-advisor/advisor-row.ts';
import { categoryName } from '#lambdas/contracts/trusted-advisor/category-name.ts';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import type { AlertMembers } from '#lambdas/trusted-advisor-alerts/alert-members.ts';
import { checkUrlOf, quotasUrlOf } from '#lambdas/trusted-advisor-alerts/console-url.ts';
import { itemLine } from '#lambdas/trusted-advisor-alerts/item-words.ts';
import { labelsOf } from '#lambdas/trusted-advisor-alerts/labels.ts';
import { savingsText } from '#lambdas/trusted-advisor-alerts/savings-text.ts';
import type { ToldAlert } from '#lambdas/trusted-advisor-alerts/told-alert.ts';

const LINES = 10;

type Words = Pick<
  Observation,
  | 'severity'
  | 'title'
  | 'summary'
  | 'facts'
  | 'links'
  | 'labels'
  | 'owner'
  | 'remindAt'
  | 'related'
  | 'actions'
>;

/** What readers are told of an alert, of what is open, or else of what ended. */
export function alertWords({ open, over }: AlertMembers, { account, check, settings }: ToldAlert): Words {
  const shown = open.length > 0 ? open : over;
  const savings = savingsText(open);
  const owner = shown[0]?.owner ?? account.owner;
  return {
    severity: SEVERITIES.find((severity) => shown.some((item) => item.severity === severity)) ?? 'info',
    title: titleOf(shown, check.name),
    summary: summaryOf(open),
    facts: [
      ...(check.category ? [{ label: 'Category', value: categoryName(check.category) }] : []),
      ...(shown.length > 0 ? [{ label: 'Items', value: linesOf(shown).join('\n') }] : []),
      ...(savings ? [{ label: 'Estimated savings', value: `${savings} a month` }] : []),
    ],
    links: linksOf(shown, check, settings.homeRegion),
    labels: labelsOf(shown, check, account),
    ...(owner ? { owner } : {}),
    remindAt: [],
    related: [],
    actions:
      open.length > 0
        ? [
            {
              id: 'list',
              label: 'All of this check',
              command: `npm run reeve -- advisor items --account ${account.id} --check ${quoted(check.id ?? check.name)}`,
            },
          ]
        : [],
  };
}

function titleOf(shown: AdvisorRow[], check: string): string {
  const [first] = shown;
  if (!first) return check;
  const use = limitUseOf(first.fields);
  if (shown.length > 1) return `${check}: ${shown.length} items`;
  if (!use) return `${check}: ${itemName(first)}`;
  const where = first.region && first.region !== 'global' ? ` in ${first.region}` : '';
  return `${use.percent} % of ${use.service} ${use.limit}${where} used`;
}

const COLOURS: Record<string, string> = { error: 'red', warning: 'yellow', info: 'blue' };

function summaryOf(open: AdvisorRow[]): string {
  const counts = Object.entries(COLOURS).flatMap(([status, colour]) => {
    const count = open.filter((item) => item.status === status).length;
    return count > 0 ? [`${count} ${colour}`] : [];
  });
  return counts.length > 0 ? `Trusted Advisor flags ${counts.join(', ')}.` : '';
}

function linesOf(shown: AdvisorRow[]): string[] {
  const lines = shown.slice(0, LINES).map(itemLine);
  const more = shown.length - lines.length;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

function linksOf(shown: AdvisorRow[], check: ToldAlert['check'], home: string): Observation['links'] {
  const limit = shown.find(({ fields }) => limitUseOf(fields));
  const region = limit?.region && limit.region !== 'global' ? limit.region : undefined;
  return [
    { label: 'Open the check', url: checkUrlOf(check, home) },
    ...(limit ? [{ label: 'Ask for an increase', url: quotasUrlOf(region ?? home) }] : []),
  ];
}

/** For a shell; nothing of a stranger's text may end the quotes. */
function quoted(text: string): string {
  return /^[\w-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
