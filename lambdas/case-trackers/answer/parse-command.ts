/** What a comment asks for. `text`: what AWS is to get, with `\n` as the end of lines. */
export type Command = { word: 'reply' | 'attach'; text: string } | { word: 'resolve' };

/** Why a comment that begins like a command is none, in words for whoever wrote it. */
export type Misuse = { misuse: string };

const HELP =
  'Reeve knows `/aws reply`, with the text after it, `/aws attach`, with files after it, and `/aws resolve`.';
const COMMAND = /^\/aws(?:\s+(?<word>\S+))?(?:\s+(?<rest>[\s\S]*))?$/i;

/**
 * The command that a comment begins with; undefined where it is a comment like any other. Nothing may stand before it, so
 * that what is quoted, indented or fenced asks for nothing.
 */
export function parseCommand(body: string): Command | Misuse | undefined {
  const groups = COMMAND.exec(body.replaceAll(/\r\n?/g, '\n'))?.groups;
  if (!groups) return undefined;
  const { word = '', rest = '' } = groups;
  const text = rest.trim();
  switch (word.toLowerCase()) {
    case 'reply':
      return text ? { word: 'reply', text } : { misuse: `The reply has no text. ${HELP}` };
    case 'attach':
      return { word: 'attach', text };
    case 'resolve':
      return text
        ? { misuse: `\`/aws resolve\` sends no text, and one stands after it. ${HELP}` }
        : { word: 'resolve' };
    default:
      return { misuse: `${word ? 'That command is not known.' : 'The command has no word.'} ${HELP}` };
  }
}
