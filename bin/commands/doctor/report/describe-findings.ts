import { AREAS, type Check } from '#bin/commands/doctor/check.ts';
import type { Finding, Verdict } from '#bin/commands/doctor/finding.ts';
import { collapseFindings, type Line } from '#bin/commands/doctor/report/collapse-findings.ts';
import { countVerdicts, describeCounts } from '#bin/commands/doctor/report/count-verdicts.ts';
import { describePlaces } from '#bin/commands/doctor/report/describe-places.ts';

const MARKS: Record<Verdict, string> = {
  ok: '✓ ok',
  failed: '✗ failed',
  warning: '! warning',
  unseen: '? not seen',
  skipped: '- skipped',
};

/** The report for people: a line for each kind of finding, by area, each with the way out of it. */
export function describeFindings(findings: Finding[], checks: Pick<Check, 'name' | 'area'>[]): string {
  const lines = collapseFindings(findings);
  const areaOf = new Map(checks.map(({ name, area }) => [name, area]));
  const areas = AREAS.flatMap((area) => {
    const own = lines.filter(({ check }) => areaOf.get(check) === area);
    return own.length > 0 ? [`${area}\n${own.map(describeLine).join('\n')}`] : [];
  });
  return [...areas, describeCounts(countVerdicts(lines))].join('\n\n');
}

const MARK_WIDTH = Math.max(...Object.values(MARKS).map((mark) => mark.length));
const NAME_WIDTH = 'delegated-administrators'.length;
const INDENT = ' '.repeat(2 + MARK_WIDTH + 2 + NAME_WIDTH + 2);

function describeLine(line: Line): string {
  const { check, verdict, text, mend, findings } = line;
  const details = new Set(findings.map(({ detail }) => detail));
  const [only] = verdict !== 'ok' && details.size === 1 ? details : [];
  const detail = only && !text.includes(only) ? only : undefined;
  const head = `  ${MARKS[verdict].padEnd(MARK_WIDTH)}  ${check.padEnd(NAME_WIDTH)}  ${text}${describePlaces(line)}`;
  return [head, ...(detail ? [`${INDENT}${detail}`] : []), ...(mend ? [`${INDENT}→ ${mend}`] : [])].join(
    '\n',
  );
}
