import { lookedAt } from './refresh-progress.ts';
import type { WorldCheck, WorldCheckResult, WorldFlag } from './world-advisor.ts';

/** Since October 2025 results name only what is flagged. */
const isFlagged = ({ status }: WorldFlag) => status !== 'ok';

export function checkShape({ id, name, category, columns }: WorldCheck) {
  const description = `What ${name} looks at.<br>Refreshed by AWS or by you.`;
  return { id, name, description, category, metadata: columns };
}

/** What both the summary of a check and its result say. */
export function summaryShape({ id, columns }: WorldCheck, result: WorldCheckResult, now: number) {
  const at = lookedAt(result, now);
  const flags = result.flags.filter(isFlagged);
  const counted = flags.filter(({ isSuppressed }) => !isSuppressed);
  return {
    checkId: id,
    timestamp: at === undefined ? '' : new Date(at).toISOString().replace(/\.\d+/, ''),
    status: at === undefined ? 'not_available' : statusOf(counted),
    hasFlaggedResources: flags.length > 0,
    resourcesSummary: {
      resourcesProcessed: flags.length + 10,
      resourcesFlagged: counted.length,
      resourcesIgnored: 0,
      resourcesSuppressed: flags.length - counted.length,
    },
    categorySpecificSummary: {
      // Of how much it is a share, the world does not know.
      costOptimizing: {
        estimatedMonthlySavings: savingsOf(columns, counted),
        estimatedPercentMonthlySavings: 0,
      },
    },
  };
}

export function resultShape(check: WorldCheck, result: WorldCheckResult, now: number) {
  const { hasFlaggedResources: _notHere, ...summary } = summaryShape(check, result, now);
  return {
    ...summary,
    flaggedResources: result.flags
      .filter(isFlagged)
      .map(({ id, status, region, cells, isSuppressed = false }) => ({
        resourceId: id,
        status,
        isSuppressed,
        ...(region ? { region } : {}),
        ...(cells ? { metadata: cells } : {}),
      })),
  };
}

/** What the items say that they would save, but not what people left out. */
function savingsOf(columns: string[], flags: WorldFlag[]): number {
  const column = columns.findIndex((label) => label.startsWith('Estimated Monthly Savings'));
  const cents = flags.map(({ cells }) => {
    const amount = Number((cells?.[column] ?? '').replaceAll(/[$,]/g, ''));
    return Number.isNaN(amount) ? 0 : Math.round(amount * 100);
  });
  return cents.reduce((sum, each) => sum + each, 0) / 100;
}

function statusOf(flags: WorldFlag[]): string {
  if (flags.some(({ status }) => status === 'error')) return 'error';
  return flags.length > 0 ? 'warning' : 'ok';
}
