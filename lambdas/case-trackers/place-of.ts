import type { TrackerSettings } from '#lambdas/contracts/support/case-trackers-settings.ts';

/** Where the items of a tracker are. Numbers of issues mean nothing in another repository. */
export function placeOf(settings: TrackerSettings): string {
  switch (settings.kind) {
    case 'github':
      return `${settings.apiUrl.replace(/\/$/, '')}/${settings.repository}`.toLowerCase();
    case 'webhook':
      return 'webhook';
  }
}
