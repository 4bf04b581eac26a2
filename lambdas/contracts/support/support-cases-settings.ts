import type { Account } from '#lambdas/contracts/settings.ts';
import type { WithheldReason } from '#lambdas/contracts/support/case-row.ts';

/** `settings.json` beside support-cases. */
export type SupportCasesSettings = {
  months: number;
  attachments: boolean;
  permits: boolean;
  /** By the code of the severity. */
  firstAnswerMinutes: Record<string, number>;
  remindAfterHours: number[];
  remindReopenDays: number | false;
  withhold: {
    except: WithheldReason[];
    accounts: string[];
    ous: string[];
    tags: Record<string, string[]>;
  };
  pseudonyms: boolean;
  /** The Regions that answer for the partition's one Support: the first, and where it fails the next. */
  regions: string[];
  accounts: Account[];
  /** Absent: a lone account, which is read by the function's own role. */
  organization?: {
    managementAccount: string;
    /** By this each account lets itself be read. */
    reader: { roleName: string; externalId: string };
  };
};
