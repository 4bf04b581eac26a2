/** Characters that are not seen, that turn the direction of writing, or that end a line in one of the languages. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** A text as a string literal of TypeScript. */
export function quoteTypeScript(text: string): string {
  return `'${text.toWellFormed().replaceAll(/[\\']/g, String.raw`\$&`).replaceAll(UNSEEN, byHalves)}'`;
}

/** A text as a string of JSON. */
export function quoteJson(text: string): string {
  return `"${backslashed(text).replaceAll(UNSEEN, byHalves)}"`;
}

/** A text as a string of YAML that cannot be taken for a number or a switch. */
export function quoteYaml(text: string): string {
  return `"${backslashed(text).replaceAll(UNSEEN, byCharacter)}"`;
}

/** A text as a string of HCL, in which nothing is interpolated. */
export function quoteHcl(text: string): string {
  return `"${backslashed(text)
    .replaceAll(/[$%](?=\{)/g, '$&$&')
    .replaceAll(UNSEEN, byCharacter)}"`;
}

/** A text as one word of a POSIX shell. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text that may stand in a comment: on one line, with nothing unseen, and no longer than so many characters. */
export function forComment(text: string, limit: number): string {
  const characters = Array.from(text.toWellFormed().replaceAll(UNSEEN, ' '));
  return characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : characters.join('');
}

function backslashed(text: string): string {
  return text.toWellFormed().replaceAll(/[\\"]/g, String.raw`\$&`);
}

/** JavaScript and JSON write what is beyond four digits as two halves of UTF-16. */
function byHalves(character: string): string {
  return Array.from({ length: character.length }, (_, at) => inFour(character.charCodeAt(at))).join('');
}

/** To YAML and HCL such halves are no characters. */
function byCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? String.raw`\U${code.toString(16).padStart(8, '0')}` : inFour(code);
}

function inFour(code: number): string {
  return String.raw`\u${code.toString(16).padStart(4, '0')}`;
}
