import type { Account } from '#lambdas/contracts/settings.ts';
import { isInScope } from '#lambdas/contracts/tags/policy-scope.ts';
import type { RecheckRequest } from '#lambdas/contracts/tags/recheck-request.ts';
import type { TagFinding } from '#lambdas/contracts/tags/tag-finding.ts';
import type { Place } from '#lambdas/tag-coverage/read/place.ts';
import type { Sight } from '#lambdas/tag-coverage/read/sight.ts';
import { toRecheck } from '#lambdas/tag-coverage/read-estate.ts';
import type { ViolationMemory } from '#lambdas/tag-coverage/remember/violation-memory.ts';
import type { SweepPorts } from '#lambdas/tag-coverage/sweep-ports.ts';

const SENT_AT_ONCE = 100;

type Swept = {
  at: Date;
  sight: Sight;
  memory: Pick<ViolationMemory, 'violates' | 'hasSeen'>;
  accountOf: (id: string) => Account;
  isWatched: (place: Place) => boolean;
};
type Ports = Pick<SweepPorts, 'openFindings' | 'recheck' | 'settings'>;

/** Has required-tags look at what was told of and no longer violates, as far as the sweep could see; how many comes back. */
export async function recheckFindings(swept: Swept, ports: Ports): Promise<number> {
  let sent = 0;
  let some: RecheckRequest[] = [];
  const send = async () => {
    if (some.length > 0) await ports.recheck(some);
    sent += some.length;
    some = [];
  };
  for await (const finding of ports.openFindings()) {
    const isWatched = swept.isWatched(finding);
    if (isWatched && !seemsOver(finding, swept, ports)) continue;
    // Where nobody looks, nobody can be asked: without this word its alert would stay open for ever.
    some.push({ ...toRecheck(finding, swept), ...(isWatched ? {} : { unwatched: true }) });
    if (some.length >= SENT_AT_ONCE) await send();
  }
  await send();
  return sent;
}

/** What cannot be seen does not look mended. */
function seemsOver(
  finding: TagFinding,
  { sight, memory, accountOf }: Swept,
  { settings: { policy } }: Ports,
): boolean {
  if (!isInScope(policy, accountOf(finding.account)) || !policy.types.includes(finding.type)) return true;
  const isSeen = sight.isSeen(finding)?.lacks.includes(finding.type) === false;
  return isSeen && sight.isCollected(finding, memory.hasSeen(finding)) && !memory.violates(finding);
}
