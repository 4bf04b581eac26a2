import type { Observation } from '#lambdas/contracts/observation.ts';
import type { Account } from '#lambdas/contracts/settings.ts';
import { mendSnippets } from '#lambdas/contracts/tags/mend-snippets.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { AlertMembers } from '#lambdas/required-tags/alert-members.ts';
import { labelsOf } from '#lambdas/required-tags/labels.ts';
import { configUrlOf, nameOf, stackUrlOf, titleOf } from '#lambdas/required-tags/resource-words.ts';
import { severityOf } from '#lambdas/required-tags/severity.ts';
import type { ToldAlert } from '#lambdas/required-tags/told-alert.ts';
import { allViolations, violationLines } from '#lambdas/required-tags/violation-words.ts';

const WRONG = 'What is wrong';

/** What readers are told of an alert, of what is open, or else of what ended. */
export function alertWords(
  { open, over }: AlertMembers,
  { account, settings }: ToldAlert,
): Pick<
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
> {
  const { policy, homeRegion } = settings;
  const shown = open.length > 0 ? open : over;
  const [first] = shown;
  const { stack, owner = account.owner } = first ?? {};
  const atSource = stack
    ? `CloudFormation stack ${stack} made ${shown.length === 1 ? 'it' : 'them'}: mend its template or CDK app. Its next update may take away what is tagged by hand.`
    : '';
  return {
    severity: severityOf(shown, policy),
    title: titleFor(shown, account, stack),
    summary: open.length > 0 ? atSource : (unwatchedWords(over) ?? atSource),
    // Above the code that mends it: without it nobody knows what that is for.
    facts: [{ label: WRONG, value: violationLines(shown, policy).join('\n') }],
    links: first
      ? [
          ...(stack ? [{ label: 'Open the stack', url: stackUrlOf(first.region, stack, homeRegion) }] : []),
          { label: `Open ${nameOf(first)}`, url: configUrlOf(first, homeRegion) },
        ]
      : [],
    labels: labelsOf(shown, account),
    ...(owner ? { owner } : {}),
    remindAt: [],
    related: [],
    actions: open.length > 0 ? actionsOf(open, settings, stack) : [],
  };
}

/** What ends unseen did not end well. */
function unwatchedWords(over: TagFinding[]): string | undefined {
  const { length } = over.filter(({ status }) => status === 'unwatched');
  if (length === 0) return undefined;
  const who = over.length === 1 ? 'It is' : length === over.length ? 'They are' : `${length} of them are`;
  return `${who} not watched any more: the account was closed or has left, or the settings leave out its Region, its type or the account. Nobody has looked whether the tags are there now.`;
}

function titleFor(shown: TagFinding[], account: Account, stack: string | undefined): string {
  const [first] = shown;
  const where = stack ? `stack ${stack}` : (account.name ?? account.id);
  if (!first) return `Required tags: nothing left in ${where}`;
  if (shown.length === 1) return `Required tags: ${titleOf(first)}${stack ? ` of ${where}` : ''}`;
  return `Required tags: ${shown.length} resources of ${where}`;
}

/** The ways in which people make resources; what a stack made is mended in no other than its own. */
function actionsOf(
  open: TagFinding[],
  { policy }: ToldAlert['settings'],
  stack: string | undefined,
): Observation['actions'] {
  const violations = allViolations(open, policy);
  if (violations.length === 0) return [];
  const [first, ...others] = open;
  const { type, arn, region } = first ?? {};
  const snippets = mendSnippets(policy.tags, violations, {
    ...(others.length === 0 && type ? { type } : {}),
    ...(others.length === 0 && arn ? { arn } : {}),
    ...(region && region !== 'global' ? { region } : {}),
    ...(stack ? { stack } : {}),
  });
  const cdk = { id: 'cdk', label: 'AWS CDK', command: snippets.cdk };
  const cloudFormation = { id: 'cloudformation', label: 'CloudFormation', command: snippets.cloudFormation };
  if (stack) return [cdk, cloudFormation];
  return [
    { id: 'terraform', label: 'Terraform', command: snippets.terraform },
    cdk,
    cloudFormation,
    // Last, and so the first that chat has no room for: what is tagged by hand is not mended for long.
    { id: 'cli', label: 'AWS CLI', command: snippets.cli },
  ];
}
