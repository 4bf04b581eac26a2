import { beforeEach } from 'vitest';
import type { Head } from '#lambdas/contracts/ledger.ts';
import type { DeskSettings } from '#lambdas/contracts/settings.ts';
import { inMemoryLedger } from '#test/alert-desk/in-memory-ledger.ts';

const START = '2026-11-22T12:00:00Z';

/** `now` is its time, which a test may set. */
type Desk = {
  now: Date;
  ledger: ReturnType<typeof inMemoryLedger>;
  /** Throws where there is none. */
  head: (key: string) => Head;
};

/** A desk that is empty before each test, at noon. */
export function aDesk(settings: DeskSettings): Desk {
  const desk: Desk = {
    now: new Date(START),
    ledger: inMemoryLedger(settings, () => desk.now),
    head(key) {
      const found = desk.ledger.head(key);
      if (!found) throw new Error('There is no head');
      return found;
    },
  };
  beforeEach(() => {
    desk.now = new Date(START);
    desk.ledger = inMemoryLedger(settings, () => desk.now);
  });
  return desk;
}
