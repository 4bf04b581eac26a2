import type { RefusalReason } from '#lambdas/cost-reports/cost-source.ts';

/** Why an export gives no answer, as a sentence for people that names the way out. No retry of today helps. */
export class ExportRefusal extends Error {
  override name = 'ExportRefusal';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
