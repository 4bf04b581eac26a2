import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import type { Head } from '#lambdas/contracts/ledger.ts';

/** Asks chat-delivery to tell every channel of an alert what the ledger says now; what is told already is dropped there. */
export function tellAll({ key, views, revision }: Head, ports: Pick<DeskPorts, 'deliver'>): Promise<void> {
  return ports.deliver(Object.keys(views).map((channel) => ({ key, channel, revision })));
}
