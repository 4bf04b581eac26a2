import { exportKey } from '#lambdas/contracts/report-keys.ts';

/** Where the page of a month lies: `exports/costs/2026-11.html`. */
export function pageKey(month: string): string {
  return exportKey('costs', month, 'html');
}

/** Where the picture of a day's digest lies: `exports/costs/2026-11-22.png`. */
export function chartKey(day: string): string {
  return exportKey('costs', day, 'png');
}
