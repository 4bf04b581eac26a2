import { type Markup, markup } from '#lambdas/runtime/markup.ts';
import type { Measures } from '#lambdas/support-cases/measure/measures.ts';
import {
  countCell,
  minutesCell,
  onTimeCell,
  UNKNOWN_CELL,
} from '#lambdas/support-cases/measure/page/cells.ts';

const MINUTE_MS = 60_000;

export const MEASURE_HEADS = [
  'Cases',
  'Open',
  'Wait for us',
  'On time',
  'Half within',
  'Waited for us',
  'Without an event',
];

/** The same columns of services and accounts; dashes where nothing was read. */
export function measureCells(measures: Measures | undefined): Markup {
  if (!measures) return markup`${MEASURE_HEADS.map(() => UNKNOWN_CELL)}`;
  const { cases, open, waiting, answerMinutes, waitedMs, bySweep } = measures;
  return markup`${countCell(cases)}${countCell(open)}${countCell(waiting)}${onTimeCell(measures)}${minutesCell(answerMinutes?.median)}${minutesCell(Math.floor(waitedMs / MINUTE_MS))}${countCell(bySweep)}`;
}
