import type { Context } from '#bin/commands/doctor/context.ts';
import type { WatchedAccount } from '#bin/commands/doctor/facts/watched-accounts.ts';
import type { Observed } from '#bin/commands/doctor/finding.ts';
import { toFinding } from '#bin/commands/doctor/unseen.ts';
import { severalAtOnce } from '#bin/commands/several-at-once.ts';

const AT_ONCE = 10;
/** Lines of progress of a check at most. */
const PROGRESS_LINES = 4;

/** Asks every account. An account that does not answer is a finding; the others are asked all the same. */
export async function findingsOfEach(
  { facts, progress }: Context,
  what: string,
  ask: (account: WatchedAccount) => Promise<Observed[]>,
): Promise<Observed[]> {
  const accounts = await facts.accounts();
  const step = Math.max(25, Math.ceil(accounts.length / PROGRESS_LINES));
  let done = 0;
  progress(`${what}: ${accounts.length} accounts …`);
  const findings = await severalAtOnce(accounts, AT_ONCE, async (account) => {
    const found = await ask(account).catch((error: unknown) => [
      { ...toFinding(error), account: account.id },
    ]);
    done += 1;
    if (done % step === 0 && done < accounts.length)
      progress(`${what}: ${done} of ${accounts.length} accounts`);
    return found;
  });
  return findings.flat();
}
