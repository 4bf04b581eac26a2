import type { Detector } from '#lambdas/runtime/redact/detector.ts';
import { isPlaceholder } from '#lambdas/runtime/redact/labels.ts';

/** Lines of files that hold passwords without a label. */
export const CREDENTIAL_FILES: Detector[] = [
  {
    mark: 'password',
    pattern: /(?<!\w)machine\s+\S{1,200}\s+login\s+\S{1,200}\s+password\s+(?<secret>[^\s\uE000]+)/dgi,
  },
  {
    mark: 'password',
    pattern:
      /^[ \t>]*[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*.-]{1,60}:[\w*.-]{1,60}:(?<secret>[^\s\uE000]{3,200})$/dgm,
  },
  { mark: 'password', pattern: /"auths?"\s{0,3}:\s{0,3}"(?<secret>[A-Za-z0-9+/=]{8,})"/dgi },
  { mark: 'password hash', pattern: /\$(?:2[abxy]|apr1|1|5|6|argon2id?|y)\$[^\s:"'\uE000]{16,200}/dg },
  {
    mark: 'secret value',
    pattern:
      /(?<=kind:\s{0,3}Secret\b[^\uE000]{0,400}?\n\s{1,8}[\w.-]{1,60}:\s)(?<secret>[A-Za-z0-9+/]{8,}={0,2})(?=\s|$)/dg,
    accept: (secret) => !isPlaceholder(secret),
  },
  { mark: 'one-time password seed', pattern: /otpauth:\/\/[^\s"'<>\uE000]+/dgi },
  {
    mark: 'one-time password seed',
    pattern:
      /(?:otp|mfa|2fa|authenticator|virtual)[\s_-]{1,3}(?:seed|secret|key|setup key)["'`*]{0,3}\s{0,3}[:=]?\s{0,3}["'`]?(?<secret>[A-Z2-7]{16,128}=*)(?!\w)/dgi,
  },
  {
    mark: 'password',
    pattern: /dockerconfigjson["']?\s{0,3}[:=]\s{0,3}["']?(?<secret>[A-Za-z0-9+/=]{16,})/dgi,
  },
  {
    mark: 'password',
    pattern: /\s(?:-u|--user|--proxy-user|-U)[ =]?["']?[\w.@-]{1,80}:(?<secret>[^\s"'\uE000]{3,200})/dg,
    accept: (secret) => !isPlaceholder(secret) && !/^\d+$/.test(secret),
  },
];
