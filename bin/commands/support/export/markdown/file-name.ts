const LONGEST = 60;

/** `payments-prod-111122223333/176401120034417.md`: no name leaves the folder, or is one that a system keeps for itself. */
export function fileNameOf(account: { id: string; name?: string }, displayId: string): string {
  const { id, name = '' } = account;
  const folder = [plain(name), plain(id)].filter(Boolean).join('-');
  return `${folder}/${plain(displayId) || 'case'}.md`;
}

/** Letters of any language, digits, and dashes between them. */
function plain(text: string): string {
  const words = text.normalize('NFC').replaceAll(/[^\p{L}\p{N}\p{M}_]+/gu, '-');
  return Array.from(words)
    .slice(0, LONGEST)
    .join('')
    .replaceAll(/^-+|-+$/g, '');
}
