import { answerCase, replyToCase, setStatus } from './change-cases.ts';
import type { WorldCase } from './world-cases.ts';

const HOUR_MS = 60 * 60_000;
const ROUNDS = 52;

/** A hundred messages more: what was measured, and what AWS says to it. */
export function longThread(one: WorldCase, from: number): void {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const at = from + round * 9 * HOUR_MS;
    replyToCase(one, { body: `Measurement ${round}: ${(round * 7) % 23} of 10,000 packets were lost.` }, at);
    answerCase(one, { body: `Thank you. Measurement ${round} is with our network team.` }, at + HOUR_MS);
  }
  setStatus(one, 'work-in-progress', from + (ROUNDS * 9 + 2) * HOUR_MS);
}
