/** Services and categories that cases may be about, by AWS's codes. A few of some hundred. */
export const SERVICES = [
  {
    code: 'amazon-elastic-compute-cloud-linux',
    name: 'Elastic Compute Cloud (EC2 - Linux)',
    categories: [
      { code: 'instance-issue', name: 'Instance Issue' },
      { code: 'performance', name: 'Performance' },
      { code: 'other', name: 'Other' },
    ],
  },
  {
    code: 'amazon-relational-database-service-postgresql',
    name: 'Relational Database Service (PostgreSQL)',
    categories: [
      { code: 'connectivity', name: 'Connectivity' },
      { code: 'performance', name: 'Performance' },
    ],
  },
  {
    code: 'aws-lambda',
    name: 'Lambda',
    categories: [
      { code: 'invocation', name: 'Invocation' },
      { code: 'other', name: 'Other' },
    ],
  },
  {
    code: 'billing',
    name: 'Billing',
    categories: [
      { code: 'charge-inquiry', name: 'Charge Inquiry' },
      { code: 'other-billing-questions', name: 'Other Billing Questions' },
    ],
  },
  {
    code: 'account-management',
    name: 'Account',
    categories: [{ code: 'other-account-issues', name: 'Other Account Issues' }],
  },
  {
    code: 'general-info',
    name: 'General Info and Getting Started',
    categories: [
      { code: 'using-aws', name: 'Using AWS & Services' },
      { code: 'security-and-compliance', name: 'Security & Compliance' },
    ],
  },
];

/** What AWS Support answers in. */
export const LANGUAGES = [
  { code: 'en', language: 'ENGLISH', display: 'ENGLISH' },
  { code: 'ja', language: 'JAPANESE', display: 'JAPANESE' },
  { code: 'zh', language: 'CHINESE', display: 'CHINESE' },
  { code: 'ko', language: 'KOREAN', display: 'KOREAN' },
  { code: 'es', language: 'SPANISH', display: 'SPANISH' },
  { code: 'pt', language: 'PORTUGUESE', display: 'PORTUGUESE' },
  { code: 'fr', language: 'FRENCH', display: 'FRENCH' },
  { code: 'tr', language: 'TURKISH', display: 'TURKISH' },
];
