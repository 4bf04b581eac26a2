import type { AnswerPorts } from '#lambdas/case-trackers/answer/answer-ports.ts';
import {
  type AnswerRow,
  answerRowOf,
  answerRowsOf,
  heededRowOf,
} from '#lambdas/case-trackers/answer/answer-row.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';

/** What was asked for by comments, in the table of what trackers were told. */
export function answersClient(
  table: string,
): Pick<AnswerPorts, 'answersOf' | 'writeAnswer' | 'heededOf' | 'writeHeeded'> {
  const rows = numberedRows(table);
  return {
    answersOf: async ({ account, tracker, displayId }) =>
      (await rows.query(account, answerRowsOf(tracker, displayId))).map(({ body, version }) => ({
        ...(body as AnswerRow),
        version,
      })),

    writeAnswer: (row, before) =>
      rows.write(row.account, answerRowOf(row), { body: row, version: row.version, before }),

    async heededOf({ account, tracker, displayId }) {
      const row = await rows.read(account, heededRowOf(tracker, displayId));
      return row && { until: String(row.body), version: row.version };
    },

    writeHeeded: ({ account, tracker, displayId }, until, before) =>
      rows.write(account, heededRowOf(tracker, displayId), { body: until, version: before + 1, before }),
  };
}
