import type { Severity } from '#lambdas/contracts/observation.ts';

/** What is told, and how badly: the choices of the settings that all parts of Trusted Advisor must agree on. */
export type AdvisorSelection = {
  /** AWS's words for categories. A check whose category is not known is told. */
  categories: string[];
  severities: Severity[];
  /** Names or ids of checks, with `*` for any run of characters; case does not matter. */
  checks: string[];
  /** The same, of checks that are not told. */
  except: string[];
  /** Also those that mirror AWS Security Hub, which AWS no longer adds to. */
  securityHub: boolean;
  /** Severity of a service limit from so many percent on, ascending. */
  limits: { percent: number; severity: Severity }[];
  mutes: AdvisorMute[];
};

/** Items that are told to nobody before `until` (ISO 8601). Each given field must match; a list by any of its entries. */
export type AdvisorMute = {
  id: string;
  reason: string;
  until: string;
  when: {
    accounts?: string[] | undefined;
    regions?: string[] | undefined;
    categories?: string[] | undefined;
    /** Names or ids of checks. Here and below `*` stands for any run of characters. */
    checks?: string[] | undefined;
    /** Of service limits, as Trusted Advisor names them. */
    services?: string[] | undefined;
    limits?: string[] | undefined;
    /** ARNs, or any value of a column: an instance id, the name of a bucket. */
    resources?: string[] | undefined;
    /** This severity or milder: a worse one is told. */
    severity?: Severity | undefined;
  };
};
