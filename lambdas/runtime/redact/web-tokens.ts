import type { Detector } from '#lambdas/runtime/redact/detector.ts';

/** What clients send to prove who they are: headers, cookies, JSON web tokens. */
export const WEB_TOKENS: Detector[] = [
  { mark: 'JSON web token', pattern: /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*){0,3}/dg, wraps: true },
  {
    mark: 'authorization',
    pattern:
      /(?:proxy-)?authorization["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?:Basic|Bearer|Negotiate|NTLM|Token|ApiKey)\s{1,3}(?<secret>[^\s"'`,\uE000]+)/dgi,
  },
  { mark: 'authorization', pattern: /(?<!\w)Bearer\s{1,3}(?<secret>[\w.~+/=-]{16,})/dgi, accept: hasDigit },
  {
    mark: 'authorization',
    pattern: /(?<!\w)Basic\s{1,3}(?<secret>[A-Za-z0-9+/]{12,}={0,2})(?![\w+/])/dg,
    accept: hasDigit,
  },
  { mark: 'authorization', pattern: /(?<!\w)Digest\s{1,3}(?<secret>username=[^\n\uE000]{10,})/dgi },
  {
    mark: 'signature',
    pattern: /AWS4-HMAC-SHA256 Credential=[^\n\uE000]{0,400}?Signature=(?<secret>[0-9a-f]{16,})/dgi,
  },
  {
    mark: 'cookie',
    pattern:
      /(?<![\w-])(?:set-)?cookie["'`]?\s{0,3}[:=]\s{0,3}["'`]?(?<secret>[\w.-]{1,80}=[^\n"'`\uE000]+)/dgi,
  },
  {
    mark: 'cookie',
    pattern:
      /(?:JSESSIONID|PHPSESSID|connect\.sid|ASP\.NET_SessionId|sessionid|AWSALB(?:CORS)?)=(?<secret>[^\s;"'\uE000]{8,})/dgi,
  },
  {
    mark: 'one-time code',
    pattern:
      /[?&](?:code|access_token|id_token|refresh_token|client_secret|assertion|samlresponse|api_?key|token|password|pwd|secret)=(?<secret>[^\s&"'<>#\uE000]{6,})/dgi,
  },
];

function hasDigit(secret: string): boolean {
  return /\d/.test(secret);
}
