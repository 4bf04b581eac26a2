import type { Delivery } from '#lambdas/contracts/delivery.ts';
import type { DueNotice } from '#lambdas/contracts/observation.ts';

type DueAlert = { key: string; scope: string; dueAt: number };
type OwedDelivery = Delivery & { owedAt: number };

export type ClockPorts = {
  /** Alerts whose moment has come. */
  listDue: (now: Date) => AsyncIterable<DueAlert>;
  /** Channels that have still to hear of a later revision than they were told. */
  listOwed: (now: Date) => AsyncIterable<OwedDelivery>;
  wakeDesk: (notice: DueNotice, dueAt: number) => Promise<void>;
  wakeDelivery: (delivery: Delivery, owedAt: number) => Promise<void>;
  now: () => Date;
};

/** Wakes what waits: the desk for alerts that are due, chat-delivery for channels that are owed an edit. */
export async function wakeAlerts(ports: ClockPorts): Promise<{ due: number; owed: number }> {
  const now = ports.now();
  const woken = { due: 0, owed: 0 };
  for await (const { key, scope, dueAt } of ports.listDue(now)) {
    await ports.wakeDesk({ kind: 'due', key, scope }, dueAt);
    woken.due += 1;
  }
  for await (const { key, channel, revision, owedAt } of ports.listOwed(now)) {
    await ports.wakeDelivery({ key, channel, revision }, owedAt);
    woken.owed += 1;
  }
  return woken;
}
