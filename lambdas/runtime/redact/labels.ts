/** Names of secrets, in English and Japanese; what may come between words of them is no matter. */
export const PASSWORD_LABEL = String.raw`pass(?:[\s_-]?(?:word|wd|phrase|code|key))?|passwd|pwd|パスワード|パスフレーズ|パスコード|暗証番号|合言葉|合い言葉|暗証|ログインPW|PW|PIN(?:コード|番号|[\s_-]?code)?`;

export const TOKEN_LABEL = String.raw`(?:api|auth|access|license|licence|account|routing|integration|ingest(?:ion)?|signing|encryption|shared|master|subscription|app(?:lication)?|admin|service|secret|private|consumer|host|deploy|write|user|client|storage|primary|secondary|webhook)[\s_-]{0,2}key|secret|token|credentials?|psk|community|bindpw|[\w-]{0,30}apikey|シークレット(?:キー)?|トークン|(?:API|アクセス|ライセンス|認証|共有|暗号|秘密|サービス|署名)[ ]?(?:キー|鍵)|秘密鍵|認証コード|認証情報|コミュニティ名|クライアントシークレット`;

/** Ends of a name that make it the name of something else: an id, a policy, a count. */
const HARMLESS_END =
  /(?:id|ids|name|arn|type|types|policy|length|count|ttl|expir\w*|url|uri|endpoint|file|path|dir|manager|age|version|rotation|rotate|store|ref|format|provider|field|status|enabled|required|at|tokens|used|limit|usage|hash|selector|binding|resolver|size|class|spec|s|mount\w*|volume\w*)$/i;
/** Names that are no secrets though they hold such a word. */
const HARMLESS =
  /(?<![a-z])(?:next|page|pagination|continuation|client_?request|idempotency|starting|max|min|num|total)[\s_-]?(?:token|key)|tokeni[sz]e|secretary|bypass|passive|compass|passed|passing|passes/i;

/** Whether a label names a secret. */
export function namesSecret(label: string): boolean {
  return !HARMLESS.test(label) && !HARMLESS_END.test(label.replaceAll(/["'`*\s]+$/g, ''));
}

const PLACEHOLDER =
  /^(?:\$\{?[\w.:-]+\}?|\$\(.*|<.*|\{\{.*|%\w+%|\*+|x{3,}|\.{2,}|-+|_+|null|nil|none|true|false|undefined|n\/a|required|optional|string|arn:.*|process\.env.*|os\.environ.*|var\..*|local\..*|module\..*|data\..*|!\w+.*|ssm:.*|resolve:.*|\{?resolve:.*|your[-_].*|my[-_]?(?:password|secret|token).*|https?:\/\/[^@]*|REPLACE.*|EXAMPLE.*|\{|\[|\(|\||>|valuefrom.*|secretkeyref.*|プレースホルダー?)$/i;

/** Whether a value stands for one that is elsewhere. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value);
}

const PROSE =
  /^(?:not|the|a|an|in|on|at|to|of|by|for|from|with|still|also|only|being|been|too|very|now|then|that|this|what|how|when|where|why|which|wrong|right|correct|incorrect|valid|invalid|ok|okay|fine|weak|strong|empty|missing|same|different|unknown|known|new|old|null|none|true|false|case|case-sensitive|case-insensitive|no|longer|never|always|already|usually|managed|kept|needed|wherever|stored|sent|set|reset|long|short|blank|there|here|unset|optional|mandatory|sensitive|plain|plaintext|encoded|at-rest|read-only|write-only|auto-generated|out-of-date|up-to-date|based|secret|authentication|login|root|admin|iam|user)$/i;

/** Whether a word after `is` or は is one of a sentence, not a secret. */
export function isProse(word: string): boolean {
  return (
    PROSE.test(word) ||
    /^[a-z-]+(?:ed|ing|able|ible|ly|ive|ory|ent)$/i.test(word) ||
    /^[A-Z][a-z]*$/.test(word) ||
    /^[A-Z]{1,6}$/.test(word)
  );
}
