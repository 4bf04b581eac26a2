import type { Detector } from '#lambdas/runtime/redact/detector.ts';

/** Addresses that let in whoever has them, and passwords inside of addresses and connection strings. */
export const SIGNED_URLS: Detector[] = [
  {
    mark: 'signature',
    pattern:
      /(?:X-Amz-(?:Signature|Security-Token|Credential)|X-Goog-(?:Signature|Credential))["']?\s{0,3}[=:]\s{0,3}["']?(?<secret>[^\s&"'<>\uE000]+)/dgi,
  },
  {
    mark: 'signature',
    pattern:
      /[?&;](?:Signature|sig|Policy|Key-Pair-Id|AWSAccessKeyId|GoogleAccessId|hmac|x-oss-signature)=(?<secret>[^\s&"'<>\uE000]{6,})/dgi,
  },
  {
    mark: 'password',
    pattern:
      /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/@:"'<>\uE000]{0,200}:(?<secret>[^\s@"'<>\uE000]{1,300})@(?=[\w[.-])/dgi,
    accept: (secret) => !/^\d{1,5}\//.test(secret) && !/^(?:\$\{|<|\{\{|\*+$)/.test(secret),
  },
  {
    mark: 'password',
    pattern: /(?<!\w)jdbc:oracle:thin:[^\s/@]{1,80}\/(?<secret>[^\s@\uE000]{1,200})@/dgi,
  },
  {
    mark: 'webhook',
    pattern:
      /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|hooks\.zapier\.com|[\w.-]{1,80}\.webhook\.office\.com|discord(?:app)?\.com\/api\/webhooks|[\w.-]{1,80}\.logic\.azure\.com|[\w.-]{1,80}\.collectors?\.[\w.-]{1,40}sumologic\.com|[\w.-]{1,60}sumologic\.com\/receiver|chat\.googleapis\.com\/v1\/spaces)\/[^\s"'<>\uE000]+/dgi,
  },
  { mark: 'webhook', pattern: /https:\/\/[0-9a-f]{32}(?::[0-9a-f]{32})?@[\w.-]{1,100}\/\d+/dgi },
];
