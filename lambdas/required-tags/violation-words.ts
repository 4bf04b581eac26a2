import type { TagViolation } from '#lambdas/contracts/tags/evaluate-tags.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { RequiredTag, TagPolicy } from '#lambdas/contracts/tags/tag-policy.ts';
import { oneLine } from '#lambdas/runtime/one-line.ts';

/** Wrong values and keys that are named. */
const NAMED = 3;
const VALUE_CHARACTERS = 60;

/** A line for each tag that some of the resources lack, in the policy's order: what is wrong, and what it is for. */
export function violationLines(findings: TagFinding[], { tags }: Pick<TagPolicy, 'tags'>): string[] {
  const lines = tags.flatMap((tag) => {
    const violations = findings.flatMap((finding) => finding.violations.filter(({ key }) => key === tag.key));
    return violations.length > 0 ? [lineOf(tag, violations, findings.length)] : [];
  });
  const unseen = findings.filter(({ violations }) => violations.length === 0).length;
  if (unseen > 0)
    lines.push(`What ${whoOf(unseen, findings.length)} could not be looked up: AWS Config shows it.`);
  return lines;
}

/** All that some of the resources lack, each key once: as mending it takes. */
export function allViolations(findings: TagFinding[], { tags }: Pick<TagPolicy, 'tags'>): TagViolation[] {
  return tags.flatMap(({ key }) => {
    const found = findings.flatMap(({ violations }) =>
      violations.filter((violation) => violation.key === key),
    );
    const [first] = found;
    return first ? [found.find(({ nearMiss }) => nearMiss !== undefined) ?? first] : [];
  });
}

/** `no Owner, Stage not allowed`: what one resource lacks. */
export function shortViolations(violations: TagViolation[]): string {
  const words = violations.map(({ key, problem }) => {
    if (problem === 'value') return `${key} is not allowed`;
    return problem === 'blank' ? `${key} is blank` : `no ${key}`;
  });
  return words.join(', ') || 'tags are missing';
}

function whoOf(some: number, all: number): string {
  if (all === 1) return 'it lacks';
  return `${some} of them ${some === 1 ? 'lacks' : 'lack'}`;
}

function lineOf(tag: RequiredTag, violations: TagViolation[], resources: number): string {
  const on = ({ length }: TagViolation[]) => (resources === 1 ? '' : ` on ${length}`);
  const missing = violations.filter(
    ({ problem, nearMiss }) => problem === 'missing' && nearMiss === undefined,
  );
  const near = violations.filter(({ nearMiss }) => nearMiss !== undefined);
  const blank = violations.filter(({ problem }) => problem === 'blank');
  const wrong = violations.filter(({ problem }) => problem === 'value');
  const words = [
    missing.length > 0 ? `missing${on(missing)}` : '',
    near.length > 0 ? `${named(near.map(({ nearMiss = '' }) => nearMiss))} in its place${on(near)}` : '',
    blank.length > 0 ? `blank${on(blank)}` : '',
    wrong.length > 0
      ? `${named(wrong.map(({ found = '' }) => found))}${on(wrong)}, which is not allowed`
      : '',
  ].filter(Boolean);
  const allowed = wrong.length > 0 ? ` ${allowedOf(tag)}` : '';
  return `${tag.key}: ${words.join('; ')}. It says ${tag.purpose}.${allowed}`;
}

function named(texts: string[]): string {
  const distinct = [...new Set(texts)].sort();
  const first = distinct.slice(0, NAMED).map((text) => `“${oneLine(text, VALUE_CHARACTERS)}”`);
  return [...first, ...(distinct.length > NAMED ? [`${distinct.length - NAMED} more`] : [])].join(', ');
}

function allowedOf({ values, pattern }: RequiredTag): string {
  if (values) return `Allowed: ${values.map((value) => oneLine(value, VALUE_CHARACTERS)).join(', ')}.`;
  return pattern ? `Allowed is what matches ${oneLine(pattern, VALUE_CHARACTERS)}.` : '';
}
