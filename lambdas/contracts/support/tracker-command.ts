/** Whether a comment asks Reeve for something. Nothing may stand before it, so that what is quoted asks for nothing. */
export function isCommand(body: string): boolean {
  return /^\/aws(?:\s|$)/i.test(body);
}
