/** `12,345` */
export function countText(count: number): string {
  return count.toLocaleString('en-US');
}

/** `1 item`, `12,345 items` */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
