import { randomUUID } from 'node:crypto';
import { type AwsAnswer, type AwsBackend, type AwsCall, AwsError } from '#local/proxy/aws-call.ts';

/** What an answer holds: lists become `<member>`s, what is undefined is left out. */
type XmlValue = string | number | boolean | undefined | XmlValue[] | { [name: string]: XmlValue };

/** The fields of a form, as they were sent: lists by `Key.member.1`. */
export type QueryInput = Record<string, string>;

export type QueryOperation = (input: QueryInput, call: AwsCall) => XmlValue | Promise<XmlValue>;

/**
 * A backend for the awsQuery protocol (forms in, XML out) from a map of operations; what is not in the map is
 * refused. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function queryBackend(operations: Record<string, QueryOperation>): AwsBackend {
  return async (call) => {
    try {
      const operation = operations[call.operation];
      if (!operation) throw new AwsError('InvalidAction', `${call.operation} is not emulated`);
      const input = Object.fromEntries(new URLSearchParams(call.body.toString()));
      return queryAnswer(call.operation, await operation(input, call));
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      return queryRefusal(error);
    }
  };
}

/** The structures of a list, in their order: `Filters.member.1.Name` is `Name` of the first. */
export function structuresOf(input: QueryInput, list: string): QueryInput[] {
  const structures: QueryInput[] = [];
  for (let index = 1; ; index += 1) {
    const prefix = `${list}.member.${index}.`;
    const fields = Object.entries(input).filter(([key]) => key.startsWith(prefix));
    if (fields.length === 0) return structures;
    structures.push(Object.fromEntries(fields.map(([key, value]) => [key.slice(prefix.length), value])));
  }
}

/** An error as the awsQuery protocol sends it. */
export function queryRefusal({ code, message, status }: AwsError): AwsAnswer {
  const error = { Type: status >= 500 ? 'Receiver' : 'Sender', Code: code, Message: message };
  return xmlAnswer(status, element('ErrorResponse', { Error: error, RequestId: randomUUID() }));
}

function queryAnswer(operation: string, result: XmlValue): AwsAnswer {
  const content = { [`${operation}Result`]: result, ResponseMetadata: { RequestId: randomUUID() } };
  return xmlAnswer(200, element(`${operation}Response`, content));
}

function xmlAnswer(status: number, body: string): AwsAnswer {
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function element(name: string, value: XmlValue): string {
  return value === undefined ? '' : `<${name}>${contentOf(value)}</${name}>`;
}

function contentOf(value: Exclude<XmlValue, undefined>): string {
  if (Array.isArray(value)) return value.map((item) => element('member', item)).join('');
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, content]) => element(name, content))
      .join('');
  }
  return escaped(String(value));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Carriage returns too, which a parser would read as line feeds. */
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character).replaceAll('\r', '&#xD;');
