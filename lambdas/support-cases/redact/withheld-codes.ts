/** Codes of services whose cases are about the customer, not about technology: issues of the kind customer-service. */
export const WITHHELD_SERVICES: Record<string, string> = {
  'customer-account': 'the account: its contacts, closing it, signing in',
  'account-management': 'the account: its contacts, closing it, signing in',
  account: 'the account: its contacts, closing it, signing in',
  billing: 'bills, payments, refunds, taxes',
  'billing-and-cost-management': 'bills, payments, refunds, taxes',
  'customer-service': 'anything asked of customer service',
  'aws-marketplace-billing': 'bills of sellers',
  'payments-and-taxes': 'payments, taxes',
};

/** Codes of categories, of any service. */
export const WITHHELD_CATEGORIES: Record<string, string> = {
  charges: 'how one is charged',
  'account-structure': 'which accounts belong together',
  'gdpr-queries': 'data of persons',
  'reserved-instances': 'what was bought',
  'free-tier': 'what is charged after it',
  billing: 'bills',
  'account-management': 'the account itself',
};

/** Words of codes that mean the same in services that AWS adds. */
export const WITHHELD_WORDS =
  /(?:^|-)(?:billing|bills?|invoices?|invoicing|payments?|refunds?|tax|taxes|pricing|charges?|customer-service|account-(?:management|access|closure|recovery|contacts?|verification|suspension|reinstatement))(?:-|$)/;

/** Codes of services and categories that are about abuse or the safety of the account itself. */
export const SECURITY_CODES =
  /(?:^|-)(?:abuse|trust-and-safety|security-and-compliance|security-incident|incident-response|penetration-test(?:ing)?|compromised?|fraud)(?:-|$)/;
