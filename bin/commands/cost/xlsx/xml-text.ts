/** What may not stand in XML 1.0, or would not come back as it was: a carriage return is read as a line feed. */
const FORBIDDEN = /[\p{Cs}\uFFFE\uFFFF]|[^\P{Cc}\t\n]/gu;
/** Text that reads like an escape of the format is one, unless its first character is escaped itself. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text in the XML of a workbook. Characters that XML has no place for are `_x0001_` (ECMA-376, ST_Xstring). */
export function xmlText(text: string): string {
  return text
    .replaceAll(LIKE_AN_ESCAPE, '_x005F_')
    .replaceAll(FORBIDDEN, (character) => `_x${hex(character)}_`)
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
