import type { Observation, Resource } from '#lambdas/contracts/observation.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import { type AlertMembers, membersOf } from '#lambdas/required-tags/alert-members.ts';
import { alertWords } from '#lambdas/required-tags/alert-words.ts';
import { configUrlOf, titleOf } from '#lambdas/required-tags/resource-words.ts';
import type { ToldAlert } from '#lambdas/required-tags/told-alert.ts';
import { shortViolations } from '#lambdas/required-tags/violation-words.ts';
import { resourcePages } from '#lambdas/runtime/resource-pages.ts';

const CHANGES_NAMED = 5;
const SOURCE = 'tags';
/** Nobody knows whether it was mended. */
const UNWATCHED = 'NOT WATCHED';

/** An alert as it stands now: one observation, or several pages of one where it has very many resources. */
export function toObservations(told: ToldAlert): Observation[] {
  const { alert, version, findings, account } = told;
  const members = membersOf(findings);
  const { open, over } = members;
  const isOpen = open.length > 0;
  const resources = [...open, ...over].map((finding) => toResource(finding, told));
  const regions = [...new Set((isOpen ? open : over).map(({ region }) => region))];
  const [region] = regions.length === 1 ? regions : [];

  return resourcePages(resources, String(version)).map((page, index) => ({
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

function toResource(finding: TagFinding, { settings }: ToldAlert): Resource {
  const { id, arn, status, violations } = finding;
  return {
    id: arn ?? id,
    status: status === 'open' ? problemOf(violations) : status === 'unwatched' ? UNWATCHED : 'RESOLVED',
    url: configUrlOf(finding, settings.homeRegion),
  };
}

function problemOf(violations: TagFinding['violations']): string {
  if (violations.some(({ problem }) => problem === 'missing')) return 'MISSING TAGS';
  return violations.length > 0 ? 'WRONG VALUES' : 'VIOLATES';
}

/** What changed, where the alert was there before. */
function entryOf({ changed, findings }: ToldAlert, { open }: AlertMembers): Pick<Observation, 'entry'> {
  const isNew = findings.length === changed.length && changed.every(({ version }) => version === 1);
  if (changed.length === 0 || isNew) return {};
  const lines = changed.slice(0, CHANGES_NAMED).map((finding) => {
    const { status, violations } = finding;
    if (status === 'unwatched') return `${titleOf(finding)} is not watched any more`;
    if (status !== 'open') return `${titleOf(finding)} was ${status}`;
    return `${titleOf(finding)}: ${shortViolations(violations)}`;
  });
  const more = changed.length - lines.length;
  const left = open.length > 0 ? `; ${open.length} still open` : '';
  return { entry: `${lines.join('; ')}${more > 0 ? `; and ${more} more` : ''}${left}` };
}
