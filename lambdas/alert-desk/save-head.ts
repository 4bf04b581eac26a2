import type { DeskPorts } from '#lambdas/alert-desk/desk-ports.ts';
import { fitHead } from '#lambdas/alert-desk/fit-head.ts';
import { viewResampled } from '#lambdas/alert-desk/view.ts';
import { type Head, SAMPLE_SIZE, type View } from '#lambdas/contracts/ledger.ts';

type SavePorts = Pick<DeskPorts, 'listParts' | 'writeHead'>;

/** Writes a head within its size limit; samples that lost a name are first filled up from the parts. */
export async function saveHead(head: Head, expectedRevision: number, ports: SavePorts): Promise<Head> {
  const views: Record<string, View> = {};
  for (const [channel, view] of Object.entries(head.views)) {
    views[channel] = view.isStale ? await resample(head.key, channel, view, ports) : view;
  }
  const fitted = fitHead({ ...head, views });
  await ports.writeHead(fitted, expectedRevision);
  return fitted;
}

async function resample(key: string, channel: string, view: View, ports: SavePorts): Promise<View> {
  const parts = [];
  for await (const part of ports.listParts(key, channel)) {
    parts.push(part);
    if (parts.length >= SAMPLE_SIZE) break;
  }
  return viewResampled(view, parts);
}
