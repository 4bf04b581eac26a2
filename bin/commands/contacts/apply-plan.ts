import type { ContactClient } from '#bin/commands/contacts/contact-client.ts';
import { explainRefusal } from '#bin/commands/contacts/explain-refusal.ts';
import type { Standing } from '#bin/commands/contacts/organization-client.ts';
import { AT_ONCE } from '#bin/commands/contacts/patient.ts';
import { type Step, writesOf } from '#bin/commands/contacts/plan-contacts.ts';
import { severalAtOnce } from '#bin/commands/several-at-once.ts';
import type { ContactType } from '#lambdas/contracts/directory.ts';

const PROGRESS_EVERY = 25;

export type ContactFailure = { account: string; type: ContactType; reason: string };
type ApplyPorts = { client: Pick<ContactClient, 'write'>; progress: (text: string) => void };

/** Writes what the plan sets or changes. A failure does not stop the others; all of them come back. */
export async function applyPlan(
  plan: Step[],
  standing: Standing,
  { client, progress }: ApplyPorts,
): Promise<ContactFailure[]> {
  const writes = writesOf(plan);
  let done = 0;
  const results = await severalAtOnce(writes, AT_ONCE, async ({ account, type, wanted }) => {
    try {
      await client.write(account, type, wanted);
      return [];
    } catch (error) {
      const reason = explainRefusal(error, 'account:PutAlternateContact', account, standing);
      return [{ account, type, reason }];
    } finally {
      done += 1;
      if (done % PROGRESS_EVERY === 0) progress(`Wrote ${done} of ${writes.length} contacts …`);
    }
  });
  return results.flat();
}
