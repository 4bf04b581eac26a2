/** Of a message body the named texts, for the log; nothing of a body that is no object. */
export function namedFields(body: string, names: string[]): Record<string, string> {
  const message = parsed(body);
  const entries = names.flatMap((name) => {
    const value = message[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

function parsed(body: string): Record<string, unknown> {
  try {
    const message: unknown = JSON.parse(body);
    return typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
