import { addTallies, contributionOf, firstResources } from '#lambdas/alert-desk/contribution.ts';
import { occurrencesWith } from '#lambdas/alert-desk/occurrences.ts';
import type { Contribution, PartRow } from '#lambdas/alert-desk/part-row.ts';
import {
  SAMPLE_SIZE,
  type SampledAccount,
  type SampledResource,
  type View,
} from '#lambdas/contracts/ledger.ts';

export const EMPTY_VIEW: View = {
  parts: 0,
  standing: {},
  resources: 0,
  resourceStatus: {},
  pages: { seen: 0, total: 0 },
  accountSample: [],
  resourceSample: [],
};

/** The view after a part changed: what it added before is taken away, what it adds now is added. */
export function viewWith(
  view: View,
  part: PartRow,
  before: Contribution | undefined,
  after: Contribution | undefined,
  sampleSize: number,
): View {
  const [account, resources] = after ? samplesOf(part) : [[], []];
  const accountSample = sampleWith(view.accountSample, part.id, account);
  const resourceSample = sampleWith(view.resourceSample, part.id, resources);
  const isStale =
    view.isStale ||
    hasLost(view.accountSample, accountSample, view.parts) ||
    hasLost(view.resourceSample, resourceSample, view.resources);
  const occurrences = occurrencesWith(view.occurrences, before?.occurrences, after?.occurrences);
  return {
    ...sumsWith(sumsWith(view, before, -1), after, 1),
    ...(occurrences ? { occurrences } : {}),
    accountSample: accountSample.slice(0, sampleSize),
    resourceSample: resourceSample.slice(0, sampleSize),
    ...(isStale ? { isStale } : {}),
  };
}

/** A sample that did not name all there is has no successor for a name that went away. */
function hasLost(before: unknown[], after: unknown[], total: number): boolean {
  return before.length < total && after.length < before.length;
}

/** The view with its samples taken anew from parts in the order of their ids. */
export function viewResampled({ isStale: _isStale, ...view }: View, parts: PartRow[]): View {
  const samples = parts.map(samplesOf);
  return {
    ...view,
    accountSample: samples.flatMap(([account]) => account).slice(0, SAMPLE_SIZE),
    resourceSample: samples.flatMap(([, resources]) => resources).slice(0, SAMPLE_SIZE),
  };
}

function sumsWith(view: View, change: Contribution | undefined, sign: 1 | -1): View {
  if (!change) return view;
  return {
    ...view,
    parts: view.parts + sign,
    standing: addTallies(view.standing, { [`${change.status}/${change.severity}`]: 1 }, sign),
    resources: view.resources + sign * change.resources,
    resourceStatus: addTallies(view.resourceStatus, change.resourceStatus, sign),
    pages: {
      seen: view.pages.seen + sign * change.pages.seen,
      total: view.pages.total + sign * change.pages.total,
    },
  };
}

function samplesOf(part: PartRow): [SampledAccount[], SampledResource[]] {
  const { id, account, accountName, region, status } = part;
  const place = { part: id, ...(account ? { account } : {}) };
  const { resources } = contributionOf(part);
  const sampled: SampledAccount = {
    ...place,
    ...(accountName ? { accountName } : {}),
    ...(region ? { region } : {}),
    status,
    resources,
  };
  return [[sampled], firstResources(part).map((resource) => ({ ...resource, ...place }))];
}

/** The first of a list in the order of part ids, with one part's share replaced. */
function sampleWith<Item extends { part: string }>(sample: Item[], partId: string, share: Item[]): Item[] {
  const others = sample.filter(({ part }) => part !== partId);
  const place = others.findIndex(({ part }) => part > partId);
  const at = place < 0 ? others.length : place;
  return [...others.slice(0, at), ...share, ...others.slice(at)];
}
