import { evaluateTags } from '#lambdas/contracts/tags/evaluate-tags.ts';
import { ruleNameOf } from '#lambdas/contracts/tags/tag-policy.ts';
import type { BusEvent } from '#local/bus/bus-event.ts';
import { wellTagged } from '#local/well-tagged.ts';
import {
  type ConfigStage,
  onConfigStage,
  PLACE,
  policy,
  put,
  saidOf,
} from '#test/conformance/config-samples/config-stage.ts';

type Result = { complianceType?: string; evaluationResultIdentifier?: object };
type Detail = {
  resourceType: string;
  resourceId: string;
  newEvaluationResult: Result;
  oldEvaluationResult?: Result;
};
export type Played = { line: string; complaints: string[] };

const YEAR_MS = 365 * 86_400_000;

/** An evaluation: as it is, of a rule that is none of ours; then as if a rule of the policy had found it. */
export async function playConfigEvent(event: BusEvent, assembly: string): Promise<Played[]> {
  const there = { ...event, account: PLACE.account, region: PLACE.region };
  const played = [await onConfigStage(assembly, (stage) => playForeign(there, stage))];
  if (event['detail-type'] !== 'Config Rules Compliance Change') return played;
  const ours = asOurs(there);
  const isFirst = !detailOf(ours).oldEvaluationResult;
  const isViolation = detailOf(ours).newEvaluationResult.complianceType === 'NON_COMPLIANT';
  if (!isViolation) return [...played, await onConfigStage(assembly, (stage) => playMending(ours, stage))];
  played.push(await onConfigStage(assembly, (stage) => playViolation(ours, stage)));
  if (isFirst) played.push(await onConfigStage(assembly, (stage) => playOlder(ours, stage)));
  return played;
}

async function playForeign(event: BusEvent, stage: ConfigStage): Promise<Played> {
  const { resourceType: type, resourceId: id } = detailOf(event);
  if (type && id) put(stage, { type, id, tags: {} });
  const heard = await stage.tell(event);
  const complaints = [
    ...(heard.matched ? ['a rule matched what is none of ours'] : []),
    ...(heard.told.length > 0 ? ['told, although no rule of the policy says so'] : []),
  ];
  const rule = event.detail['configRuleName'];
  const why = typeof rule === 'string' ? `${rule} is no rule of the policy` : 'it is no verdict of a rule';
  return verdict(stage, `kept by the member: ${why}`, complaints);
}

async function playViolation(event: BusEvent, stage: ConfigStage): Promise<Played> {
  const { resourceType: type, resourceId: id } = detailOf(event);
  put(stage, { type, id, tags: {} });
  const heard = await stage.tell(event);
  const complaints = violationComplaints(type, id, heard);
  await stage.tell(event);
  if (stage.hear().state !== heard.state) complaints.push('a repeat changed a channel');
  return verdict(stage, `as ours: ${saidOf(heard)}`, complaints);
}

/** What violated before, as the sample says, and has been mended since. */
async function playMending(event: BusEvent, stage: ConfigStage): Promise<Played> {
  const { resourceType: type, resourceId: id, oldEvaluationResult: old, ...detail } = detailOf(event);
  const resource = put(stage, { type, id, tags: {} });
  const complaints: string[] = [];
  if (old) {
    const before = { ...detail, resourceType: type, resourceId: id, newEvaluationResult: old };
    complaints.push(...violationComplaints(type, id, await stage.tell({ ...event, detail: before })));
  }
  Object.assign(resource, { tags: wellTagged(stage.cloud.estate) });
  const heard = await stage.tell(event);
  const isTold = old !== undefined && violationsOf(type).length > 0;
  if (isTold && !heard.summary.startsWith('resolved')) complaints.push('what complies is still open');
  if (!isTold && heard.told.length > 0) complaints.push('told of what complies');
  await stage.tell(event);
  if (stage.hear().state !== heard.state) complaints.push('a repeat changed a channel');
  return verdict(stage, `as ours: ${saidOf(heard)}`, complaints);
}

async function playOlder(event: BusEvent, stage: ConfigStage): Promise<Played> {
  const { resourceType: type, resourceId: id, newEvaluationResult } = detailOf(event);
  const { orderingTimestamp = event.time } = (newEvaluationResult.evaluationResultIdentifier ?? {}) as {
    orderingTimestamp?: string;
  };
  put(stage, { type, id, tags: {}, createdAt: Date.parse(orderingTimestamp) - YEAR_MS });
  const heard = await stage.tell(event);
  const complaints = heard.told.length > 0 ? ['told of what is older than the policy'] : [];
  return verdict(stage, `as ours, of what is older than the policy: ${saidOf(heard)}`, complaints);
}

function violationsOf(type: string) {
  return evaluateTags(policy, type, {});
}

function violationComplaints(type: string, id: string, heard: ReturnType<ConfigStage['hear']>): string[] {
  const wanted = violationsOf(type);
  if (wanted.length === 0) return heard.told.length > 0 ? ['told of a type that the policy leaves out'] : [];
  const complaints = heard.told.length > 0 ? [] : ['told to nobody'];
  const isSaid = (words: string) => heard.text.includes(words);
  if (!isSaid(id) && !isSaid(encodeURIComponent(id))) complaints.push('no message names the resource');
  return [
    ...complaints,
    ...wanted
      .filter(({ key }) => !isSaid(`${key}: `))
      .map(({ key }) => `no message says that ${key} is missing`),
  ];
}

/** As a rule of the policy would say it, in the account and Region where it is played. What follows its name stays. */
function asOurs(event: BusEvent): BusEvent {
  const theirs = String(event.detail['configRuleName']);
  const suffix = /-conformance-pack-.*$/.exec(theirs)?.[0] ?? '';
  const text = JSON.stringify(event.detail).replaceAll(
    JSON.stringify(theirs),
    JSON.stringify(ruleNameOf(policy, 1) + suffix),
  );
  const detail = JSON.parse(text) as BusEvent['detail'];
  return { ...event, detail: { ...detail, awsRegion: PLACE.region, awsAccountId: PLACE.account } };
}

function detailOf({ detail }: BusEvent): Detail {
  return detail as unknown as Detail;
}

function verdict(stage: ConfigStage, line: string, complaints: string[]): Played {
  return { line, complaints: [...complaints, ...stage.troubles()] };
}
