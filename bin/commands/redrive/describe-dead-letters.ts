const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** What lies in a dead-letter queue; `sentTimes` are those of some of the messages. */
export type Found = {
  capability: string;
  queue: string;
  /** The queue that they belong to; missed runs belong to none. */
  to: string | undefined;
  visible: number;
  beingRead: number;
  sentTimes: Date[];
};

export function describeFound({ queue, visible, beingRead, sentTimes }: Found, now: Date): string {
  const oldest = Math.min(...sentTimes.map((time) => time.getTime()));
  const which = sentTimes.length < visible ? `of ${sentTimes.length} of them the oldest` : 'the oldest';
  const ages = sentTimes.length > 0 ? `; ${which} was sent ${age(now.getTime() - oldest)} ago` : '';
  const others = beingRead > 0 ? `; ${beingRead} more are being read: try again in a minute` : '';
  return `${queue} holds ${visible}${ages}${others}.`;
}

export function describePlan({ to, visible }: Found): string {
  if (visible === 0) return 'There is nothing to redrive.';
  const plan = to ? `Would move ${visible} to ${to}` : `Would delete ${visible}: they are missed runs`;
  return `${plan}.\nNothing was changed: add --yes to do it.`;
}

/** `3 days`, `1 hour`, `less than a minute` */
export function age(milliseconds: number): string {
  const unit = UNITS.find(([, size]) => milliseconds >= size);
  if (!unit) return 'less than a minute';
  const [name, size] = unit;
  const count = Math.floor(milliseconds / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
