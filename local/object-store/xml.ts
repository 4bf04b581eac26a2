type XmlContent = string | number | boolean | XmlNode[];
/** An element by name and content; where the content is undefined there is no element. */
export type XmlNode = readonly [name: string, content: XmlContent | undefined];

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** A document as S3 answers; its errors have no namespace, the empty one. */
export function xmlDocument(root: string, content: XmlNode[], namespace = NAMESPACE): string {
  const attribute = namespace === '' ? '' : ` xmlns="${namespace}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attribute}>${children(content)}</${root}>`;
}

/** The contents of all elements of this name, in order, however deep they lie. */
export function xmlElements(document: string, name: string): string[] {
  const elements = document.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gs'));
  return Array.from(elements, ([, content = '']) => content);
}

/** The text of the first element of this name. */
export function xmlText(document: string, name: string): string | undefined {
  const text = xmlElements(document, name)[0];
  return text?.replaceAll(/&(?:lt|gt|amp|quot|apos|#x?[\da-fA-F]+);/g, decoded).trim();
}

function children(nodes: XmlNode[]): string {
  return nodes
    .map(([name, content]) => {
      if (content === undefined) return '';
      return `<${name}>${Array.isArray(content) ? children(content) : escaped(String(content))}</${name}>`;
    })
    .join('');
}

/** Letters that XML cannot hold otherwise go as numbers, which is how S3 sends them. */
function escaped(text: string): string {
  return text.replaceAll(
    /[<>&"\p{Cc}]/gu,
    (letter) => ENTITIES[letter] ?? `&#x${letter.charCodeAt(0).toString(16)};`,
  );
}

function decoded(entity: string): string {
  const number = /^&#(x?)([\da-f]+);$/i.exec(entity);
  if (number) return String.fromCodePoint(Number.parseInt(number[2] ?? '', number[1] ? 16 : 10));
  if (entity === '&apos;') return "'";
  return Object.entries(ENTITIES).find(([, known]) => known === entity)?.[0] ?? entity;
}
