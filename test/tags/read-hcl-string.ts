const NAMED: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The quoted string that HCL reads at the beginning of a text, and how much of it. Throws where it would interpolate. */
export function readHclString(code: string): { text: string; length: number } {
  if (!code.startsWith('"')) throw new Error('no quote opens');
  let text = '';
  for (let at = 1; at < code.length; ) {
    const rest = code.slice(at);
    const unicode = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(rest);
    const named = NAMED[/^\\(.)/s.exec(rest)?.[1] ?? ''];
    if (rest.startsWith('"')) return { text, length: at + 1 };
    if (rest.startsWith('$${') || rest.startsWith('%%{')) [text, at] = [`${text}${rest[0] ?? ''}{`, at + 3];
    else if (rest.startsWith('${') || rest.startsWith('%{')) throw new Error('interpolates');
    else if (unicode)
      [text, at] = [
        text + String.fromCodePoint(Number.parseInt(unicode[1] ?? unicode[2] ?? '', 16)),
        at + unicode[0].length,
      ];
    else if (named !== undefined) [text, at] = [text + named, at + 2];
    else if (/^[\\\n\r]/.test(rest)) throw new Error('no such escape');
    else [text, at] = [text + rest.charAt(0), at + 1];
  }
  throw new Error('no quote closes');
}
