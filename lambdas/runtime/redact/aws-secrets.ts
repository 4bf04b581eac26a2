import type { Detector } from '#lambdas/runtime/redact/detector.ts';
import { looksRandom } from '#lambdas/runtime/redact/looks-random.ts';

const TO = String.raw`[\s"'\x60*_:=>は「,]{1,12}`;

/** Keys of AWS itself, with a label or by their looks. */
export const AWS_SECRETS: Detector[] = [
  {
    mark: 'AWS access key id',
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/dg,
    wraps: true,
  },
  {
    mark: 'AWS secret key',
    pattern: new RegExp(
      String.raw`(?:secret[\s_-]?(?:access)?[\s_-]?key|秘密鍵|秘密アクセスキー|シークレット(?:アクセス)?(?:キー)?)${TO}(?<secret>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/])`,
      'dgi',
    ),
    wraps: true,
  },
  {
    mark: 'AWS secret key',
    pattern: /(?<![A-Za-z0-9+/=_.-])[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=_-])/dg,
    accept: looksRandom,
    wraps: true,
  },
  {
    mark: 'session token',
    pattern: new RegExp(
      String.raw`(?:session[\s_-]?token|security[\s_-]?token|セッショントークン)${TO}(?<secret>[A-Za-z0-9+/=%_-]{16,})`,
      'dgi',
    ),
    wraps: true,
  },
  // How tokens of the Security Token Service begin.
  { mark: 'session token', pattern: /(?<![\w+/=])(?:FwoG|IQoJ|FQoG)[\w+/=%-]{60,}/dg, wraps: true },
  {
    mark: 'AWS API key',
    pattern: /(?<![A-Za-z0-9])(?:ABSK[A-Za-z0-9+/=]{40,}|bedrock-api-key-[A-Za-z0-9+/=]{40,})/dg,
    wraps: true,
  },
];
