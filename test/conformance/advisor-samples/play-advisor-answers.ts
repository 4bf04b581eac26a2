import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ITEM_STATUSES, type ItemStatus } from '#lambdas/contracts/trusted-advisor/advisor-item.ts';
import { itemKey } from '#lambdas/contracts/trusted-advisor/item-key.ts';
import { itemName } from '#lambdas/contracts/trusted-advisor/item-name.ts';
import { limitUseOf } from '#lambdas/contracts/trusted-advisor/limit-use.ts';
import { readItem } from '#lambdas/contracts/trusted-advisor/read-item.ts';
import type { Tally } from '#test/conformance/tally.ts';

type Resource = {
  resourceId?: string;
  id?: string;
  region?: string;
  regionCode?: string;
  status: string;
  metadata?: (string | null)[] | Record<string, string>;
};
type Check = { id: string; name: string; category?: string; pillars?: string[]; metadata: unknown };
type Answer = {
  result?: { checkId?: string; flaggedResources: Resource[] };
  organizationRecommendationResourceSummaries?: Resource[];
  checkSummaries?: Check[];
  checks?: Check[];
};

/** Every answer of Trusted Advisor through the readers of items and checks; others are named, with why. */
export function playAdvisorAnswers(folder: string, tally: Tally): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const answers = files.sort().map((name) => ({ name, answer: parsed(join(folder, name)) }));
  const known = new Map(answers.flatMap(({ answer }) => checksIn(answer)).map((check) => [check.id, check]));
  for (const { name, answer } of answers) {
    const { line, complaints } = judge(answer, known);
    if (complaints.length === 0) tally.passed(`ta/api/${name} → ${line}`);
    else tally.failed(`ta/api/${name} → ${line}\n  ${complaints.join('\n  ')}`);
  }
}

function parsed(path: string): Answer | Check[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Answer | Check[];
}

function checksIn(answer: Answer | Check[]): Check[] {
  return Array.isArray(answer) ? answer : [...(answer.checks ?? []), ...(answer.checkSummaries ?? [])];
}

function judge(answer: Answer | Check[], known: Map<string, Check>) {
  const checks = checksIn(answer);
  if (checks.length > 0) return judgeChecks(checks);
  const { result, organizationRecommendationResourceSummaries: priority } = answer as Answer;
  const resources = result?.flaggedResources ?? priority;
  if (!resources) return { line: 'not read: no answer about checks or their items', complaints: [] };
  return judgeItems(resources, known.get(result?.checkId ?? ''));
}

function judgeChecks(checks: Check[]) {
  const odd = checks.filter(({ id, name, metadata }) => !id || !name || columnsOf(metadata).length === 0);
  const categories = new Set(checks.map(({ category, pillars }) => category ?? pillars?.[0]));
  const nameless = odd.filter(({ id, name }) => !id || !name);
  return {
    line: `${checks.length} checks of ${categories.size} categories, ${odd.length} without columns`,
    complaints: [
      ...nameless.map(() => 'a check without id or name'),
      ...(categories.has(undefined) ? ['a check without category'] : []),
    ],
  };
}

function judgeItems(resources: Resource[], check: Check | undefined) {
  const labels = columnsOf(check?.metadata).filter((label) => typeof label === 'string');
  const items = resources.map((resource) => {
    const { resourceId: apiId = resource.id, region = resource.regionCode, status } = resource;
    const cells = columnsOf(resource.metadata);
    const columns: Record<string, unknown> = {};
    for (const [at, cell] of cells.entries()) columns[labels[at] ?? String(at)] = cell;
    const word = ITEM_STATUSES.find((one) => one === status);
    return {
      word,
      item: readItem({ status: word as ItemStatus, apiId, region, columns }),
    };
  });
  const complaints = items.flatMap(({ word, item }) => [
    ...(word ? [] : ['a status that is none of ours']),
    ...(item.apiId ? [] : ['an item without id']),
    ...(itemKey(item) ? [] : ['an item without key']),
    ...(Object.values(item.fields).every((value) => typeof value === 'string' && value !== '')
      ? []
      : ['a column that is no text']),
    ...(Number.isNaN(limitUseOf(item.fields)?.percent) ? ['a share that is no number'] : []),
  ]);
  const words = items.map(({ item }) => `${item.status} ${itemName(item)} (${item.region ?? 'no Region'})`);
  return { line: words.join('; '), complaints };
}

/** An array in one API, in the other a map with numbers for keys. */
function columnsOf(metadata: unknown): unknown[] {
  if (Array.isArray(metadata)) return metadata;
  if (typeof metadata !== 'object' || metadata === null) return [];
  return Object.entries(metadata)
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, value]) => value as unknown);
}
