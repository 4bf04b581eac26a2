import type { AnswerPorts } from '#lambdas/case-trackers/answer/answer-ports.ts';
import {
  type AnswerRow,
  answerRowOf,
  answerRowsOf,
  heededRowOf,
  repliesIn,
} from '#lambdas/case-trackers/answer/answer-row.ts';
import type { MirrorPorts } from '#lambdas/case-trackers/mirror/mirror-case.ts';
import { numberedRows } from '#lambdas/runtime/numbered-rows.ts';

type Rows = Pick<AnswerPorts, 'answersOf' | 'writeAnswer' | 'heededOf' | 'writeHeeded'>;

/** What was asked for by comments, in the table of what trackers were told. */
export function answersClient(table: string): Rows & Pick<MirrorPorts, 'repliesOf'> {
  const rows = numberedRows(table);
  const answersOf: Rows['answersOf'] = async ({ account, tracker, displayId }) =>
    (await rows.query(account, answerRowsOf(tracker, displayId))).map(({ body, version }) => ({
      ...(body as AnswerRow),
      version,
    }));
  return {
    answersOf,

    repliesOf: async (tracker, one) => repliesIn(await answersOf({ ...one, tracker })),

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
