import { AwsError } from '#local/proxy/aws-call.ts';
import { type QueryToken, queryTokens } from './config-query-tokens.ts';
import { ROW_PROPERTIES } from './config-row.ts';
import { PUBLISHED_FIELDS } from './published-fields.ts';

/** A condition of an advanced query. An array fulfils it when one of its elements does. */
export type Condition =
  | { kind: 'in'; path: string; values: string[] }
  | { kind: 'and' | 'or'; parts: Condition[] };

export type ConfigQuery = { select: string[]; where?: Condition };

const LONGEST_EXPRESSION = 4096;
const REFUSED = ['DISTINCT', 'JOIN', 'HAVING', 'AS', 'NULL', 'FROM', 'UNION'];
const NOT_EMULATED = ['LIKE', 'BETWEEN', 'NOT', 'GROUP', 'ORDER', 'COUNT', 'SUM', 'MIN', 'MAX', 'AVG'];

const invalid = (message: string) => new AwsError('InvalidExpressionException', message);

/**
 * Reads the part of the query language that is emulated here: fields, `=`, `IN`, AND, OR and parentheses.
 * https://docs.aws.amazon.com/config/latest/developerguide/querying-AWS-resources.html
 */
export function parseConfigQuery(expression: string): ConfigQuery {
  if (expression.length > LONGEST_EXPRESSION)
    throw invalid(`An expression has at most ${LONGEST_EXPRESSION} characters`);
  const parser = new Parser(queryTokens(expression));
  parser.word('SELECT');
  const select = parser.list(() => parser.property());
  const where = parser.isDone ? undefined : (parser.word('WHERE'), parser.condition());
  if (!parser.isDone) throw parser.unexpected();
  return { select, ...(where ? { where } : {}) };
}

class Parser {
  readonly #tokens: QueryToken[];
  #at = 0;

  constructor(tokens: QueryToken[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  unexpected(): AwsError {
    const token = this.#tokens[this.#at];
    const word = token?.text.toUpperCase() ?? '';
    if (token?.kind === 'word' && REFUSED.includes(word)) return invalid(`${word} is not supported`);
    const isAsterisk = token?.kind === 'symbol' && /[*<>!]/.test(word);
    if (isAsterisk || (token?.kind === 'word' && NOT_EMULATED.includes(word)))
      return new AwsError('UnsupportedFeatureException', `${word} is not emulated`);
    return invalid(token ? `Unexpected ${token.text}` : 'The expression ends too early');
  }

  word(expected: string): void {
    if (!this.#takes('word', expected)) throw this.unexpected();
  }

  list<Item>(item: () => Item): Item[] {
    const items = [item()];
    while (this.#takes('symbol', ',')) items.push(item());
    return items;
  }

  property(): string {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || [...REFUSED, ...NOT_EMULATED].includes(token.text.toUpperCase()))
      throw this.unexpected();
    const [root = ''] = token.text.split('.');
    const isKnown =
      root === 'configuration' ? PUBLISHED_FIELDS.includes(token.text) : ROW_PROPERTIES.includes(root);
    if (!isKnown) throw invalid(`${token.text} is not a known property`);
    this.#at += 1;
    return token.text;
  }

  /** AND binds more than OR. */
  condition(): Condition {
    return this.#chain('OR', () => this.#chain('AND', () => this.#comparison()));
  }

  #chain(word: 'AND' | 'OR', part: () => Condition): Condition {
    const first = part();
    const parts = [first];
    while (this.#takes('word', word)) parts.push(part());
    return parts.length === 1 ? first : { kind: word === 'AND' ? 'and' : 'or', parts };
  }

  #comparison(): Condition {
    if (this.#takes('symbol', '(')) {
      const inner = this.condition();
      this.#symbol(')');
      return inner;
    }
    const path = this.property();
    if (this.#takes('symbol', '=')) return { kind: 'in', path, values: [this.#literal()] };
    this.word('IN');
    this.#symbol('(');
    const values = this.list(() => this.#literal());
    this.#symbol(')');
    return { kind: 'in', path, values };
  }

  #literal(): string {
    const token = this.#tokens[this.#at];
    const isPlain = token?.kind === 'word' && /^(?:true|false|-?\d+(?:\.\d+)?)$/i.test(token.text);
    if (!token || (token.kind !== 'text' && !isPlain)) throw this.unexpected();
    this.#at += 1;
    return isPlain ? token.text.toLowerCase() : token.text;
  }

  #symbol(text: string): void {
    if (!this.#takes('symbol', text)) throw this.unexpected();
  }

  #takes(kind: QueryToken['kind'], text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind || token.text.toUpperCase() !== text) return false;
    this.#at += 1;
    return true;
  }
}
