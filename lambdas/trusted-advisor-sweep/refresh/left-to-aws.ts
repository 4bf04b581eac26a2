/** AWS seldom changes which checks it refreshes by itself. */
const REMEMBERED_MS = 30 * 86_400_000;

/** Checks that AWS refreshes by itself: not every account asks again. Times are ISO 8601. */
export class LeftToAws {
  readonly #until: Map<string, string>;

  constructor(remembered: Record<string, string> = {}) {
    this.#until = new Map(Object.entries(remembered));
  }

  has(check: string, now: Date): boolean {
    return Date.parse(this.#until.get(check) ?? '') > now.getTime();
  }

  add(check: string, now: Date): void {
    this.#until.set(check, new Date(now.getTime() + REMEMBERED_MS).toISOString());
  }

  remembered(now: Date): Record<string, string> {
    return Object.fromEntries([...this.#until].filter(([check]) => this.has(check, now)));
  }
}
