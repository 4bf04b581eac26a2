import type { Detector } from '#lambdas/runtime/redact/detector.ts';

/** How tokens of vendors begin, and how long they are: what the rules of secretlint lack or match too narrowly. */
const TOKENS: [string, string][] = [
  ['GitHub token', String.raw`gh[pousr]_[A-Za-z0-9_]{20,}|github_pat_\w{20,}`],
  ['GitLab token', String.raw`gl(?:pat|rt|ptt|dt|cbt|soat|ft|agent|imt|oas)-[\w.-]{16,}|GR1348941[\w-]{16,}`],
  ['Slack token', String.raw`xox[a-z](?:\.xox[a-z])?-[\w-]{10,}|xapp-\d-[\w-]{10,}`],
  ['Stripe key', String.raw`(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{16,}`],
  ['Twilio key', String.raw`SK[0-9a-f]{32}`],
  ['npm token', String.raw`npm_[A-Za-z0-9]{30,}`],
  ['Docker token', String.raw`dckr_[a-z]{2,4}_[\w-]{20,}`],
  ['Datadog key', String.raw`dda(?:pi|pp)_[A-Za-z0-9]{16,}|pub[0-9a-f]{32}`],
  [
    'New Relic key',
    String.raw`NR(?:AK|II|IQ|RA|JS)-[A-Za-z0-9_-]{16,}|[0-9a-f]{36}NRAL|eu01xx[0-9a-f]{30,34}(?:NRAL)?`,
  ],
  ['PagerDuty key', String.raw`u\+[A-Za-z0-9_-]{18}`],
  ['Atlassian token', String.raw`AT(?:ATT|CTT|BB|STT)[A-Za-z0-9+/=_-]{20,}`],
  ['Vault token', String.raw`hv[sbr]\.[\w-]{20,}`],
  ['DigitalOcean token', String.raw`do[opr]_v1_[0-9a-f]{32,}`],
  ['Google key', String.raw`AIza[\w-]{35}|GOCSPX-[\w-]{20,}|ya29\.[\w-]{20,}|1\/\/0[\w-]{30,}`],
  ['Azure secret', String.raw`[\w~.-]{3}[78]Q~[\w~.-]{31,34}`],
  ['Azure DevOps token', String.raw`[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}`],
  ['OpenAI key', String.raw`sk-(?:proj|svcacct|admin|None)-[\w-]{20,}|sk-[A-Za-z0-9]{40,}`],
  ['Anthropic key', String.raw`sk-ant-[\w-]{20,}`],
  ['Discord token', String.raw`[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,40}`],
  ['Telegram token', String.raw`\d{8,10}:AA[\w-]{32,34}`],
  ['Mailgun key', String.raw`key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}`],
  ['Okta token', String.raw`00[A-Za-z0-9_-]{40}`],
  ['Linear key', String.raw`lin_(?:api|oauth)_[A-Za-z0-9]{20,}`],
  ['Facebook token', String.raw`EAA[A-Za-z0-9]{30,}`],
  ['Dropbox token', String.raw`sl\.[A-Za-z0-9_-]{60,}`],
  ['Asana token', String.raw`[012]\/\d{10,}(?:\/\d{10,})?:[0-9a-f]{32}`],
  ['CircleCI token', String.raw`CCI(?:PAT|PRJ)_[A-Za-z0-9_]{20,}`],
  ['Artifactory key', String.raw`AKC[A-Za-z0-9]{10,}|cmVmdGtuO[A-Za-z0-9+/=]{30,}`],
  ['RubyGems key', String.raw`rubygems_[0-9a-f]{40,}`],
  ['NuGet key', String.raw`oy2[a-z0-9]{43}`],
  ['Doppler token', String.raw`dp\.[a-z]{2,5}\.[\w.-]{20,}`],
  ['SendGrid key', String.raw`SG\.[\w-]{16,}\.[\w-]{16,}`],
  ['PyPI token', String.raw`pypi-[\w-]{50,}`],
  ['Terraform token', String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w-]{40,}`],
  ['Square token', String.raw`sq0[a-z]{3}-[\w-]{20,}`],
  ['Mailchimp key', String.raw`[0-9a-f]{32}-us\d{1,2}(?!\d)`],
  ['Twitter token', String.raw`A{18,}[A-Za-z0-9%]{40,}`],
  ['Amazon MWS token', String.raw`amzn\.mws\.[0-9a-f-]{30,}`],
  ['product key', String.raw`[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![\w-])`],
  // `Basic …` and `{"auths":…` in base64.
  ['authorization', String.raw`(?:QmFzaWMg|eyJhdXRocyI6|eyJhdXRoIjoi)[A-Za-z0-9+/=]{8,}`],
];

/** A detector for each vendor. */
export const VENDOR_TOKENS: Detector[] = TOKENS.map(([mark, body]) => ({
  mark,
  pattern: new RegExp(String.raw`(?<![A-Za-z0-9_])(?:${body})`, 'dg'),
  wraps: true,
  ...(mark === 'Okta token' && { accept: (secret: string) => /[a-z]/.test(secret) && /[A-Z]/.test(secret) }),
}));
