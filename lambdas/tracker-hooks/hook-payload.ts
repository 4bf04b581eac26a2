/** What GitHub tells, by the content type that its webhook was given; undefined where it is neither of both. */
export function hookPayload(bytes: Buffer, contentType = ''): unknown {
  switch (contentType.split(';')[0]?.trim().toLowerCase()) {
    case 'application/json':
      return parsed(bytes.toString());
    case 'application/x-www-form-urlencoded':
      return parsed(new URLSearchParams(bytes.toString()).get('payload') ?? '');
    default:
      return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
