import type { AwsAnswer } from '#local/proxy/aws-call.ts';
import { type XmlNode, xmlDocument } from './xml.ts';

/** A good answer that says something in XML. */
export function xmlAnswer(root: string, content: XmlNode[], headers: Record<string, string> = {}): AwsAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', ...headers },
    body: xmlDocument(root, content),
  };
}
