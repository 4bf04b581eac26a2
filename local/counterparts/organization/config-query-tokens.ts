import { AwsError } from '#local/proxy/aws-call.ts';

export type QueryToken = { kind: 'word' | 'text' | 'symbol'; text: string };

const TOKEN = /\s*(?:'([^']*)'|(-?[\w.]+)|([=(),*<>!]))/y;

/** The words, texts and signs of an advanced query. Nobody says how a text could hold a quote, so none can. */
export function queryTokens(expression: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  const end = expression.trimEnd().length;
  let at = 0;
  while (at < end) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(expression);
    if (!found)
      throw new AwsError('InvalidExpressionException', `The expression cannot be read from character ${at}`);
    const [, text, word, symbol = ''] = found;
    if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (word === undefined) tokens.push({ kind: 'symbol', text: symbol });
    else tokens.push({ kind: 'word', text: word });
    at = TOKEN.lastIndex;
  }
  return tokens;
}
