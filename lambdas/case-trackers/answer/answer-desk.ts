import type { AnswerPorts } from '#lambdas/case-trackers/answer/answer-ports.ts';
import type { AnswerRow } from '#lambdas/case-trackers/answer/answer-row.ts';

export type AnswerDesk = ReturnType<typeof answerDesk>;

/** The row of a command while it is worked on. */
export function answerDesk(kept: AnswerRow, { writeAnswer }: Pick<AnswerPorts, 'writeAnswer'>) {
  let row = kept;
  return {
    now: () => row,
    async save(changes: Partial<AnswerRow>): Promise<void> {
      const next = { ...row, ...changes, version: row.version + 1 };
      await writeAnswer(next, row.version);
      row = next;
    },
  };
}
